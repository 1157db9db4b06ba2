// Requests of tests, the answers they get, and how they fail.
#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "net/http_client.hpp"
#include "tests/support/http_server.hpp"

namespace fluxi::test {

/// A host that knows nothing of the machine's environment.
inline host::Host quiet_host() {
    host::Host host;
    host.environment = std::make_shared<host::MapEnvironment>();
    host.notes = std::make_shared<host::BufferNotes>();
    return host;
}

inline net::Request post(const std::string& url, std::string body = {}, net::Headers headers = {}) {
    net::Request request;
    request.method = "POST";
    request.url = url;
    request.body = std::move(body);
    request.headers = std::move(headers);
    return request;
}

inline net::Request get(const std::string& url, std::chrono::nanoseconds timeout = {}) {
    net::Request request;
    request.url = url;
    request.timeout = timeout;
    return request;
}

struct Failure {
    base::Code code = base::Code::internal;
    std::string message = "(no error)";
};

inline Failure failure_of(net::HttpClient& client, const net::Request& request) {
    try {
        client.send(request);
    } catch (const base::RuntimeError& error) {
        return {error.diagnostic().code, error.what()};
    }
    return {};
}

inline std::string message_of(net::HttpClient& client, const net::Request& request) {
    return failure_of(client, request).message;
}

/// A server that gives these answers in turn, the last one again and again.
inline HttpServer::Script in_turn(std::vector<Answer> answers) {
    return [answers](const Recorded& request) {
        return answers[std::min(request.number, answers.size() - 1)];
    };
}

inline Answer redirect(int status, std::string location) {
    return {status, {{"Location", std::move(location)}}};
}

inline std::string host_of(const HttpServer& server) {
    return "127.0.0.1:" + std::to_string(server.port());
}

}  // namespace fluxi::test
