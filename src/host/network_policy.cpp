#include "host/network_policy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>

#include "base/error.hpp"

namespace fluxi::host {

namespace {

using Bytes = std::array<unsigned char, 16>;

struct Range {
    std::string_view address;
    unsigned bits;
};

// The special-purpose ranges of the IANA registries for IPv4 and IPv6.
constexpr std::array kRanges4 = {
    Range{"0.0.0.0", 8},      Range{"10.0.0.0", 8},     Range{"100.64.0.0", 10},
    Range{"127.0.0.0", 8},    Range{"169.254.0.0", 16}, Range{"172.16.0.0", 12},
    Range{"192.0.0.0", 24},   Range{"192.0.2.0", 24},   Range{"192.88.99.2", 32},
    Range{"192.168.0.0", 16}, Range{"198.18.0.0", 15},  Range{"198.51.100.0", 24},
    Range{"203.0.113.0", 24}, Range{"240.0.0.0", 4},    Range{"255.255.255.255", 32},
};
constexpr std::array kRanges6 = {
    Range{"::1", 128},        Range{"::", 128},    Range{"64:ff9b:1::", 48}, Range{"100::", 64},
    Range{"100:0:0:1::", 64}, Range{"2001::", 23}, Range{"2001:db8::", 32},  Range{"2002::", 16},
    Range{"3fff::", 20},      Range{"5f00::", 16}, Range{"fc00::", 7},       Range{"fe80::", 10},
};

Bytes bytes_of(int family, std::string_view text) {
    Bytes bytes{};
    inet_pton(family, std::string(text).c_str(), bytes.data());
    return bytes;
}

bool in_range(const Bytes& address, const Bytes& network, unsigned bits) {
    const unsigned whole = bits / 8;
    if (!std::equal(address.begin(), address.begin() + whole, network.begin())) return false;
    if (bits % 8 == 0) return true;
    const unsigned mask = 0xFFU << (8 - bits % 8) & 0xFFU;
    return ((address.at(whole) ^ network.at(whole)) & mask) == 0;
}

template <std::size_t N>
bool in_any(int family, const Bytes& address, const std::array<Range, N>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
        return in_range(address, bytes_of(family, range.address), range.bits);
    });
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string_view without_brackets(std::string_view host) {
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') {
        return host.substr(1, host.size() - 2);
    }
    return host;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0) return std::nullopt;
    return port;
}

/// Splits at colons outside brackets.
std::vector<std::string_view> split_colons(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    bool bracket = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == ':' && !bracket)) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        } else if (text[i] == '[') {
            bracket = true;
        } else if (text[i] == ']') {
            bracket = false;
        }
    }
    return parts;
}

}  // namespace

void NetworkPolicy::check_target(std::string_view host, std::uint16_t port) const {
    if (deny_all) {
        base::fail_with(base::Code::denied,
                        "{}:{}: the network is forbidden in this run (--deny-net)", host, port);
    }
    if (!allow) return;
    const std::string name = lower(without_brackets(host));
    const bool allowed = std::any_of(allow->begin(), allow->end(), [&](const HostPort& entry) {
        return entry.host == name && (!entry.port || *entry.port == port);
    });
    if (!allowed) {
        base::fail_with(base::Code::denied, "{}:{} is not among the hosts of --allow-net", host,
                        port);
    }
}

std::optional<std::string> NetworkPolicy::refusal(const sockaddr& address) const {
    if (deny_all) return "the network is forbidden in this run (--deny-net)";
    if (deny_private && is_private_address(address)) {
        return fmt::format("{} is a private address (--deny-private-net)", address_text(address));
    }
    return std::nullopt;
}

HostPort parse_host_port(std::string_view text, std::string_view option) {
    const auto parts = split_colons(text);
    HostPort result;
    if (parts.size() > 2) {
        // More than one colon without brackets can only be a bare IPv6 address.
        in6_addr ignored{};
        if (inet_pton(AF_INET6, std::string(text).c_str(), &ignored) != 1) {
            base::fail_with(base::Code::denied, "{} {}: expected HOST or HOST:PORT", option, text);
        }
        result.host = lower(text);
        return result;
    }
    result.host = lower(without_brackets(parts[0]));
    if (parts.size() == 2) result.port = parse_port(parts[1]);
    if (result.host.empty() || (parts.size() == 2 && !result.port)) {
        base::fail_with(base::Code::denied, "{} {}: expected HOST or HOST:PORT", option, text);
    }
    return result;
}

std::string parse_connect_to(std::string_view text, std::string_view option) {
    const auto parts = split_colons(text);
    const auto good_port = [](std::string_view port) { return port.empty() || parse_port(port); };
    if (parts.size() != 4 || !good_port(parts[1]) || !good_port(parts[3])) {
        base::fail_with(base::Code::denied, "{} {}: expected HOST1:PORT1:HOST2:PORT2", option,
                        text);
    }
    return std::string(text);
}

bool is_private_address(const sockaddr& address) {
    Bytes bytes{};
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        std::memcpy(bytes.data(), &v4.sin_addr, 4);
        return in_any(AF_INET, bytes, kRanges4);
    }
    if (address.sa_family != AF_INET6) return true;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    std::memcpy(bytes.data(), &v6.sin6_addr, 16);
    if (in_range(bytes, bytes_of(AF_INET6, "::ffff:0:0"), 96)) {
        Bytes inner{};
        std::copy(bytes.begin() + 12, bytes.end(), inner.begin());
        return in_any(AF_INET, inner, kRanges4);
    }
    return in_any(AF_INET6, bytes, kRanges6);
}

std::string address_text(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
    } else if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    }
    return text.data();
}

}  // namespace fluxi::host
