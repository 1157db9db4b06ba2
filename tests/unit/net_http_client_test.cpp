#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "base/error.hpp"
#include "net/http_client.hpp"
#include "tests/support/http_server.hpp"

using namespace fluxi;
using namespace fluxi::net;
using namespace std::chrono_literals;
using test::Answer;
using test::HeaderList;
using test::HttpServer;
using test::Recorded;

namespace {

/// A host that knows nothing of the machine's environment.
host::Host quiet_host() {
    host::Host host;
    host.environment = std::make_shared<host::MapEnvironment>();
    host.notes = std::make_shared<host::BufferNotes>();
    return host;
}

Request post(const std::string& url, std::string body = {}, Headers headers = {}) {
    Request request;
    request.method = "POST";
    request.url = url;
    request.body = std::move(body);
    request.headers = std::move(headers);
    return request;
}

Request get(const std::string& url, std::chrono::nanoseconds timeout = 0ns) {
    Request request;
    request.url = url;
    request.timeout = timeout;
    return request;
}

struct Failure {
    base::Code code = base::Code::internal;
    std::string message = "(no error)";
};

Failure failure_of(HttpClient& client, const Request& request) {
    try {
        client.send(request);
    } catch (const base::RuntimeError& error) {
        return {error.diagnostic().code, error.what()};
    }
    return {};
}

std::string message_of(HttpClient& client, const Request& request) {
    return failure_of(client, request).message;
}

/// A server that gives these answers in turn, the last one again and again.
HttpServer::Script in_turn(std::vector<Answer> answers) {
    return [answers](const Recorded& request) {
        return answers[std::min(request.number, answers.size() - 1)];
    };
}

Answer redirect(int status, std::string location) {
    return {status, {{"Location", std::move(location)}}};
}

std::string host_of(const HttpServer& server) {
    return "127.0.0.1:" + std::to_string(server.port());
}

}  // namespace

TEST_CASE("a POST carries exactly these headers in this order") {
    const HttpServer server;
    HttpClient client(quiet_host());
    CHECK(client
              .send(post(server.url("/p?q=1"), "hello",
                         {{"x-custom", "1"},
                          {"AUTHORIZATION", " t "},
                          {"host", "evil"},
                          {"content-length", "99"},
                          {"X-CUSTOM", "2"},
                          {"empty", ""}}))
              .status == 200);
    CHECK(client.send(post(server.url())).status == 200);
    const auto requests = server.requests();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].method == "POST");
    CHECK(requests[0].target == "/p?q=1");
    CHECK(requests[0].body == "hello");
    CHECK(requests[0].headers == HeaderList{{"Host", host_of(server)},
                                            {"User-Agent", "fluxi/0.1"},
                                            {"Content-Length", "5"},
                                            {"Authorization", "t"},
                                            {"Empty", ""},
                                            {"X-Custom", "2"},
                                            {"Accept-Encoding", "gzip"}});
    CHECK(requests[1].headers == HeaderList{{"Host", host_of(server)},
                                            {"User-Agent", "fluxi/0.1"},
                                            {"Content-Length", "0"},
                                            {"Accept-Encoding", "gzip"}});
}

TEST_CASE("a script may set User-Agent, Accept-Encoding, Accept and Content-Type") {
    const HttpServer server(in_turn({{200, {}, "text", 0, false, false, false, true}}));
    HttpClient client(quiet_host());
    const auto response = client.send(post(server.url(), "{}",
                                           {{"user-agent", "me"},
                                            {"accept-encoding", "gzip"},
                                            {"accept", "a/b"},
                                            {"content-type", "application/json"}}));
    CHECK(server.requests().at(0).headers == HeaderList{{"Host", host_of(server)},
                                                        {"User-Agent", "me"},
                                                        {"Content-Length", "2"},
                                                        {"Accept", "a/b"},
                                                        {"Accept-Encoding", "gzip"},
                                                        {"Content-Type", "application/json"}});
    // Who asks for gzip gets gzip.
    CHECK(response.body.substr(0, 2) == "\x1f\x8b");
    CHECK(response.header("content-encoding") == "gzip");
}

