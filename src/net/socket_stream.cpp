#include "net/socket_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "net/resolve.hpp"

namespace fluxi::net {

namespace {

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

/// Waits for the descriptor; asks the run every so often.
void wait(int fd, short events, const base::CancelToken& cancel) {
    constexpr int kPollMs = 50;
    while (true) {
        cancel.check();
        pollfd entry{fd, events, 0};
        const int ready = ::poll(&entry, 1, kPollMs);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return;
    }
}

/// Connects; gives the error number, 0 for success.
int connect_to(Descriptor& descriptor, int family, const sockaddr& address, socklen_t length,
               const base::CancelToken& cancel) {
    descriptor = Descriptor(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!descriptor.is_open()) return errno;
    if (::connect(descriptor.get(), &address, length) == 0) return 0;
    if (errno != EINPROGRESS) return errno;
    wait(descriptor.get(), POLLOUT, cancel);
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(descriptor.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0) return errno;
    return error;
}

class SocketInput final : public host::InputFile {
  public:
    SocketInput(Descriptor descriptor, std::string name, const base::CancelToken& cancel)
        : descriptor_(std::move(descriptor)), name_(std::move(name)), cancel_(cancel) {}

    std::size_t read(std::span<char> buffer) override {
        while (true) {
            const ssize_t count = ::recv(descriptor_.get(), buffer.data(), buffer.size(), 0);
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno == EAGAIN || errno == EWOULDBLOCK) {
                wait(descriptor_.get(), POLLIN, cancel_);
            } else if (errno != EINTR) {
                base::fail_with(base::Code::network, "{}: {}", name_, reason_of(errno));
            }
        }
    }

  private:
    Descriptor descriptor_;
    std::string name_;
    const base::CancelToken& cancel_;
};

Descriptor open_unix(const SocketAddress& address, const host::NetworkPolicy& policy,
                     const base::CancelToken& cancel) {
    policy.check_target(address.host, 0);
    if (policy.deny_private) {
        base::fail_with(base::Code::denied, "{} is a socket of this machine (--deny-private-net)",
                        address.text());
    }
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    if (address.host.size() >= sizeof place.sun_path) {
        base::fail_with(base::Code::network, "{}: the path is too long for a socket",
                        address.text());
    }
    std::memcpy(place.sun_path, address.host.data(), address.host.size());
    Descriptor descriptor;
    const int error = connect_to(descriptor, AF_UNIX, reinterpret_cast<const sockaddr&>(place),
                                 sizeof place, cancel);
    if (error != 0) {
        base::fail_with(base::Code::network, "{}: {}", address.text(), reason_of(error));
    }
    return descriptor;
}

Descriptor open_tcp(const SocketAddress& address, const host::NetworkPolicy& policy,
                    const base::CancelToken& cancel) {
    const Target target = resolve(policy, address.host, address.port);
    int error = 0;
    for (const Address& one : target.addresses) {
        Descriptor descriptor;
        error =
            connect_to(descriptor, one.storage.ss_family, one.socket_address(), one.length, cancel);
        if (error == 0) return descriptor;
    }
    base::fail_with(base::Code::network, "{}: {}", address.text(), reason_of(error));
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

std::string SocketAddress::text() const {
    if (is_unix) return "unix://" + host;
    const bool v6 = host.find(':') != std::string::npos;
    return fmt::format("tcp://{}{}{}:{}", v6 ? "[" : "", host, v6 ? "]" : "", port);
}

SocketAddress parse_socket_url(std::string_view url) {
    const auto mark = url.find("://");
    const std::string_view scheme =
        mark == std::string_view::npos ? std::string_view("tcp") : url.substr(0, mark);
    std::string_view rest = mark == std::string_view::npos ? url : url.substr(mark + 3);
    if (scheme != "tcp" && scheme != "unix") {
        base::fail("invalid scheme {}, must be one of [tcp unix]", scheme);
    }
    SocketAddress address;
    if (scheme == "unix") {
        address.is_unix = true;
        address.host = rest;
        if (rest.empty()) base::fail("{}: expected unix:///PATH", url);
        return address;
    }
    rest = rest.substr(0, rest.find_first_of("/?#"));
    const auto colon = rest.rfind(':');
    std::string_view host = rest.substr(0, std::min(colon, rest.size()));
    const std::string_view port =
        colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) host = host.substr(1, host.size() - 2);
    const bool bad_host = host.empty() || (!bracketed && host.find(':') != std::string_view::npos);
    if (error != std::errc{} || end != port.data() + port.size() || address.port == 0 || bad_host) {
        base::fail("{}: expected tcp://HOST:PORT", url);
    }
    address.host = host;
    return address;
}

std::unique_ptr<host::InputFile> open_socket(const SocketAddress& address,
                                             const host::NetworkPolicy& policy,
                                             const base::CancelToken& cancel) {
    Descriptor descriptor =
        address.is_unix ? open_unix(address, policy, cancel) : open_tcp(address, policy, cancel);
    return std::make_unique<SocketInput>(std::move(descriptor), address.text(), cancel);
}

}  // namespace fluxi::net
