#include "net/url.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/codec.hpp"
#include "base/error.hpp"
#include "net/curl_library.hpp"

namespace fluxi::net {

namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";
// What may stand in a path beside the unreserved characters, and of that in a single segment.
constexpr std::string_view kPathMarks = "!$&'()*+,;=:@[]/%";
constexpr std::string_view kSegmentMarks = "$&+=:@";

struct CurlFree {
    void operator()(char* text) const { curl().curl_free(text); }
};
struct CurlUrlFree {
    void operator()(CURLU* url) const { curl().curl_url_cleanup(url); }
};
using CurlUrl = std::unique_ptr<CURLU, CurlUrlFree>;

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_unreserved(char c) {
    return is_alpha(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == '~';
}

void append_escaped(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHexDigits[byte >> 4U];
    out += kHexDigits[byte & 15U];
}

template <typename Keep>
std::string escape(std::string_view text, Keep keep) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (keep(c)) {
            out += c;
        } else {
            append_escaped(out, c);
        }
    }
    return out;
}

[[noreturn]] void fail_parse(std::string_view text, std::string_view why) {
    base::fail_with(base::Code::network, "parse {}: {}", quoted(text), why);
}

void check_percent(std::string_view whole, std::string_view part) {
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '%') continue;
        if (i + 2 >= part.size() || !is_hex(part[i + 1]) || !is_hex(part[i + 2])) {
            fail_parse(whole, "invalid URL escape " + quoted(part.substr(i, 3)));
        }
    }
}

/// The scheme in lower case; empty if the text has none.
std::string scheme_of(std::string_view text) {
    std::string scheme;
    for (const char c : text) {
        if (c == ':') {
            if (scheme.empty()) fail_parse(text, "missing protocol scheme");
            return scheme;
        }
        const bool good =
            is_alpha(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
        if (!good) return {};
        scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return {};
}

std::string part_of(CURLU* url, CURLUPart part, unsigned flags, std::string_view text) {
    char* value = nullptr;
    const CURLUcode code = curl().curl_url_get(url, part, &value, flags);
    const std::unique_ptr<char, CurlFree> owner(value);
    if (code == CURLUE_NO_USER || code == CURLUE_NO_PASSWORD || code == CURLUE_NO_QUERY) return {};
    if (code != CURLUE_OK) fail_parse(text, curl().curl_url_strerror(code));
    return value;
}

CurlUrl read_url(std::string_view url, std::string_view text) {
    CurlUrl handle(curl().curl_url());
    const CURLUcode code = curl().curl_url_set(handle.get(), CURLUPART_URL,
                                               std::string(url).c_str(), CURLU_PATH_AS_IS);
    if (code != CURLUE_OK) fail_parse(text, curl().curl_url_strerror(code));
    return handle;
}

Url parts_of(CURLU* handle, std::string_view text) {
    Url url;
    url.scheme = part_of(handle, CURLUPART_SCHEME, 0, text);
    url.user = part_of(handle, CURLUPART_USER, CURLU_URLDECODE, text);
    url.password = part_of(handle, CURLUPART_PASSWORD, CURLU_URLDECODE, text);
    url.host = part_of(handle, CURLUPART_HOST, CURLU_PUNYCODE, text);
    const auto port = part_of(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT, text);
    std::from_chars(port.data(), port.data() + port.size(), url.port);
    url.path = part_of(handle, CURLUPART_PATH, 0, text);
    const auto query = part_of(handle, CURLUPART_QUERY, 0, text);
    if (!query.empty()) url.query = "?" + query;
    return url;
}

}  // namespace

std::string Url::authority() const {
    return default_port() ? host : host + ":" + std::to_string(port);
}

std::string Url::text() const {
    return scheme + "://" + authority() + path + query;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
            continue;
        }
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

Url parse_url(std::string_view text) {
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    if (control) fail_parse(text, "invalid control character in URL");
    const std::string scheme = scheme_of(text);
    if (scheme != "http" && scheme != "https") {
        base::fail_with(base::Code::network,
                        "{}: unsupported protocol scheme {}, expected http or https", quoted(text),
                        quoted(scheme));
    }
    std::string_view rest = text.substr(scheme.size() + 1);
    rest = rest.substr(0, rest.find('#'));
    const bool authority = rest.substr(0, 2) == "//";
    if (authority) rest.remove_prefix(2);
    const auto path_begin = std::min(rest.find_first_of("/?"), rest.size());
    if (!authority || path_begin == 0) {
        base::fail_with(base::Code::network, "{}: no host in the URL", quoted(text));
    }
    const auto query_begin = std::min(rest.find('?'), rest.size());
    const auto path = rest.substr(path_begin, query_begin - path_begin);
    check_percent(text, path);
    const auto sent_path = escape(path, [](char c) {
        return is_unreserved(c) || kPathMarks.find(c) != std::string_view::npos;
    });
    // A raw space would end the request line early, so it is the one byte of a query that is not
    // sent as written.
    const auto sent_query = escape(rest.substr(query_begin), [](char c) { return c != ' '; });
    std::string clean = scheme + "://";
    clean.append(rest.substr(0, path_begin)).append(sent_path).append(sent_query);
    return parts_of(read_url(clean, text).get(), text);
}

Url resolve_url(const Url& base, std::string_view reference) {
    const std::string scheme = scheme_of(reference);
    if (!scheme.empty()) return parse_url(reference);
    const CurlUrl handle = read_url(base.text(), base.text());
    const auto sent = escape(reference, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f;
    });
    const CURLUcode code = curl().curl_url_set(handle.get(), CURLUPART_URL, sent.c_str(), 0);
    if (code != CURLUE_OK) fail_parse(reference, curl().curl_url_strerror(code));
    return parts_of(handle.get(), reference);
}

std::string path_escape(std::string_view text) {
    return escape(text, [](char c) {
        return is_unreserved(c) || kSegmentMarks.find(c) != std::string_view::npos;
    });
}

std::string query_escape(std::string_view text) {
    std::string out = escape(text, [](char c) { return is_unreserved(c) || c == ' '; });
    std::replace(out.begin(), out.end(), ' ', '+');
    return out;
}

std::string encode_query(std::vector<std::pair<std::string, std::vector<std::string>>> parameters) {
    std::stable_sort(parameters.begin(), parameters.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string out;
    for (const auto& [name, values] : parameters) {
        for (const auto& value : values) {
            if (!out.empty()) out += '&';
            out.append(query_escape(name)).append("=").append(query_escape(value));
        }
    }
    return out;
}

std::string with_query(std::string_view url, std::string_view query) {
    std::string out(url.substr(0, url.find_first_of("?#")));
    if (!query.empty()) out.append("?").append(query);
    return out;
}

std::string basic_auth(std::string_view user, std::string_view password) {
    std::string both(user);
    both.append(":").append(password);
    return "Basic " + base::base64_encode(both);
}

}  // namespace fluxi::net
