#include "net/mqtt_broker.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <system_error>

#include <fmt/core.h>

#include "base/error.hpp"

namespace fluxi::net {

std::string MqttBroker::text() const {
    const bool v6 = host.find(':') != std::string::npos;
    return fmt::format("{}://{}{}{}:{}", tls ? "tls" : "tcp", v6 ? "[" : "", host, v6 ? "]" : "",
                       port);
}

namespace {

bool among(std::string_view scheme, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), scheme) != names.end();
}

}  // namespace

MqttBroker parse_mqtt_broker(std::string_view url) {
    const auto mark = url.find("://");
    const std::string_view scheme =
        mark == std::string_view::npos ? std::string_view("tcp") : url.substr(0, mark);
    std::string_view rest = mark == std::string_view::npos ? url : url.substr(mark + 3);
    MqttBroker broker;
    broker.tls = among(scheme, {"tls", "ssl", "mqtts", "mqtt+ssl", "tcps"});
    if (broker.tls) broker.port = 8883;
    if (!broker.tls && !among(scheme, {"tcp", "mqtt"})) {
        base::fail("{}: the scheme of the broker must be tcp, mqtt, tls, ssl or mqtts, found {}{}",
                   url, scheme,
                   among(scheme, {"ws", "wss"}) ? " (WebSockets are not built in)" : "");
    }
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (rest.find('@') != std::string_view::npos) {
        base::fail("give the name and password as username and password, not in broker");
    }
    const auto colon = rest.rfind(':');
    const bool has_port = colon != std::string_view::npos && rest.find(']', colon) == rest.npos;
    std::string_view host = has_port ? rest.substr(0, colon) : rest;
    if (has_port) {
        const std::string_view port = rest.substr(colon + 1);
        const auto [end, error] =
            std::from_chars(port.data(), port.data() + port.size(), broker.port);
        if (error != std::errc{} || end != port.data() + port.size() || broker.port == 0) {
            base::fail("{}: expected tcp://HOST:PORT", url);
        }
    }
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    if (host.empty()) base::fail("{}: expected tcp://HOST:PORT", url);
    broker.host = host;
    return broker;
}

}  // namespace fluxi::net
