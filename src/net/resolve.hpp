// Where a host and port that a script names lead to: what everything but HTTP asks before it
// connects (SQL, MQTT, sockets, Kafka). The policy is applied in three steps: to the name, to where
// --connect-to sends it, and to each address that the name has. Whoever connects must connect to
// these addresses and not look the name up again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>

#include "host/network_policy.hpp"

namespace fluxi::net {

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
    [[nodiscard]] const sockaddr& socket_address() const {
        return reinterpret_cast<const sockaddr&>(storage);
    }
    /// Without the port.
    [[nodiscard]] std::string text() const { return host::address_text(socket_address()); }
};

struct Target {
    std::string host;  ///< after --connect-to
    std::uint16_t port = 0;
    std::vector<Address> addresses{};  ///< at least one, all of them allowed
};

/// The host and port that --connect-to puts in the place of these.
host::HostPort redirected(const host::NetworkPolicy& policy, std::string_view host,
                          std::uint16_t port);

/// `socket_type` is SOCK_STREAM or SOCK_DGRAM. Throws base::RuntimeError: Code::denied where the
/// policy forbids the name or all of its addresses, Code::network where it has none.
Target resolve(const host::NetworkPolicy& policy, std::string_view host, std::uint16_t port,
               int socket_type = SOCK_STREAM);

}  // namespace fluxi::net
