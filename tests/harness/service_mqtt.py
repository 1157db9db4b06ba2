"""MQTT brokers for sessions: Mosquitto with and without TLS, and a small one that shows what it was sent."""
import contextlib
import shutil
import socket
import struct
import subprocess

from .service_parts import Unavailable, accepts, free_port, listening, running, wait_until


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
def broker(folder):
    """A small MQTT broker that only takes messages: $MQTT_PORT, `messages` has a line for each."""
    with open(folder / "messages", "w", encoding="utf-8") as log:
        server = socket.create_server(("127.0.0.1", 0))
        with listening(server, lambda connection: serve_mqtt(connection, log)):
            yield {"MQTT_PORT": str(server.getsockname()[1])}
