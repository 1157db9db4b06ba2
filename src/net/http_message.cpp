#include "net/http_message.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "base/codec.hpp"
#include "base/error.hpp"

namespace fluxi::net {

namespace {

constexpr std::string_view kUserAgent = "fluxi/0.1";
constexpr std::size_t kShownText = std::size_t{64} << 10U;
constexpr std::size_t kShownBytes = 32;

bool is_token(char c) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           kMarks.find(c) != std::string_view::npos;
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_token);
}

bool is_value(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// The script's headers under their canonical names: sorted, the last of each.
std::map<std::string, std::string> script_headers(const Request& request) {
    std::map<std::string, std::string> headers;
    for (const auto& header : request.headers) {
        if (!is_name(header.name)) {
            base::fail_with(base::Code::network, "{} is not a valid header name",
                            quoted(header.name));
        }
        if (!is_value(header.value)) {
            base::fail_with(base::Code::network,
                            "the value of header {} holds a line break or control character",
                            quoted(header.name));
        }
        headers[canonical_header_name(header.name)] = std::string(trimmed(header.value));
    }
    return headers;
}

bool is_text(std::string_view bytes) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    const auto* end = at + bytes.size();
    while (at < end) {
        utf8proc_int32_t code = 0;
        const auto n = utf8proc_iterate(at, end - at, &code);
        if (n <= 0) return false;
        if ((code < 0x20 && code != '\n' && code != '\r' && code != '\t') || code == 0x7f) {
            return false;
        }
        at += n;
    }
    return true;
}

std::string describe_body(std::string_view body) {
    if (!is_text(body)) {
        const bool cut = body.size() > kShownBytes;
        return fmt::format("    ({} bytes, not text: {}{})\n", body.size(),
                           base::hex_encode(body.substr(0, kShownBytes)), cut ? "…" : "");
    }
    std::size_t shown = std::min(body.size(), kShownText);
    while (shown < body.size() && (static_cast<unsigned char>(body[shown]) & 0xC0U) == 0x80U) {
        --shown;
    }
    std::string out;
    for (std::string_view rest = body.substr(0, shown); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        out.append(line.empty() ? "" : "    ").append(line).append("\n");
    }
    if (shown < body.size()) out += fmt::format("    ({} more bytes)\n", body.size() - shown);
    return out;
}

}  // namespace

std::optional<std::string> Response::header(std::string_view name) const {
    const std::string canonical = canonical_header_name(name);
    const auto found = std::find_if(headers.rbegin(), headers.rend(),
                                    [&](const Header& header) { return header.name == canonical; });
    if (found == headers.rend()) return std::nullopt;
    return found->value;
}

std::string canonical_header_name(std::string_view name) {
    std::string out(name);
    if (!is_name(name)) return out;
    bool upper = true;
    for (char& c : out) {
        const auto byte = static_cast<unsigned char>(c);
        c = static_cast<char>(upper ? std::toupper(byte) : std::tolower(byte));
        upper = c == '-';
    }
    return out;
}

bool wants_transparent_gzip(const Request& request) {
    return request.method != "HEAD" &&
           std::none_of(request.headers.begin(), request.headers.end(), [](const Header& header) {
               const auto name = canonical_header_name(header.name);
               return name == "Accept-Encoding" || name == "Range";
           });
}

Headers wire_headers(const Request& request, const Url& url) {
    auto script = script_headers(request);
    for (const char* dropped : {"Host", "Content-Length", "Transfer-Encoding", "Trailer"}) {
        script.erase(dropped);
    }
    if (!url.user.empty() || !url.password.empty()) {
        script.try_emplace("Authorization", basic_auth(url.user, url.password));
    }
    Headers headers{{"Host", url.authority()}};
    const auto agent = script.extract("User-Agent");
    // An empty agent means that the script wants none to be sent.
    if (!agent) headers.push_back({"User-Agent", std::string(kUserAgent)});
    if (agent && !agent.mapped().empty()) headers.push_back({"User-Agent", agent.mapped()});

    const auto& method = request.method;
    if (!request.body.empty() || method == "POST" || method == "PUT" || method == "PATCH") {
        headers.push_back({"Content-Length", std::to_string(request.body.size())});
    }
    for (const auto& item : script) headers.push_back({item.first, item.second});
    if (wants_transparent_gzip(request)) headers.push_back({"Accept-Encoding", "gzip"});
    return headers;
}

std::string describe_request(std::size_t number, const Request& request, const Url& url) {
    std::string out =
        fmt::format("dry run: request {}: {} {}\n", number, request.method, url.text());
    for (const auto& header : wire_headers(request, url)) {
        out += fmt::format("    {}: {}\n", header.name, header.value);
    }
    if (!request.body.empty()) out += "\n" + describe_body(request.body);
    return out;
}

}  // namespace fluxi::net
