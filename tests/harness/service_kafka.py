"""A Kafka cluster for sessions: the one inside librdkafka, which needs no server."""
import contextlib
import ctypes
import threading

from .service_parts import Unavailable


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
