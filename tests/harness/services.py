"""Servers that a session can ask for with `@service NAME`, each on a free port of loopback.

Each is a context manager that is given the session's folder and gives the variables that its commands see.
"""
import contextlib
import glob
import os
import pathlib
import shutil
import socket
import subprocess
import sys

from .service_kafka import kafka
from .service_mqtt import broker, mosquitto, mosquitto_tls
from .service_parts import Unavailable, accepts, free_port, listening, own_home, running, wait_until


@contextlib.contextmanager
def mariadb(_folder):
    """MariaDB with the user and database `fluxi`, password `s3cret`: $MYSQL_PORT."""
    path = "/usr/sbin:/usr/bin"
    maker, program = shutil.which("mariadb-install-db", path=path), shutil.which("mariadbd", path=path)
    if not maker or not program:
        raise Unavailable("MariaDB is not installed (Debian packages mariadb-server-core, mariadb-client-core)")
    with own_home("mariadb") as (home, account):
        done = subprocess.run(
            [maker, "--no-defaults", f"--datadir={home}/data", "--auth-root-authentication-method=normal", "--skip-test-db"],
            cwd=home, capture_output=True, text=True, **account,
        )
        if done.returncode:
            raise Unavailable(f"mariadb-install-db fails: {done.stdout.strip()[-200:]}")
        first = home / "first.sql"
        first.write_text(
            "CREATE DATABASE fluxi CHARACTER SET utf8mb4;\n"
            "CREATE USER 'fluxi'@'%' IDENTIFIED BY 's3cret';\nGRANT ALL ON fluxi.* TO 'fluxi'@'%';\n",
            encoding="ascii",
        )
        first.chmod(0o644)
        port = free_port()
        argv = [program, "--no-defaults", f"--datadir={home}/data", f"--port={port}", "--bind-address=127.0.0.1",
                f"--socket={home}/socket", f"--pid-file={home}/pid", f"--init-file={first}", "--skip-log-bin"]
        with open(home / "log", "wb") as log, running(argv, cwd=home, stdout=log, stderr=log, **account):
            wait_until(lambda: "ready for connections" in (home / "log").read_text(errors="replace"), "mariadbd")
            yield {"MYSQL_PORT": str(port)}


@contextlib.contextmanager
def postgres(_folder):
    """PostgreSQL with the user and database `fluxi`, password `s3cret`: $PGPORT, $PSQL for its own client."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if not found:
        raise Unavailable("PostgreSQL is not installed (Debian package postgresql)")
    programs = pathlib.Path(found[-1]).parent
    with own_home("postgres") as (home, account):
        password = home / "password"
        password.write_text("s3cret\n", encoding="ascii")
        password.chmod(0o644)
        done = subprocess.run(
            [programs / "initdb", "-D", home / "data", "-U", "fluxi", "--auth=scram-sha-256", f"--pwfile={password}",
             "--no-sync", "--encoding=UTF8", "--locale=C"],
            cwd=home, capture_output=True, text=True, **account,
        )
        if done.returncode:
            raise Unavailable(f"initdb fails: {done.stderr.strip().splitlines()[-1]}")
        port = free_port()
        settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={home}", "fsync=off"]
        argv = [programs / "postgres", "-D", home / "data", *(word for one in settings for word in ("-c", one))]
        with open(home / "log", "wb") as log, running(argv, cwd=home, stdout=log, stderr=log, **account):
            wait_until(lambda: "ready to accept connections" in (home / "log").read_text(errors="replace"), "postgres")
            variables = {"PGPORT": str(port), "PGPASSWORD": "s3cret"}
            login = ["-h", "127.0.0.1", "-U", "fluxi"]
            subprocess.run([programs / "createdb", *login, "fluxi"], env={**os.environ, **variables}, check=True)
            yield {"PGPORT": str(port), "PSQL": f"env PGPASSWORD=s3cret {programs}/psql {' '.join(login)} -At fluxi"}


@contextlib.contextmanager
def feed(folder):
    """Sends the file `feed` to whoever connects: $FEED_PORT, and the Unix socket `feed.socket`."""

    def serve(connection):
        connection.sendall((folder / "feed").read_bytes())

    tcp = socket.create_server(("127.0.0.1", 0))
    unix = socket.socket(socket.AF_UNIX)
    unix.bind(str(folder / "feed.socket"))
    unix.listen()
    with listening(tcp, serve), listening(unix, serve):
        yield {"FEED_PORT": str(tcp.getsockname()[1])}


@contextlib.contextmanager
def web(folder):
    """Python's web server for the files of examples/data: $WEB_PORT."""
    port = free_port()
    argv = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with running(argv, cwd=folder / "examples" / "data", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        wait_until(lambda: accepts(port), "the web server")
        yield {"WEB_PORT": str(port)}


SERVICES = {
    "broker": broker,
    "feed": feed,
    "kafka": kafka,
    "mariadb": mariadb,
    "mosquitto": mosquitto,
    "mosquitto_tls": mosquitto_tls,
    "postgres": postgres,
    "web": web,
}
