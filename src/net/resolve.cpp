#include "net/resolve.hpp"

#include <netdb.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <memory>

#include "base/error.hpp"

namespace fluxi::net {

namespace {

/// The four parts of HOST1:PORT1:HOST2:PORT2, whose form was checked when the option was read.
std::array<std::string_view, 4> parts_of(std::string_view entry) {
    std::array<std::string_view, 4> parts;
    std::size_t part = 0;
    std::size_t begin = 0;
    bool bracket = false;
    for (std::size_t i = 0; i <= entry.size() && part < parts.size(); ++i) {
        if (i == entry.size() || (entry[i] == ':' && !bracket)) {
            parts.at(part++) = entry.substr(begin, i - begin);
            begin = i + 1;
        } else if (entry[i] == '[' || entry[i] == ']') {
            bracket = entry[i] == '[';
        }
    }
    return parts;
}

std::string_view bare(std::string_view host) {
    const bool brackets = host.size() >= 2 && host.front() == '[' && host.back() == ']';
    return brackets ? host.substr(1, host.size() - 2) : host;
}

bool same_host(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [lower](char x, char y) { return lower(x) == lower(y); });
}

std::uint16_t port_or(std::string_view text, std::uint16_t fallback) {
    std::uint16_t port = fallback;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

struct AddressesFree {
    void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

}  // namespace

host::HostPort redirected(const host::NetworkPolicy& policy, std::string_view host,
                          std::uint16_t port) {
    const std::string_view name = bare(host);
    for (const std::string& entry : policy.connect_to) {
        const auto [from_host, from_port, to_host, to_port] = parts_of(entry);
        if (!from_host.empty() && !same_host(bare(from_host), name)) continue;
        if (!from_port.empty() && port_or(from_port, 0) != port) continue;
        return {std::string(to_host.empty() ? name : bare(to_host)), port_or(to_port, port)};
    }
    return {std::string(name), port};
}

Target resolve(const host::NetworkPolicy& policy, std::string_view host, std::uint16_t port,
               int socket_type) {
    policy.check_target(host, port);
    const host::HostPort place = redirected(policy, host, port);
    Target target{place.host, *place.port, {}};

    addrinfo wanted{};
    wanted.ai_socktype = socket_type;
    wanted.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int status =
        getaddrinfo(target.host.c_str(), std::to_string(target.port).c_str(), &wanted, &found);
    const std::unique_ptr<addrinfo, AddressesFree> list(found);
    if (status != 0) {
        base::fail_with(base::Code::network, "cannot look up {}: {}", target.host,
                        gai_strerror(status));
    }
    std::string refused;
    for (const addrinfo* entry = found; entry != nullptr; entry = entry->ai_next) {
        if (const auto refusal = policy.refusal(*entry->ai_addr)) {
            if (refused.empty()) refused = *refusal;
            continue;
        }
        Address& address = target.addresses.emplace_back();
        std::memcpy(&address.storage, entry->ai_addr, entry->ai_addrlen);
        address.length = entry->ai_addrlen;
    }
    if (target.addresses.empty()) {
        base::fail_with(base::Code::denied, "{}:{}: {}", host, port,
                        refused.empty() ? "the name has no address" : refused);
    }
    return target;
}

}  // namespace fluxi::net