TEST_CASE("other methods send a length only with a body") {
    const HttpServer server;
    HttpClient client(quiet_host());
    for (const char* method : {"GET", "HEAD", "DELETE", "PUT", "PATCH"}) {
        Request request = get(server.url());
        request.method = method;
        CHECK(client.send(request).status == 200);
    }
    Request with_body = get(server.url());
    with_body.body = "b";
    CHECK(client.send(with_body).status == 200);
    const auto requests = server.requests();
    REQUIRE(requests.size() == 6);
    CHECK(requests[0].headers == HeaderList{{"Host", host_of(server)},
                                            {"User-Agent", "fluxi/0.1"},
                                            {"Accept-Encoding", "gzip"}});
    CHECK(requests[1].method == "HEAD");
    CHECK(requests[1].header("Accept-Encoding").empty());
    CHECK(requests[2].header("Content-Length").empty());
    CHECK(requests[3].header("Content-Length") == "0");
    CHECK(requests[4].header("Content-Length") == "0");
    CHECK(requests[5].method == "GET");
    CHECK(requests[5].header("Content-Length") == "1");
    CHECK(requests[5].body == "b");
}

TEST_CASE("a header that cannot be sent is refused") {
    const HttpServer server;
    HttpClient client(quiet_host());
    CHECK(message_of(client, post(server.url(), "", {{"a", "x\r\nInjected: y"}})).find("\"a\"") !=
          std::string::npos);
    CHECK(message_of(client, post(server.url(), "", {{"a b", "x"}})).find("\"a b\"") !=
          std::string::npos);
    CHECK(server.requests().empty());
}

TEST_CASE("one connection serves many requests") {
    const HttpServer server;
    HttpClient client(quiet_host());
    for (int i = 0; i < 12; ++i) client.send(post(server.url(), std::to_string(i)));
    const auto requests = server.requests();
    REQUIRE(requests.size() == 12);
    CHECK(requests.back().connection == 0);
    CHECK(requests.back().body == "11");
}

TEST_CASE("the answer: status, headers, body, duration") {
    const HttpServer server(
        in_turn({{500, {{"x-many", "1"}, {"X-Many", "2"}, {"content-type", "t"}}, "oops", 30}}));
    HttpClient client(quiet_host());
    const auto response = client.send(get(server.url()));
    CHECK(response.status == 500);
    CHECK(response.body == "oops");
    CHECK(response.header("x-many") == "2");
    CHECK(
        response.headers ==
        Headers{{"X-Many", "1"}, {"X-Many", "2"}, {"Content-Type", "t"}, {"Content-Length", "4"}});
    CHECK(response.duration_ns >= 30'000'000);
    Request discarding = get(server.url());
    discarding.keep_body = false;
    CHECK(client.send(discarding).body.empty());
}

TEST_CASE("bodies come chunked and compressed") {
    const std::string text(5000, 'x');
    Answer chunked{200, {}, text};
    chunked.chunked = true;
    Answer both = chunked;
    both.gzip = true;
    const HttpServer server(in_turn({chunked, both}));
    HttpClient client(quiet_host());
    CHECK(client.send(get(server.url())).body == text);
    const auto response = client.send(get(server.url()));
    CHECK(response.body == text);
    CHECK_FALSE(response.header("Content-Encoding").has_value());
}

TEST_CASE("301 turns a POST into a GET, 307 keeps it") {
    const HttpServer server([](const Recorded& request) {
        if (request.target == "/301") return redirect(301, "/there?x=1");
        if (request.target == "/307") return redirect(307, "there");
        if (request.target == "/none") return Answer{302};
        return Answer{};
    });
    HttpClient client(quiet_host());
    const Headers headers{{"Content-Type", "t"}, {"Authorization", "a"}};
    CHECK(client.send(post(server.url("/301"), "body", headers)).status == 200);
    CHECK(client.send(post(server.url("/307"), "body", headers)).status == 200);
    CHECK(client.send(post(server.url("/none"))).status == 302);
    Request stay = get(server.url("/301"));
    stay.follow_redirects = false;
    CHECK(client.send(stay).status == 301);
    const auto requests = server.requests();
    REQUIRE(requests.size() == 6);
    CHECK(requests[1].method == "GET");
    CHECK(requests[1].target == "/there?x=1");
    CHECK(requests[1].body.empty());
    CHECK(requests[1].headers == HeaderList{{"Host", host_of(server)},
                                            {"User-Agent", "fluxi/0.1"},
                                            {"Authorization", "a"},
                                            {"Referer", server.url("/301")},
                                            {"Accept-Encoding", "gzip"}});
    CHECK(requests[3].method == "POST");
    CHECK(requests[3].body == "body");
    CHECK(requests[3].header("Content-Type") == "t");
    CHECK(requests[3].header("Referer") == server.url("/307"));
}

