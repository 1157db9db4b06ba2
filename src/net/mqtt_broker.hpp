// Where an MQTT broker is, read from the URL that a script gives. A plain value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fluxi::net {

struct MqttBroker {
    bool tls = false;
    std::string host{};
    std::uint16_t port = 1883;
    [[nodiscard]] std::string text() const;
};

/// Reads `tcp://HOST:PORT`, `mqtt://…` (port 1883 unless given), `tls://…`, `ssl://…`, `mqtts://…`,
/// `mqtt+ssl://…`, `tcps://…` (8883). Throws base::RuntimeError for another form; WebSockets are
/// not built in.
MqttBroker parse_mqtt_broker(std::string_view url);

}  // namespace fluxi::net
