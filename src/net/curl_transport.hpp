// One exchange of a request and its answer over libcurl: no redirects, no dry run, no retries of
// what may have effects. Owns the connections, which stay open between exchanges; used by one
// thread at a time. Policy holds for the address of every socket that is opened. Failures are
// RuntimeErrors without the request's name.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "base/cancel.hpp"
#include "host/environment.hpp"
#include "host/network_policy.hpp"
#include "net/http_message.hpp"

namespace fluxi::net {

/// The bounds of F.4. Tests lower them.
struct HttpLimits {
    std::size_t body_bytes = std::size_t{100} << 20U;
    std::chrono::milliseconds dial{30'000};  ///< name look-up and connect
    std::chrono::milliseconds tls_handshake{10'000};
    std::chrono::seconds idle{10};  ///< how long an unused connection is kept
    int redirects = 10;
};

class CurlTransport {
  public:
    CurlTransport(host::NetworkPolicy policy, std::shared_ptr<const host::Environment> environment,
                  HttpLimits limits);
    ~CurlTransport();
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    using Deadline = std::optional<std::chrono::steady_clock::time_point>;
    /// Sends `request` to `url` and waits for the answer. `cancel` may be null; it is looked at
    /// every few milliseconds, and its error is thrown as it is.
    Response exchange(const Request& request, const Url& url, Deadline deadline,
                      const base::CancelToken* cancel);

  private:
    struct Handles;
    std::unique_ptr<Handles> handles_;
    host::NetworkPolicy policy_;
    std::shared_ptr<const host::Environment> environment_;
    HttpLimits limits_;
};

}  // namespace fluxi::net
