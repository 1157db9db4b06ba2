#include "net/curl_transport.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <new>

#include "base/error.hpp"
#include "net/curl_exchange.hpp"

namespace fluxi::net {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kPollMs = 20;

struct SlistFree {
    void operator()(curl_slist* list) const { curl().curl_slist_free_all(list); }
};

class StringList {
  public:
    void add(const std::string& text) {
        curl_slist* longer = curl().curl_slist_append(list_.get(), text.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(list_.release());
        list_.reset(longer);
    }
    [[nodiscard]] curl_slist* get() const { return list_.get(); }

  private:
    std::unique_ptr<curl_slist, SlistFree> list_;
};

bool is_loopback(const std::string& host) {
    in_addr address{};
    if (inet_pton(AF_INET, host.c_str(), &address) == 1) return host.rfind("127.", 0) == 0;
    return host == "localhost" || host == "[::1]";
}

}  // namespace

struct CurlTransport::Handles {
    CURLM* multi = nullptr;
    CURL* easy = nullptr;

    Handles() {
        multi = curl().curl_multi_init();
        easy = curl().curl_easy_init();
        if (multi == nullptr || easy == nullptr) {
            release();
            base::fail_with(base::Code::network, "libcurl cannot be started");
        }
    }
    ~Handles() { release(); }
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;

    void release() {
        curl().curl_easy_cleanup(easy);
        curl().curl_multi_cleanup(multi);
    }

    template <typename T>
    void set(CURLoption option, T value) {
        if (const CURLcode code = curl().curl_easy_setopt(easy, option, value); code != CURLE_OK) {
            base::fail_with(base::Code::network, "libcurl: {}", curl().curl_easy_strerror(code));
        }
    }

    CURLcode run(const base::CancelToken* cancel);
    void set_proxy(const Url& url, const host::NetworkPolicy& policy,
                   const host::Environment& environment);
    void set_method(const Request& request);
    void set_times(const Url& url, const HttpLimits& limits, Deadline deadline);
    void set_callbacks(Exchange& exchange);
    void set_constant();
};

CURLcode CurlTransport::Handles::run(const base::CancelToken* cancel) {
    struct Joined {
        Handles& handles;
        explicit Joined(Handles& h) : handles(h) {
            curl().curl_multi_add_handle(handles.multi, handles.easy);
        }
        ~Joined() { curl().curl_multi_remove_handle(handles.multi, handles.easy); }
        Joined(const Joined&) = delete;
        Joined& operator=(const Joined&) = delete;
    };
    const Joined joined(*this);
    int running = 1;
    for (;;) {
        if (const auto code = curl().curl_multi_perform(multi, &running); code != CURLM_OK) {
            base::fail_with(base::Code::network, "libcurl: {}", curl().curl_multi_strerror(code));
        }
        if (running == 0) break;
        if (cancel != nullptr) cancel->check();
        curl().curl_multi_poll(multi, nullptr, 0, kPollMs, nullptr);
    }
    int left = 0;
    const CURLMsg* message = curl().curl_multi_info_read(multi, &left);
    return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
}

void CurlTransport::Handles::set_proxy(const Url& url, const host::NetworkPolicy& policy,
                                       const host::Environment& environment) {
    std::string proxy;
    // Behind a proxy the address really connected to is unknown, so a policy about addresses goes
    // without one.
    if (!policy.deny_private && !is_loopback(url.host)) {
        for (const char* name : url.scheme == "https" ? std::array{"HTTPS_PROXY", "https_proxy"}
                                                      : std::array{"HTTP_PROXY", "http_proxy"}) {
            if (proxy.empty()) proxy = environment.get(name).value_or("");
        }
    }
    std::string exceptions;
    for (const char* name : {"NO_PROXY", "no_proxy"}) {
        if (exceptions.empty()) exceptions = environment.get(name).value_or("");
    }
    set(CURLOPT_PROXY, proxy.c_str());  // an empty one keeps libcurl from asking the environment
    set(CURLOPT_NOPROXY, exceptions.c_str());
}

void CurlTransport::Handles::set_method(const Request& request) {
    if (request.method == "HEAD") {
        if (!request.body.empty()) {
            base::fail_with(base::Code::network, "a HEAD request cannot carry a body");
        }
        set(CURLOPT_NOBODY, 1L);
        return;
    }
    if (request.method == "POST" || !request.body.empty()) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.data());
    } else {
        set(CURLOPT_HTTPGET, 1L);
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

void CurlTransport::Handles::set_times(const Url& url, const HttpLimits& limits,
                                       Deadline deadline) {
    const auto connect =
        limits.dial + (url.scheme == "https" ? limits.tls_handshake : milliseconds{0});
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
    set(CURLOPT_MAXAGE_CONN, static_cast<long>(limits.idle.count()));
    if (deadline) {
        const auto left = std::chrono::ceil<milliseconds>(*deadline - steady_clock::now()).count();
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<decltype(left)>(left, 1)));
    }
}

