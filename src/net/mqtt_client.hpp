// A connection to an MQTT broker that messages are published on. The network is served by a thread
// of libmosquitto that lives as long as the client; the client itself is used by one thread.
// Waiting ends with the run.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/cancel.hpp"
#include "host/network_policy.hpp"
#include "net/mqtt_broker.hpp"

namespace fluxi::net {

struct MqttSettings {
    MqttBroker broker{};
    std::string client_id{};
    std::string username{};  ///< empty: none
    std::string password{};
    std::chrono::nanoseconds timeout{
        std::chrono::seconds(1)};  ///< to connect, and for each message
};

struct MqttMessage {
    std::string topic{};
    std::string payload{};
    int qos = 0;  ///< 0 to 2
    bool retain = false;
};

class MqttClient {
  public:
    /// Connects under the policy. `cancel` outlives the client. Throws base::RuntimeError with
    /// Code::denied or Code::network.
    MqttClient(const MqttSettings& settings, const host::NetworkPolicy& policy,
               const base::CancelToken& cancel);
    /// Says goodbye to the broker.
    ~MqttClient();
    MqttClient(const MqttClient&) = delete;
    MqttClient& operator=(const MqttClient&) = delete;

    /// Returns when the message was sent (qos 0) or the broker has it (1 and 2). Throws as the
    /// constructor.
    void publish(const MqttMessage& message);

  private:
    struct Session;
    std::unique_ptr<Session> session_;
};

}  // namespace fluxi::net
