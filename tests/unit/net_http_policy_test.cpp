#include <doctest/doctest.h>

#include <thread>

#include "tests/support/http_requests.hpp"

using namespace fluxi;
using namespace fluxi::net;
using namespace fluxi::test;
using namespace std::chrono_literals;

TEST_CASE("--deny-net and --allow-net") {
    const HttpServer server;
    auto host = quiet_host();
    host.network.allow = {host::parse_host_port(host_of(server), "--allow-net")};
    CHECK(HttpClient(host).send(get(server.url())).status == 200);
    host.network.allow = {host::parse_host_port("localhost", "--allow-net")};
    {
        HttpClient client(host);
        const auto failure = failure_of(client, get(server.url()));
        CHECK(failure.code == base::Code::denied);
        CHECK(failure.message == "Get \"" + server.url() + "\": " + host_of(server) +
                                     " is not among the hosts of --allow-net");
    }
    host.network.deny_all = true;
    HttpClient client(host);
    CHECK(message_of(client, get(server.url())).find("--deny-net") != std::string::npos);
    CHECK(server.requests().size() == 1);
}

TEST_CASE("--deny-private-net looks at the address connected to") {
    const HttpServer server;
    auto host = quiet_host();
    host.network.deny_private = true;
    HttpClient client(host);
    const std::string port = ":" + std::to_string(server.port());
    for (const auto& name : {"127.0.0.1" + port, "localhost" + port, "[::ffff:127.0.0.1]" + port,
                             "0x7f.1" + port, "2130706433" + port}) {
        CAPTURE(name);
        const auto failure = failure_of(client, get("http://" + name + "/"));
        CHECK(failure.code == base::Code::denied);
        CHECK(failure.message.find("is a private address (--deny-private-net)") !=
              std::string::npos);
    }
    CHECK(server.requests().empty());
    // A proxy would hide the address, so it is not used.
    host.environment = std::make_shared<host::MapEnvironment>(
        std::map<std::string, std::string>{{"http_proxy", server.url()}});
    HttpClient behind_proxy(host);
    CHECK(failure_of(behind_proxy, get("http://10.0.0.1/")).code == base::Code::denied);
    CHECK(server.requests().empty());
}

TEST_CASE("a redirect cannot leave what is allowed") {
    const HttpServer target;
    const HttpServer server(in_turn({redirect(302, target.url())}));
    auto host = quiet_host();
    host.network.allow = {host::parse_host_port(host_of(server), "--allow-net")};
    HttpClient client(host);
    const auto failure = failure_of(client, get(server.url()));
    CHECK(failure.code == base::Code::denied);
    CHECK(failure.message.find(target.url()) != std::string::npos);
    CHECK(target.requests().empty());
}

TEST_CASE("--connect-to leads elsewhere and keeps the name") {
    const HttpServer server;
    auto host = quiet_host();
    host.network.connect_to = {"example.com:80:127.0.0.1:" + std::to_string(server.port())};
    host.network.allow = {host::parse_host_port("example.com", "--allow-net")};
    HttpClient client(host);
    CHECK(client.send(post("http://example.com/x", "b")).status == 200);
    CHECK(server.requests().at(0).header("Host") == "example.com");
    CHECK(server.requests().at(0).target == "/x");
}

TEST_CASE("proxies come from the environment") {
    const HttpServer proxy;
    auto host = quiet_host();
    host.environment = std::make_shared<host::MapEnvironment>(std::map<std::string, std::string>{
        {"HTTP_PROXY", proxy.url()}, {"NO_PROXY", "direct.invalid"}});
    HttpClient client(host);
    CHECK(client.send(get("http://far.invalid/p?q")).status == 200);
    CHECK(proxy.requests().at(0).target == "http://far.invalid/p?q");
    CHECK(message_of(client, get("http://direct.invalid/")).find("no such host") !=
          std::string::npos);
    const HttpServer local;
    CHECK(client.send(get(local.url())).status == 200);
    CHECK(local.requests().size() == 1);
}

TEST_CASE("dry run shows each request and answers with its body") {
    auto host = quiet_host();
    host.network.http = host::HttpMode::dry_run;
    const auto notes = std::make_shared<host::BufferNotes>();
    host.notes = notes;
    HttpClient client(host);
    const auto response =
        client.send(post("http://example.com/", "The value is -2\nsecond", {{"header1", "one"}}));
    CHECK(response.status == 200);
    CHECK(response.body == "The value is -2\nsecond");
    CHECK(client.send(get("https://example.com/x?y")).body.empty());
    client.send(post("http://example.com/", std::string("\0\xff", 2)));
    CHECK(notes->text() ==
          "dry run: request 1: POST http://example.com/\n"
          "    Host: example.com\n"
          "    User-Agent: fluxi/0.1\n"
          "    Content-Length: 22\n"
          "    Header1: one\n"
          "    Accept-Encoding: gzip\n"
          "\n"
          "    The value is -2\n"
          "    second\n"
          "dry run: request 2: GET https://example.com/x?y\n"
          "    Host: example.com\n"
          "    User-Agent: fluxi/0.1\n"
          "    Accept-Encoding: gzip\n"
          "dry run: request 3: POST http://example.com/\n"
          "    Host: example.com\n"
          "    User-Agent: fluxi/0.1\n"
          "    Content-Length: 2\n"
          "    Accept-Encoding: gzip\n"
          "\n"
          "    (2 bytes, not text: 00ff)\n");
    CHECK_THROWS_AS(client.send(get("ftp://x/")), base::RuntimeError);
}

TEST_CASE("mock answers without a word") {
    auto host = quiet_host();
    host.network.http = host::HttpMode::mock;
    const auto notes = std::make_shared<host::BufferNotes>();
    host.notes = notes;
    CHECK(HttpClient(host).send(post("http://example.com/", "b")).body == "b");
    CHECK(notes->text().empty());
}
