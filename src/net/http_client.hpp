// The HTTP client of Flux scripts: policy, redirects as Go follows them (F.2), dry run and mock.
// One client keeps its connections for all requests of a run; used by one thread at a time. libcurl
// is started with the first request that really leaves. `send` throws RuntimeError: `Post "URL":
// what happened`; an answer such as 500 is no error.
#pragma once

#include <memory>

#include "base/cancel.hpp"
#include "host/host.hpp"
#include "net/curl_transport.hpp"
#include "net/http_message.hpp"

namespace fluxi::net {

class HttpClient {
  public:
    /// `cancel` may be null; otherwise it outlives the client.
    explicit HttpClient(host::Host host, const base::CancelToken* cancel = nullptr,
                        HttpLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    Response send(const Request& request);

  private:
    Response send_live(Request request, Url url);
    Response answer_dry(const Request& request, const Url& url);

    host::Host host_;
    const base::CancelToken* cancel_;
    HttpLimits limits_;
    std::unique_ptr<CurlTransport> transport_;
    std::size_t shown_ = 0;
};

}  // namespace fluxi::net
