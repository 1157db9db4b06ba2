#include "net/kafka_producer.hpp"

#include <netdb.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <mutex>

#include "base/error.hpp"
#include "net/kafka_library.hpp"
#include "net/resolve.hpp"

namespace fluxi::net {

namespace {

constexpr std::uint16_t kPort = 9092;
constexpr int kWaitMs = 30'000;  ///< for a broker that does not answer
constexpr int kPollMs = 50;

/// What threads of librdkafka tell.
struct Trouble {
    const host::NetworkPolicy* policy = nullptr;
    std::mutex mutex{};
    std::string last{};   ///< the last error; guarded by `mutex`
    bool denied = false;  ///< it is a refusal of the policy; guarded by `mutex`

    void set(std::string text, bool is_denied) {
        const std::lock_guard lock(mutex);
        if (denied) return;
        last = std::move(text);
        denied = is_denied;
    }
};

/// Looks a broker up. Called with a null node to free what it gave.
int on_resolve(const char* node, const char* service, const addrinfo* hints, addrinfo** found,
               void* data) {
    if (node == nullptr) {
        freeaddrinfo(*found);
        return 0;
    }
    auto& trouble = *static_cast<Trouble*>(data);
    try {
        std::uint16_t port = kPort;
        const std::string_view text(service);
        std::from_chars(text.data(), text.data() + text.size(), port);
        trouble.policy->check_target(node, port);
        const host::HostPort place = redirected(*trouble.policy, node, port);
        return getaddrinfo(place.host.c_str(), std::to_string(*place.port).c_str(), hints, found);
    } catch (const base::RuntimeError& error) {
        trouble.set(error.diagnostic().message, true);
        return EAI_FAIL;
    }
}

int on_connect(int fd, const sockaddr* address, int length, const char* /*broker*/, void* data) {
    auto& trouble = *static_cast<Trouble*>(data);
    if (const auto refusal = trouble.policy->refusal(*address)) {
        trouble.set(*refusal, true);
        return EACCES;
    }
    const int status = ::connect(fd, address, static_cast<socklen_t>(length));
    // The socket does not block: librdkafka itself waits for the connection.
    return status == 0 || errno == EINPROGRESS ? 0 : errno;
}

void on_error(rd_kafka_t* /*client*/, int /*code*/, const char* reason, void* data) {
    static_cast<Trouble*>(data)->set(reason, false);
}

void on_delivery(rd_kafka_t* /*client*/, const rd_kafka_message_t* message, void* data) {
    if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) return;
    auto& trouble = *static_cast<Trouble*>(data);
    const std::lock_guard lock(trouble.mutex);
    if (trouble.last.empty()) trouble.last = kafka().rd_kafka_err2str(message->err);
    *static_cast<bool*>(message->_private) = true;
}

struct ConfigDestroy {
    void operator()(rd_kafka_conf_t* config) const { kafka().rd_kafka_conf_destroy(config); }
};
struct ClientDestroy {
    void operator()(rd_kafka_t* client) const {
        kafka().rd_kafka_purge(client, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        kafka().rd_kafka_poll(client, 0);
        kafka().rd_kafka_destroy(client);
    }
};
struct TopicDestroy {
    void operator()(rd_kafka_topic_t* topic) const { kafka().rd_kafka_topic_destroy(topic); }
};

void set(rd_kafka_conf_t* config, const char* name, const std::string& text) {
    std::array<char, 512> reason{};
    if (kafka().rd_kafka_conf_set(config, name, text.c_str(), reason.data(), reason.size()) !=
        RD_KAFKA_CONF_OK) {
        base::fail_with(base::Code::network, "kafka: {}", reason.data());
    }
}

/// Refuses a broker that the run may not reach before anything is sent.
void check_broker(const std::string& broker, const host::NetworkPolicy& policy) {
    if (broker.find(',') != std::string::npos || broker.find("://") != std::string::npos) {
        base::fail("kafka: broker \"{}\": expected HOST:PORT", broker);
    }
    const auto colon = broker.rfind(':');
    const bool has_port =
        colon != std::string::npos && broker.find(']', colon) == std::string::npos;
    std::uint16_t port = kPort;
    if (has_port) {
        const char* end = broker.data() + broker.size();
        const auto result = std::from_chars(broker.data() + colon + 1, end, port);
        if (result.ec != std::errc{} || result.ptr != end || port == 0) {
            base::fail("kafka: broker \"{}\": expected HOST:PORT", broker);
        }
    }
    (void)resolve(policy, has_port ? broker.substr(0, colon) : broker, port);
}

}  // namespace

struct KafkaProducer::State {
    KafkaBalancer balancer;
    const base::CancelToken& cancel;
    Trouble trouble{};  ///< outlives the client, whose threads write to it
    bool lost = false;  ///< a message was not delivered
    std::unique_ptr<rd_kafka_t, ClientDestroy> client{};
    std::unique_ptr<rd_kafka_topic_t, TopicDestroy> topic{};
    std::vector<std::uint64_t> sent{};  ///< bytes (or messages) by partition, if it is chosen here

    State(KafkaBalancer given, const host::NetworkPolicy& policy, const base::CancelToken& token)
        : balancer(given), cancel(token) {
        trouble.policy = &policy;
    }

