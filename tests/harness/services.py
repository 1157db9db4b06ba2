"""Servers that a session can ask for with `@service NAME`, each on a free port of loopback.

Each is a context manager that is given the session's folder and gives the variables that its commands see.
"""
import contextlib
import ctypes
import glob
import os
import pathlib
import pwd
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time


class Unavailable(Exception):
    """The machine does not have what the service needs."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(ready, what, seconds=30):
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} does not start")
        time.sleep(0.05)


def accepts(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def running(argv, **options):
    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def own_home(name):
    """A folder for a database server, and how to start it as somebody else than root, which they refuse."""
    account = {}
    home = pathlib.Path(tempfile.mkdtemp(prefix=f"fluxi-{name}-"))
    try:
        if os.geteuid() == 0:
            user = pwd.getpwnam("nobody")
            account = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            os.chown(home, user.pw_uid, user.pw_gid)
        yield home, account
    finally:
        shutil.rmtree(home, ignore_errors=True)


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
def running_mosquitto(folder, port, *settings):
    program = shutil.which("mosquitto", path="/usr/sbin:/usr/bin")
    if not program:
        raise Unavailable("mosquitto is not installed (Debian package mosquitto)")
    folder.chmod(0o755)
    config = folder / "mosquitto.conf"
    lines = [f"listener {port} 127.0.0.1", *settings, "log_type all", "log_dest stderr"]
    config.write_text("\n".join(lines) + "\n", encoding="ascii")
    with open(folder / "mosquitto.log", "wb") as log, running([program, "-c", config], stdout=log, stderr=log):
        wait_until(lambda: accepts(port), "mosquitto")
        yield {"MQTT_PORT": str(port)}


@contextlib.contextmanager
def mosquitto(folder):
    """An MQTT broker whose user is `me`, password `s3cret`: $MQTT_PORT, mosquitto.log has what it got."""
    maker = shutil.which("mosquitto_passwd", path="/usr/sbin:/usr/bin")
    if not maker:
        raise Unavailable("mosquitto is not installed (Debian package mosquitto)")
    passwords = folder / "passwords"
    subprocess.run([maker, "-c", "-b", passwords, "me", "s3cret"], check=True, capture_output=True)
    passwords.chmod(0o644)
    with running_mosquitto(folder, free_port(), "allow_anonymous false", f"password_file {passwords}") as variables:
        yield variables


def certify(folder):
    """Makes server.pem with server.key, a certificate for `localhost` that the authority ca.pem signed, and another
    authority, other.pem."""
    program = shutil.which("openssl", path="/usr/bin")
    if not program:
        raise Unavailable("openssl is not installed (Debian package openssl)")

    def openssl(*words):
        subprocess.run([program, *words], cwd=folder, check=True, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for name in ("ca", "other"):
        openssl("req", "-x509", *key, "-keyout", f"{name}.key", "-out", f"{name}.pem", "-days", "2", "-subj", f"/CN={name}")
    openssl("req", *key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost")
    (folder / "names").write_text("subjectAltName=DNS:localhost\n", encoding="ascii")
    signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names"]
    openssl("x509", "-req", "-in", "server.csr", *signed, "-out", "server.pem")
    (folder / "server.key").chmod(0o644)


@contextlib.contextmanager
def mosquitto_tls(folder):
    """An MQTT broker for TLS alone: $MQTT_PORT; its certificate is for `localhost`, see certify()."""
    certify(folder)
    settings = ["allow_anonymous true", f"certfile {folder}/server.pem", f"keyfile {folder}/server.key"]
    with running_mosquitto(folder, free_port(), *settings) as variables:
        yield variables


def read_exactly(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def read_packet(connection):
    """The first byte of an MQTT packet and what follows its length."""
    kind = read_exactly(connection, 1)[0]
    length, shift = 0, 0
    while True:
        byte = read_exactly(connection, 1)[0]
        length |= (byte & 127) << shift
        shift += 7
        if not byte & 128:
            return kind, read_exactly(connection, length)


def serve_mqtt(connection, log):
    """Takes what a client publishes; the password must be `s3cret` if one is given. Hangs up after a message on the
    topic `last`."""
    _, hello = read_packet(connection)
    flags = hello[7]
    if flags & 64 and not hello.endswith(b"s3cret"):
        connection.sendall(b"\x20\x02\x00\x05")
        return
    connection.sendall(b"\x20\x02\x00\x00")
    while True:
        kind, body = read_packet(connection)
        if kind >> 4 == 3:
            qos, size = kind >> 1 & 3, struct.unpack(">H", body[:2])[0]
            topic, rest = body[2 : 2 + size].decode(), body[2 + size :]
            if qos:
                connection.sendall(bytes([0x40 if qos == 1 else 0x50, 2]) + rest[:2])
                rest = rest[2:]
            log.write(f"{topic} qos={qos} retain={kind & 1} {rest.decode()!r}\n")
            log.flush()
            if topic == "last":
                return
        elif kind >> 4 == 6:
            connection.sendall(b"\x70\x02" + body[:2])
        elif kind >> 4 == 12:
            connection.sendall(b"\xd0\x00")
        elif kind >> 4 == 14:
            return


@contextlib.contextmanager
def listening(server, serve):
    """Serves connections on a thread until the block ends."""

    def accept():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection, contextlib.suppress(EOFError, OSError):
                serve(connection)

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


@contextlib.contextmanager
def broker(folder):
    """A small MQTT broker that only takes messages: $MQTT_PORT, `messages` has a line for each."""
    with open(folder / "messages", "w", encoding="utf-8") as log:
        server = socket.create_server(("127.0.0.1", 0))
        with listening(server, lambda connection: serve_mqtt(connection, log)):
            yield {"MQTT_PORT": str(server.getsockname()[1])}


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


class KafkaMessage(ctypes.Structure):
    """rd_kafka_message_t."""

    _fields_ = [
        ("err", ctypes.c_int),
        ("topic", ctypes.c_void_p),
        ("partition", ctypes.c_int32),
        ("payload", ctypes.c_void_p),
        ("size", ctypes.c_size_t),
        ("key", ctypes.c_void_p),
        ("key_size", ctypes.c_size_t),
        ("offset", ctypes.c_int64),
    ]


class Kafka:
    """The few functions of librdkafka that its mock cluster needs."""

    def __init__(self):
        try:
            self.library = ctypes.CDLL("librdkafka.so.1")
        except OSError:
            raise Unavailable("librdkafka is not installed (Debian package librdkafka1)") from None
        self.reason = ctypes.create_string_buffer(256)

    def call(self, name, *arguments, result=ctypes.c_int):
        function = getattr(self.library, "rd_kafka_" + name)
        function.restype = result
        return function(*(ctypes.c_void_p(one) if isinstance(one, Pointer) else one for one in arguments))

    def pointer(self, name, *arguments):
        return Pointer(self.call(name, *arguments, result=ctypes.c_void_p) or 0)

    def consumer(self, settings):
        config = self.pointer("conf_new")
        for key, value in settings.items():
            self.call("conf_set", config, key.encode(), value.encode(), self.reason, ctypes.c_size_t(256))
        consumer = self.pointer("new", 1, config, self.reason, ctypes.c_size_t(256))
        if not consumer:
            raise Unavailable(f"librdkafka: {self.reason.value.decode()}")
        return consumer


class Pointer(int):
    """An address that is passed on as one."""


@contextlib.contextmanager
def kafka(folder):
    """A cluster inside librdkafka with the topic `metrics` of 3 partitions: $KAFKA, `messages` has what it got."""
    library = Kafka()
    consumer = library.consumer({"log_level": "3", "test.mock.num.brokers": "1", "group.id": "test", "auto.offset.reset": "earliest"})
    cluster = library.pointer("handle_mock_cluster", consumer)
    if not cluster:
        raise Unavailable("this librdkafka has no mock cluster")
    library.call("mock_topic_create", cluster, b"metrics", 3, 1)
    place = library.call("mock_cluster_bootstraps", cluster, result=ctypes.c_char_p).decode()
    partitions = library.pointer("topic_partition_list_new", 3)
    for partition in range(3):
        library.pointer("topic_partition_list_add", partitions, b"metrics", ctypes.c_int32(partition))
    library.call("assign", consumer, partitions)
    over = threading.Event()

    def listen(log):
        while not over.is_set():
            address = library.pointer("consumer_poll", consumer, 100)
            if not address:
                continue
            message = KafkaMessage.from_address(address)
            if not message.err:
                payload = ctypes.string_at(message.payload, message.size).decode()
                key = ctypes.string_at(message.key, message.key_size).hex() if message.key else "-"
                log.write(f"{message.partition} {key} {payload}\n")
                log.flush()
            library.call("message_destroy", address, result=None)

    with open(folder / "messages", "w", encoding="utf-8") as log:
        thread = threading.Thread(target=listen, args=(log,), daemon=True)
        thread.start()
        try:
            yield {"KAFKA": place.split(",")[0]}
        finally:
            over.set()
            thread.join()
            library.call("consumer_close", consumer)
            library.call("topic_partition_list_destroy", partitions, result=None)
            library.call("destroy", consumer, result=None)


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
