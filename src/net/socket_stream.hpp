// A connection over TCP or to a Unix socket whose bytes are read as those of a file. Waiting ends
// with the run. Owns the socket; used by one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/cancel.hpp"
#include "host/file_system.hpp"
#include "host/network_policy.hpp"

namespace fluxi::net {

/// A file descriptor that is closed when it goes.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    [[nodiscard]] int get() const noexcept { return fd_; }
    [[nodiscard]] bool is_open() const noexcept { return fd_ >= 0; }

  private:
    int fd_ = -1;
};

struct SocketAddress {
    bool is_unix = false;
    std::string host{};  ///< or the path of a Unix socket
    std::uint16_t port = 0;
    [[nodiscard]] std::string text() const;
};

/// Reads `tcp://HOST:PORT`, `HOST:PORT` or `unix:///PATH`. Throws base::RuntimeError for another
/// form.
SocketAddress parse_socket_url(std::string_view url);

/// Connects under the policy: a Unix socket counts as the host of its path, and as a private
/// address. `cancel` outlives what is returned. Throws base::RuntimeError with Code::denied or
/// Code::network.
std::unique_ptr<host::InputFile> open_socket(const SocketAddress& address,
                                             const host::NetworkPolicy& policy,
                                             const base::CancelToken& cancel);

}  // namespace fluxi::net