    [[noreturn]] void fail(std::string_view what) {
        const std::lock_guard lock(trouble.mutex);
        base::fail_with(trouble.denied ? base::Code::denied : base::Code::network, "kafka: {}{}{}",
                        what, trouble.last.empty() ? "" : ": ", trouble.last);
    }

    void check_denied() {
        const std::lock_guard lock(trouble.mutex);
        if (trouble.denied) base::fail_with(base::Code::denied, "kafka: {}", trouble.last);
    }

    void load_partitions() {
        const struct rd_kafka_metadata* metadata = nullptr;
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kWaitMs);
        auto status = RD_KAFKA_RESP_ERR__TIMED_OUT;
        while (status != RD_KAFKA_RESP_ERR_NO_ERROR && std::chrono::steady_clock::now() < end) {
            cancel.check();
            check_denied();
            status = kafka().rd_kafka_metadata(client.get(), 0, topic.get(), &metadata, 500);
        }
        if (status != RD_KAFKA_RESP_ERR_NO_ERROR) fail(kafka().rd_kafka_err2str(status));
        if (metadata->topic_cnt > 0 && metadata->topics[0].partition_cnt > 0) {
            sent.resize(static_cast<std::size_t>(metadata->topics[0].partition_cnt));
        }
        kafka().rd_kafka_metadata_destroy(metadata);
        if (sent.empty()) fail("the topic has no partitions");
    }

    std::int32_t partition_for(std::size_t bytes) {
        if (balancer == KafkaBalancer::hash) return RD_KAFKA_PARTITION_UA;
        // Round robin is the least number of messages.
        const auto least = std::min_element(sent.begin(), sent.end());
        *least += balancer == KafkaBalancer::least_bytes ? bytes : 1;
        return static_cast<std::int32_t>(least - sent.begin());
    }
};

KafkaProducer::KafkaProducer(const KafkaSettings& settings, const host::NetworkPolicy& policy,
                             const base::CancelToken& cancel)
    : state_(std::make_unique<State>(settings.balancer, policy, cancel)) {
    std::string brokers;
    for (const std::string& broker : settings.brokers) {
        check_broker(broker, policy);
        brokers += (brokers.empty() ? "" : ",") + broker;
    }
    const KafkaLibrary& library = kafka();
    std::unique_ptr<rd_kafka_conf_t, ConfigDestroy> config(library.rd_kafka_conf_new());
    set(config.get(), "bootstrap.servers", brokers);
    set(config.get(), "client.id", "fluxi");
    set(config.get(), "partitioner", "fnv1a");
    set(config.get(), "message.timeout.ms", std::to_string(kWaitMs));
    library.rd_kafka_conf_set_opaque(config.get(), &state_->trouble);
    library.rd_kafka_conf_set_resolve_cb(config.get(), on_resolve);
    library.rd_kafka_conf_set_connect_cb(config.get(), on_connect);
    library.rd_kafka_conf_set_error_cb(config.get(), on_error);
    library.rd_kafka_conf_set_dr_msg_cb(config.get(), on_delivery);
    // Its log would go to standard error; what matters comes through the callbacks.
    library.rd_kafka_conf_set_log_cb(config.get(), nullptr);
    std::array<char, 512> reason{};
    state_->client.reset(
        library.rd_kafka_new(RD_KAFKA_PRODUCER, config.get(), reason.data(), reason.size()));
    if (!state_->client) base::fail_with(base::Code::network, "kafka: {}", reason.data());
    static_cast<void>(config.release());  // the client owns it now
    state_->topic.reset(
        library.rd_kafka_topic_new(state_->client.get(), settings.topic.c_str(), nullptr));
    if (!state_->topic) {
        base::fail_with(base::Code::network, "kafka: topic \"{}\": {}", settings.topic,
                        library.rd_kafka_err2str(library.rd_kafka_last_error()));
    }
    if (settings.balancer != KafkaBalancer::hash) state_->load_partitions();
}

KafkaProducer::~KafkaProducer() = default;

void KafkaProducer::send(std::string_view key, std::string_view payload) {
    State& state = *state_;
    const KafkaLibrary& library = kafka();
    const std::int32_t partition = state.partition_for(key.size() + payload.size());
    while (library.rd_kafka_produce(state.topic.get(), partition, RD_KAFKA_MSG_F_COPY,
                                    const_cast<char*>(payload.data()), payload.size(), key.data(),
                                    key.size(), &state.lost) != 0) {
        const auto error = library.rd_kafka_last_error();
        if (error != RD_KAFKA_RESP_ERR__QUEUE_FULL) state.fail(library.rd_kafka_err2str(error));
        library.rd_kafka_poll(state.client.get(), kPollMs);
        state.cancel.check();
        state.check_denied();
    }
    library.rd_kafka_poll(state.client.get(), 0);
    if (state.lost) state.fail("a message was not delivered");
}

void KafkaProducer::flush() {
    State& state = *state_;
    while (kafka().rd_kafka_flush(state.client.get(), kPollMs) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        state.cancel.check();
        state.check_denied();
    }
    if (state.lost) state.fail("a message was not delivered");
}

}  // namespace fluxi::net
