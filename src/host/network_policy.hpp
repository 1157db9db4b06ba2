// What a run may reach over the network. One value, filled from the command line or by an embedding
// program, asked by everything that connects (HTTP, SQL, MQTT, sockets): first with the name the
// script gave, then with the address that is really connected to, so that neither a redirect nor a
// changing name slips through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace fluxi::host {

/// What happens to an HTTP request.
enum class HttpMode : unsigned char {
    live,     ///< it is sent
    dry_run,  ///< it is shown, nothing leaves; answered 200 with its own body
    mock,     ///< as dry_run, but not shown
};

/// A host as the command line names it, optionally only one of its ports.
struct HostPort {
    std::string host;  ///< lower case, an IPv6 address without brackets
    std::optional<std::uint16_t> port;
    friend bool operator==(const HostPort&, const HostPort&) = default;
};

struct NetworkPolicy {
    HttpMode http = HttpMode::live;
    bool deny_all = false;
    std::optional<std::vector<HostPort>> allow{};  ///< if given, nothing else may be reached
    bool deny_private = false;
    std::vector<std::string> connect_to{};  ///< HOST1:PORT1:HOST2:PORT2, the first that fits counts

    /// Throws RuntimeError (Code::denied) unless a script may name this host and port.
    void check_target(std::string_view host, std::uint16_t port) const;
    /// Why this address may not be connected to, or nothing if it may.
    [[nodiscard]] std::optional<std::string> refusal(const sockaddr& address) const;
};

/// Reads HOST, HOST:PORT, [IPV6] or [IPV6]:PORT; throws RuntimeError (Code::denied) naming
/// `option`.
HostPort parse_host_port(std::string_view text, std::string_view option);

/// Checks HOST1:PORT1:HOST2:PORT2 (each may be empty, IPv6 in brackets); throws as parse_host_port.
std::string parse_connect_to(std::string_view text, std::string_view option);

/// Whether an address is not a public one: loopback, private, link-local, documentation, and the
/// other ranges that do not lead to the internet. An IPv4 address inside an IPv6 one counts as the
/// former. An address of another family counts as private.
bool is_private_address(const sockaddr& address);

/// The address without its port, as text.
std::string address_text(const sockaddr& address);

}  // namespace fluxi::host
