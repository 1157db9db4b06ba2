// A request as a script asks for it, a response as it gets it, and the headers that go on the wire
// for it. Plain values; nothing here touches the network.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/url.hpp"

namespace fluxi::net {

struct Header {
    std::string name;
    std::string value;
    friend bool operator==(const Header&, const Header&) = default;
};
using Headers = std::vector<Header>;

struct Request {
    std::string method = "GET";
    std::string url{};
    Headers headers{};   ///< of several with one name (case ignored) the last counts
    std::string body{};  ///< bytes
    std::chrono::nanoseconds timeout{0};  ///< for the whole, redirects included; 0 means no limit
    bool insecure_skip_verify = false;    ///< accept any certificate
    bool follow_redirects = true;
    bool keep_body = true;  ///< false: the body of the answer is read and thrown away
};

struct Response {
    int status = 0;
    Headers headers{};   ///< names in canonical case, in the order received
    std::string body{};  ///< bytes, decompressed
    std::int64_t duration_ns = 0;

    /// The last value of a header, case of the name ignored.
    [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

/// `content-type` → `Content-Type`; a name that is no valid header name stays as it is.
std::string canonical_header_name(std::string_view name);

/// What goes out for a request, in order: Host, User-Agent, Content-Length where there is a body or
/// one is expected, the script's headers sorted by name, Accept-Encoding. Host, Content-Length,
/// Transfer-Encoding and Trailer of the script are dropped (F.1). Throws RuntimeError for a name or
/// value that cannot be sent.
Headers wire_headers(const Request& request, const Url& url);

/// Whether the answer may be decompressed unasked: the script did not set Accept-Encoding itself.
bool wants_transparent_gzip(const Request& request);

/// The request as `--http=dry-run` shows it: one line with number, method and URL, then headers and
/// body indented.
std::string describe_request(std::size_t number, const Request& request, const Url& url);

}  // namespace fluxi::net