TEST_CASE("credentials do not follow to another host") {
    const HttpServer server([](const Recorded& request) {
        if (request.target == "/") {
            return redirect(302, "http://other.test:" + request.header("Host").substr(10) + "/b");
        }
        return Answer{};
    });
    auto host = quiet_host();
    host.network.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
    HttpClient client(host);
    auto request = get("http://u:p@127.0.0.1:" + std::to_string(server.port()) + "/");
    request.headers = {{"Cookie", "c"}, {"X-Other", "o"}};
    client.send(request);
    const auto requests = server.requests();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].header("Authorization") == basic_auth("u", "p"));
    CHECK(requests[1].header("Authorization").empty());
    CHECK(requests[1].header("Cookie").empty());
    CHECK(requests[1].header("X-Other") == "o");
    CHECK(requests[1].header("Host") == "other.test:" + std::to_string(server.port()));
}

TEST_CASE("redirects end after ten") {
    const HttpServer server(in_turn({redirect(302, "/loop")}));
    HttpClient client(quiet_host());
    CHECK(message_of(client, post(server.url())) ==
          "Post \"" + server.url("/loop") + "\": stopped after 10 redirects");
    CHECK(server.requests().size() == 10);
}

TEST_CASE("a server that never answers ends in a timeout, the client goes on") {
    Answer never;
    never.never = true;
    const HttpServer server(in_turn({never, {}}));
    HttpClient client(quiet_host());
    const auto began = std::chrono::steady_clock::now();
    CHECK(message_of(client, get(server.url(), 100ms)) ==
          "Get \"" + server.url() + "\": timeout while awaiting headers");
    CHECK(std::chrono::steady_clock::now() - began < 2s);
    CHECK(client.send(get(server.url(), 2s)).status == 200);
}

TEST_CASE("refused, unknown, closed, broken off") {
    Answer closing;
    closing.close = true;
    Answer half{200, {}, "half"};
    half.claim_length = 100;
    const HttpServer server(in_turn({{}, closing, half}));
    HttpClient client(quiet_host());
    const std::string nobody = "127.0.0.1:" + std::to_string(test::unused_port());
    const auto refused = failure_of(client, post("http://" + nobody + "/"));
    CHECK(refused.code == base::Code::network);
    CHECK(refused.message ==
          "Post \"http://" + nobody + "/\": dial tcp " + nobody + ": connect: connection refused");
    CHECK(message_of(client, get("http://nowhere.invalid/")) ==
          "Get \"http://nowhere.invalid/\": lookup nowhere.invalid: no such host");
    CHECK(client.send(post(server.url(), "1")).status == 200);
    // The connection is a kept one, and yet the request goes out only once.
    CHECK(message_of(client, post(server.url(), "2")) ==
          "Post \"" + server.url() + "\": EOF: the server closed the connection without an answer");
    CHECK(server.requests().size() == 2);
    CHECK(message_of(client, get(server.url())).find("unexpected EOF") != std::string::npos);
}

TEST_CASE("the body limit: a declared excess fails, an undeclared one is cut") {
    Answer chunked{200, {}, std::string(3000, 'x')};
    chunked.chunked = true;
    const HttpServer server(
        in_turn({{200, {}, std::string(1001, 'x')}, {200, {}, std::string(1000, 'x')}, chunked}));
    HttpLimits limits;
    limits.body_bytes = 1000;
    HttpClient client(quiet_host(), nullptr, limits);
    CHECK(message_of(client, get(server.url())) ==
          "Get \"" + server.url() + "\": the body of the answer is larger than 1000 bytes");
    CHECK(client.send(get(server.url())).body.size() == 1000);
    CHECK(client.send(get(server.url())).body.size() == 1000);
}

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

TEST_CASE("a cancelled run stops waiting at once") {
    Answer never;
    never.never = true;
    const HttpServer server(in_turn({never}));
    base::CancelToken cancel;
    HttpClient client(quiet_host(), &cancel);
    std::thread canceller([&] {
        server.wait_for(1);
        cancel.cancel();
    });
    const auto began = std::chrono::steady_clock::now();
    const auto failure = failure_of(client, get(server.url()));
    canceller.join();
    CHECK(failure.code == base::Code::cancelled);
    CHECK(std::chrono::steady_clock::now() - began < 2s);
    CHECK(failure_of(client, get(server.url())).code == base::Code::cancelled);
}
