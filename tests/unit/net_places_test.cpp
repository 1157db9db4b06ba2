// Where sockets, brokers and databases lead: addresses as scripts write them, and the policy.
#include "base/error.hpp"
#include "net/mqtt_client.hpp"
#include "net/resolve.hpp"
#include "net/socket_stream.hpp"

using namespace fluxi;

TEST_CASE("net: addresses of sockets") {
    const auto text = [](std::string_view url) { return net::parse_socket_url(url).text(); };
    CHECK(text("tcp://a:1") == "tcp://a:1");
    CHECK(text("a:1") == "tcp://a:1");
    CHECK(text("tcp://[::1]:80/x?y") == "tcp://[::1]:80");
    CHECK(text("unix:///run/a") == "unix:///run/a");
    for (const std::string_view bad :
         {"", "a", "a:", "a:x", "a:0", "a:70000", ":1", "tcp://::1:80", "unix://", "http://a:1"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(net::parse_socket_url(bad), base::RuntimeError);
    }
}

TEST_CASE("net: addresses of MQTT brokers") {
    const auto text = [](std::string_view url) { return net::parse_mqtt_broker(url).text(); };
    CHECK(text("tcp://a") == "tcp://a:1883");
    CHECK(text("mqtt://a:1/") == "tcp://a:1");
    CHECK(text("ssl://a") == "tls://a:8883");
    CHECK(text("tcp://[::1]") == "tcp://[::1]:1883");
    CHECK(text("tcp://[::1]:5") == "tcp://[::1]:5");
    for (const std::string_view bad : {"", "tcp://", "ws://a", "tcp://a:x", "tcp://me:pw@a"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(net::parse_mqtt_broker(bad), base::RuntimeError);
    }
}

TEST_CASE("net: --connect-to for what is not HTTP") {
    host::NetworkPolicy policy;
    policy.connect_to = {"a:1:b:2", "a::[::1]:", "::c:3"};
    using Place = host::HostPort;
    CHECK(net::redirected(policy, "A", 1) == Place{"b", 2});
    CHECK(net::redirected(policy, "a", 9) == Place{"::1", 9});
    CHECK(net::redirected(policy, "x", 1) == Place{"c", 3});
    CHECK(net::redirected({}, "[::1]", 1) == Place{"::1", 1});
}

TEST_CASE("net: resolving holds to the policy") {
    host::NetworkPolicy policy;
    const net::Target target = net::resolve(policy, "127.0.0.1", 5);
    CHECK(target.port == 5);
    CHECK(target.addresses.front().text() == "127.0.0.1");
    policy.deny_private = true;
    CHECK_THROWS_WITH_AS(net::resolve(policy, "127.0.0.1", 5),
                         "127.0.0.1:5: 127.0.0.1 is a private address (--deny-private-net)",
                         base::RuntimeError);
    policy.connect_to = {"public.test::127.0.0.1:"};
    CHECK_THROWS_AS(net::resolve(policy, "public.test", 5), base::RuntimeError);
    policy = {};
    policy.allow = {{"a", 1}};
    CHECK_THROWS_AS(net::resolve(policy, "127.0.0.1", 1), base::RuntimeError);
}
