#include "net/kafka_library.hpp"

#include "base/shared_library.hpp"

namespace fluxi::net {

namespace {

KafkaLibrary load() {
    const base::SharedLibrary library("librdkafka.so.1", "kafka.to", "librdkafka1");
    KafkaLibrary result;
#define FLUXI_KAFKA_FIND(name) library.find(#name, result.name);
    FLUXI_KAFKA_FUNCTIONS(FLUXI_KAFKA_FIND)
#undef FLUXI_KAFKA_FIND
    return result;
}

}  // namespace

const KafkaLibrary& kafka() {
    static const KafkaLibrary library = load();
    return library;
}

}  // namespace fluxi::net
