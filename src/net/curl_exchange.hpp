// What one exchange over libcurl notes while it goes on, the functions that libcurl calls
// meanwhile, and what its failures are called. The functions are given the Exchange as their last
// argument or `data`; it lives until the exchange is over.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "host/network_policy.hpp"
#include "net/curl_library.hpp"
#include "net/http_message.hpp"
#include "net/url.hpp"

namespace fluxi::net {

/// What the callbacks of one exchange share.
struct Exchange {
    const host::NetworkPolicy* policy = nullptr;
    bool replayable = true;
    bool transparent_gzip = false;
    bool keep_body = true;
    bool has_body = true;  ///< false for HEAD
    std::size_t body_limit = 0;

    Response response{};
    std::size_t received = 0;
    int sends = 0;          ///< how often the request began to go out
    std::string address{};  ///< of the last socket, with its port
    std::string refusal{};  ///< why the policy refused an address
    bool too_large = false;
    bool truncated = false;
    bool resent = false;
    std::array<char, CURL_ERROR_SIZE> message{};
};

/// CURLOPT_OPENSOCKETFUNCTION: no socket to an address that the policy refuses.
curl_socket_t open_socket(void* data, curlsocktype purpose, curl_sockaddr* address);
/// CURLOPT_PREREQFUNCTION, called each time the request is about to go out. libcurl sends again by
/// itself when a kept connection breaks before an answer; what may have had an effect already must
/// not be sent twice.
int before_send(void* data, char* remote, char* local, int remote_port, int local_port);
/// CURLOPT_HEADERFUNCTION
std::size_t take_header(const char* bytes, std::size_t size, std::size_t count, void* data);
/// CURLOPT_WRITEFUNCTION
std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* data);

/// Why the exchange with `url` failed, in the words of Go's client where it has some.
std::string failure_message(CURLcode code, CURL* easy, const Exchange& exchange, const Url& url);

}  // namespace fluxi::net
