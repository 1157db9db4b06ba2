#include "net/curl_exchange.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <system_error>

#include <fmt/core.h>

namespace fluxi::net {

namespace {

std::uint16_t port_of(const sockaddr& address) {
    // Both families hold the port at the same place.
    sockaddr_in any{};
    std::memcpy(&any, &address, sizeof any);
    return ntohs(any.sin_port);
}

void end_of_headers(Exchange& exchange) {
    auto& response = exchange.response;
    const auto encoding = response.header("Content-Encoding");
    if (exchange.transparent_gzip && encoding == "gzip") {
        // The answer is handed over decompressed, so these headers no longer hold for it.
        std::erase_if(response.headers, [](const Header& header) {
            return header.name == "Content-Encoding" || header.name == "Content-Length";
        });
        return;
    }
    const auto length = response.header("Content-Length");
    if (!length || !exchange.has_body) return;
    std::uint64_t bytes = 0;
    const auto result = std::from_chars(length->data(), length->data() + length->size(), bytes);
    const bool huge = result.ec == std::errc::result_out_of_range;
    exchange.too_large = huge || (result.ec == std::errc{} && bytes > exchange.body_limit);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string lower_first(std::string text) {
    // An abbreviation such as SSL stays as it is.
    const auto upper = [&](std::size_t i) {
        return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
    };
    if (upper(0) && !upper(1)) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string system_message(CURL* easy, std::string_view otherwise) {
    long number = 0;
    curl().curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    if (number == 0) return std::string(otherwise);
    return lower_first(std::generic_category().message(static_cast<int>(number)));
}

std::string timeout_message(CURL* easy, const Exchange& exchange) {
    if (exchange.sends > 0) {
        return exchange.response.headers.empty() ? "timeout while awaiting headers"
                                                 : "timeout while reading the body";
    }
    curl_off_t connected = 0;
    curl().curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
    if (connected > 0) return fmt::format("TLS handshake timeout with {}", exchange.address);
    if (exchange.address.empty()) return "timeout while looking up the host";
    return fmt::format("dial tcp {}: timeout while connecting", exchange.address);
}

}  // namespace

curl_socket_t open_socket(void* data, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto& exchange = *static_cast<Exchange*>(data);
    const auto text = host::address_text(address->addr);
    const bool v6 = address->family == AF_INET6;
    exchange.address =
        fmt::format("{}{}{}:{}", v6 ? "[" : "", text, v6 ? "]" : "", port_of(address->addr));
    if (auto refusal = exchange.policy->refusal(address->addr)) {
        exchange.refusal = *std::move(refusal);
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int before_send(void* data, char* /*remote*/, char* /*local*/, int /*remote_port*/,
                int /*local_port*/) {
    auto& exchange = *static_cast<Exchange*>(data);
    if (++exchange.sends > 1 && !exchange.replayable) {
        exchange.resent = true;
        return CURL_PREREQFUNC_ABORT;
    }
    return CURL_PREREQFUNC_OK;
}

std::size_t take_header(const char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    const std::string_view line(bytes, size * count);
    if (line.substr(0, 5) == "HTTP/") {
        // A new status line: what came before was an interim answer or one of the proxy.
        exchange.response.headers.clear();
        return line.size();
    }
    if (trimmed(line).empty()) {
        end_of_headers(exchange);
        return exchange.too_large ? 0 : line.size();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return line.size();
    exchange.response.headers.push_back({canonical_header_name(trimmed(line.substr(0, colon))),
                                         std::string(trimmed(line.substr(colon + 1)))});
    return line.size();
}

std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    const std::size_t length = size * count;
    const std::size_t taken = std::min(length, exchange.body_limit - exchange.received);
    exchange.received += taken;
    if (exchange.keep_body) exchange.response.body.append(bytes, taken);
    exchange.truncated = taken < length;
    return exchange.truncated ? 0 : length;
}

std::string failure_message(CURLcode code, CURL* easy, const Exchange& exchange, const Url& url) {
    const std::string detail =
        exchange.message[0] != '\0' ? exchange.message.data() : curl().curl_easy_strerror(code);
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return fmt::format("lookup {}: no such host", url.host);
        case CURLE_COULDNT_RESOLVE_PROXY:
            return "lookup of the proxy: no such host";
        case CURLE_COULDNT_CONNECT:
            if (exchange.address.empty()) return lower_first(detail);
            return fmt::format("dial tcp {}: connect: {}", exchange.address,
                               system_message(easy, "connection failed"));
        case CURLE_OPERATION_TIMEDOUT:
            return timeout_message(easy, exchange);
        case CURLE_GOT_NOTHING:
            return "EOF: the server closed the connection without an answer";
        case CURLE_PARTIAL_FILE:
            return "unexpected EOF: the server closed the connection before the body was complete";
        case CURLE_RECV_ERROR:
            return "read: " + system_message(easy, detail);
        case CURLE_SEND_ERROR:
            return "write: " + system_message(easy, detail);
        case CURLE_UNSUPPORTED_PROTOCOL:
            return "malformed HTTP response";
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
            return "tls: " + lower_first(detail);
        default:
            return lower_first(detail);
    }
}

}  // namespace fluxi::net
