// Sends messages to a topic of Apache Kafka. The network is served by threads of librdkafka that
// live as long as the producer; the producer itself is used by one thread. Every broker it hears of
// is held to the policy of the run. Waiting ends with the run.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/cancel.hpp"
#include "host/network_policy.hpp"

namespace fluxi::net {

/// Which partition a message goes to.
enum class KafkaBalancer : std::uint8_t {
    hash,         ///< by FNV-1a of the key
    round_robin,  ///< one after the other
    least_bytes,  ///< the one that was sent least
};

struct KafkaSettings {
    std::vector<std::string> brokers{};  ///< HOST or HOST:PORT
    std::string topic{};
    KafkaBalancer balancer = KafkaBalancer::hash;
};

class KafkaProducer {
  public:
    /// Throws base::RuntimeError with Code::denied or Code::network. `policy` and `cancel` outlive
    /// the producer.
    KafkaProducer(const KafkaSettings& settings, const host::NetworkPolicy& policy,
                  const base::CancelToken& cancel);
    /// What was not delivered yet is thrown away.
    ~KafkaProducer();
    KafkaProducer(const KafkaProducer&) = delete;
    KafkaProducer& operator=(const KafkaProducer&) = delete;

    /// Queues a message.
    void send(std::string_view key, std::string_view payload);
    /// Waits until every message is delivered; throws if one was not.
    void flush();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fluxi::net
