#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "base/error.hpp"
#include "net/http_client.hpp"
#include "tests/support/http_requests.hpp"

using namespace fluxi;
using namespace fluxi::net;
using namespace std::chrono_literals;
using namespace fluxi::test;

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
