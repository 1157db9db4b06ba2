// URLs of HTTP requests: taking them apart, following references, and the escapes that Flux
// functions offer. A Url owns its texts and is valid and ready to be sent; parse errors are
// RuntimeErrors that quote the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fluxi::net {

/// An absolute http or https URL without its fragment. Path and query hold only bytes that may be
/// sent: what a script writes unescaped (a space, a letter beyond ASCII in the path) is escaped
/// when parsed.
struct Url {
    std::string scheme;    ///< "http" or "https"
    std::string user;      ///< decoded, empty if there is none
    std::string password;  ///< decoded
    std::string host;      ///< an IPv6 address in brackets, an international name in its ASCII form
    std::uint16_t port = 0;
    std::string path;   ///< begins with '/'
    std::string query;  ///< with its '?', or empty

    [[nodiscard]] bool default_port() const { return port == (scheme == "https" ? 443 : 80); }
    /// HOST or HOST:PORT, without the port that the scheme implies.
    [[nodiscard]] std::string authority() const;
    /// The whole, without user and password.
    [[nodiscard]] std::string text() const;
};

/// Throws RuntimeError: `parse "…": …` for what is no URL, `unsupported protocol scheme "…"`
/// otherwise.
Url parse_url(std::string_view text);

/// What a `Location` header in an answer from `base` leads to; throws as parse_url.
Url resolve_url(const Url& base, std::string_view reference);

/// The text in double quotes, with control characters, quotes and backslashes escaped.
std::string quoted(std::string_view text);

/// Escapes what may not stand in one segment of a path (F.1 pathEscape): all but A-Z a-z 0-9 - _ .
/// ~ $ & + = : @
std::string path_escape(std::string_view text);
/// Escapes for a query: all but A-Z a-z 0-9 - _ . ~, a space becomes '+'.
std::string query_escape(std::string_view text);
/// `a=1&a=2&b=3`: names sorted, the values of one name in their order.
std::string encode_query(std::vector<std::pair<std::string, std::vector<std::string>>> parameters);

/// The text of a URL with another query, which is already escaped; an empty one takes the query
/// away.
std::string with_query(std::string_view url, std::string_view query);

/// The value of an Authorization header: "Basic " and the base64 form of `user:password`.
std::string basic_auth(std::string_view user, std::string_view password);

}  // namespace fluxi::net
