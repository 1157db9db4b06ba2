#include "sql/name_text.hpp"

#include <algorithm>

#include "base/codec.hpp"
#include "base/error.hpp"

namespace fluxi::sql {

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && base::hex_digit(text[i + 1]) >= 0 &&
            base::hex_digit(text[i + 2]) >= 0) {
            out +=
                static_cast<char>(base::hex_digit(text[i + 1]) * 16 + base::hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::optional<std::string> strictly_percent_decoded(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') continue;
        if (i + 2 >= text.size() || base::hex_digit(text[i + 1]) < 0 ||
            base::hex_digit(text[i + 2]) < 0)
            return std::nullopt;
    }
    return percent_decoded(text);
}

std::string shown_path(std::string_view path) {
    constexpr std::size_t kMost = 200;
    if (const auto scheme = path.find("://"); scheme != std::string_view::npos)
        return std::string(path.substr(0, std::min(scheme + 3, kMost))) + "…";
    return path.size() <= kMost ? std::string(path) : std::string(path.substr(0, kMost)) + "…";
}

void check_host(std::string_view host) {
    constexpr std::size_t kLongestName = 253;
    if (!host.empty() && (host.front() == '/' || host.front() == '@')) return;  // a socket
    if (host.find('@') != std::string_view::npos) {
        base::fail(
            "invalid data source url: there is an @ in the name of the host; in a password it is "
            "written %40");
    }
    if (host.size() > kLongestName) {
        base::fail("invalid data source url: the name of the host has {} bytes, at most {} can be",
                   host.size(), kLongestName);
    }
}

void fail_port(std::string_view kind, std::string_view text) {
    constexpr std::size_t kMost = 20;
    const bool number = text.size() <= kMost && std::all_of(text.begin(), text.end(), [](char c) {
                            return c == '-' || (c >= '0' && c <= '9');
                        });
    if (number) base::fail("invalid data source {}: port \"{}\", expected 1 to 65535", kind, text);
    base::fail(
        "invalid data source {}: the port is not a number from 1 to 65535; in a password, : / and "
        "@ are written %3A, %2F and %40",
        kind);
}

}  // namespace fluxi::sql
