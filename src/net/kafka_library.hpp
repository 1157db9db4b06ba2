// librdkafka, the client library of Apache Kafka, loaded when a script first sends to a topic.
// Loaded once for the process and never unloaded; immutable from then on.
#pragma once

#include <librdkafka/rdkafka.h>

namespace fluxi::net {

// clang-format off
/// The functions of librdkafka that fluxi calls, each under its own name.
#define FLUXI_KAFKA_FUNCTIONS(F) \
    F(rd_kafka_conf_destroy) \
    F(rd_kafka_conf_new) \
    F(rd_kafka_conf_set) \
    F(rd_kafka_conf_set_connect_cb) \
    F(rd_kafka_conf_set_dr_msg_cb) \
    F(rd_kafka_conf_set_error_cb) \
    F(rd_kafka_conf_set_log_cb) \
    F(rd_kafka_conf_set_opaque) \
    F(rd_kafka_conf_set_resolve_cb) \
    F(rd_kafka_destroy) \
    F(rd_kafka_err2str) \
    F(rd_kafka_flush) \
    F(rd_kafka_last_error) \
    F(rd_kafka_metadata) \
    F(rd_kafka_metadata_destroy) \
    F(rd_kafka_new) \
    F(rd_kafka_poll) \
    F(rd_kafka_produce) \
    F(rd_kafka_purge) \
    F(rd_kafka_topic_destroy) \
    F(rd_kafka_topic_new)
// clang-format on

struct KafkaLibrary {
#define FLUXI_KAFKA_MEMBER(name) decltype(&::name) name = nullptr;
    FLUXI_KAFKA_FUNCTIONS(FLUXI_KAFKA_MEMBER)
#undef FLUXI_KAFKA_MEMBER
};

/// Throws base::RuntimeError (Code::network) where the machine has no librdkafka.
const KafkaLibrary& kafka();

}  // namespace fluxi::net