void CurlTransport::Handles::set_callbacks(Exchange& exchange) {
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, &exchange);
    set(CURLOPT_PREREQFUNCTION, &before_send);
    set(CURLOPT_PREREQDATA, &exchange);
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, &exchange);
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, &exchange);
    set(CURLOPT_ERRORBUFFER, exchange.message.data());
}

/// What is the same for every request.
void CurlTransport::Handles::set_constant() {
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
}

namespace {

StringList header_lines(const Request& request, const Url& url) {
    StringList headers;
    for (const auto& header : wire_headers(request, url)) {
        headers.add(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
    }
    // libcurl adds these by itself unless the script sets them or they are named with no value.
    for (const char* name : {"Accept", "Content-Type", "Expect"}) {
        const bool given = std::any_of(
            request.headers.begin(), request.headers.end(),
            [&](const Header& header) { return canonical_header_name(header.name) == name; });
        if (!given) headers.add(std::string(name) + ":");
    }
    return headers;
}

/// Throws where an exchange did not end with an answer that can be given to the script.
void require_answer(CURLcode code, CURL* easy, const Exchange& exchange, const Url& url) {
    if (!exchange.refusal.empty() && code != CURLE_OK) {
        base::fail_with(base::Code::denied, "{}", exchange.refusal);
    }
    if (exchange.too_large) {
        base::fail_with(base::Code::network, "the body of the answer is larger than {} bytes",
                        exchange.body_limit);
    }
    if (exchange.resent) {
        base::fail_with(base::Code::network,
                        "EOF: the server closed the connection without an answer");
    }
    if (code != CURLE_OK && !exchange.truncated) {
        base::fail_with(base::Code::network, "{}", failure_message(code, easy, exchange, url));
    }
}

}  // namespace

CurlTransport::CurlTransport(host::NetworkPolicy policy,
                             std::shared_ptr<const host::Environment> environment,
                             HttpLimits limits)
    : handles_(std::make_unique<Handles>()),
      policy_(std::move(policy)),
      environment_(std::move(environment)),
      limits_(limits) {}

CurlTransport::~CurlTransport() = default;

Response CurlTransport::exchange(const Request& request, const Url& url, Deadline deadline,
                                 const base::CancelToken* cancel) {
    auto& handles = *handles_;
    curl().curl_easy_reset(handles.easy);

    Exchange exchange;
    exchange.policy = &policy_;
    const auto& method = request.method;
    exchange.replayable = method == "GET" || method == "HEAD";
    exchange.transparent_gzip = wants_transparent_gzip(request);
    exchange.keep_body = request.keep_body;
    exchange.has_body = method != "HEAD";
    exchange.body_limit = limits_.body_bytes;

    const StringList headers = header_lines(request, url);
    StringList connect_to;
    for (const auto& entry : policy_.connect_to) connect_to.add(entry);

    const std::string text = url.text();
    handles.set(CURLOPT_URL, text.c_str());
    handles.set_constant();
    handles.set(CURLOPT_HTTPHEADER, headers.get());
    handles.set(CURLOPT_CONNECT_TO, connect_to.get());
    handles.set(CURLOPT_SSL_VERIFYPEER, request.insecure_skip_verify ? 0L : 1L);
    handles.set(CURLOPT_SSL_VERIFYHOST, request.insecure_skip_verify ? 0L : 2L);
    if (exchange.transparent_gzip) handles.set(CURLOPT_ACCEPT_ENCODING, "gzip");
    handles.set_method(request);
    handles.set_proxy(url, policy_, *environment_);
    handles.set_times(url, limits_, deadline);
    handles.set_callbacks(exchange);

    const CURLcode code = handles.run(cancel);
    require_answer(code, handles.easy, exchange, url);
    long status = 0;
    curl().curl_easy_getinfo(handles.easy, CURLINFO_RESPONSE_CODE, &status);
    exchange.response.status = static_cast<int>(status);
    return std::move(exchange.response);
}

}  // namespace fluxi::net
