#include "net/curl_transport.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>

#include "base/error.hpp"
#include "net/curl_library.hpp"

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

/// What the callbacks of one exchange share.
struct Exchange {
    const host::NetworkPolicy* policy = nullptr;
    bool replayable = true;
    bool transparent_gzip = false;
    bool keep_body = true;
    bool has_body = true;  ///< false for HEAD
    std::size_t body_limit = 0;

    Response response{};
    std::size_t received = 0;
    int sends = 0;          ///< how often the request began to go out
    std::string address{};  ///< of the last socket, with its port
    std::string refusal{};  ///< why the policy refused an address
    bool too_large = false;
    bool truncated = false;
    bool resent = false;
    std::array<char, CURL_ERROR_SIZE> message{};
};

std::uint16_t port_of(const sockaddr& address) {
    // Both families hold the port at the same place.
    sockaddr_in any{};
    std::memcpy(&any, &address, sizeof any);
    return ntohs(any.sin_port);
}

curl_socket_t open_socket(void* data, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto& exchange = *static_cast<Exchange*>(data);
    const auto text = host::address_text(address->addr);
    const bool v6 = address->family == AF_INET6;
    exchange.address =
        fmt::format("{}{}{}:{}", v6 ? "[" : "", text, v6 ? "]" : "", port_of(address->addr));
    if (auto refusal = exchange.policy->refusal(address->addr)) {
        exchange.refusal = *std::move(refusal);
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Called each time the request is about to go out. libcurl sends again by itself when a kept
/// connection breaks before an answer; what may have had an effect already must not be sent twice.
int before_send(void* data, char* /*remote*/, char* /*local*/, int /*remote_port*/,
                int /*local_port*/) {
    auto& exchange = *static_cast<Exchange*>(data);
    if (++exchange.sends > 1 && !exchange.replayable) {
        exchange.resent = true;
        return CURL_PREREQFUNC_ABORT;
    }
    return CURL_PREREQFUNC_OK;
}

void end_of_headers(Exchange& exchange) {
    auto& response = exchange.response;
    const auto encoding = response.header("Content-Encoding");
    if (exchange.transparent_gzip && encoding == "gzip") {
        // The answer is handed over decompressed, so these headers no longer hold for it.
        std::erase_if(response.headers, [](const Header& header) {
            return header.name == "Content-Encoding" || header.name == "Content-Length";
        });
        return;
    }
    const auto length = response.header("Content-Length");
    if (!length || !exchange.has_body) return;
    std::uint64_t bytes = 0;
    const auto result = std::from_chars(length->data(), length->data() + length->size(), bytes);
    const bool huge = result.ec == std::errc::result_out_of_range;
    exchange.too_large = huge || (result.ec == std::errc{} && bytes > exchange.body_limit);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::size_t take_header(const char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    const std::string_view line(bytes, size * count);
    if (line.substr(0, 5) == "HTTP/") {
        // A new status line: what came before was an interim answer or one of the proxy.
        exchange.response.headers.clear();
        return line.size();
    }
    if (trimmed(line).empty()) {
        end_of_headers(exchange);
        return exchange.too_large ? 0 : line.size();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return line.size();
    exchange.response.headers.push_back({canonical_header_name(trimmed(line.substr(0, colon))),
                                         std::string(trimmed(line.substr(colon + 1)))});
    return line.size();
}

std::size_t take_body(const char* bytes, std::size_t size, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    const std::size_t length = size * count;
    const std::size_t taken = std::min(length, exchange.body_limit - exchange.received);
    exchange.received += taken;
    if (exchange.keep_body) exchange.response.body.append(bytes, taken);
    exchange.truncated = taken < length;
    return exchange.truncated ? 0 : length;
}

std::string lower_first(std::string text) {
    // An abbreviation such as SSL stays as it is.
    const auto upper = [&](std::size_t i) {
        return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
    };
    if (upper(0) && !upper(1)) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string system_message(CURL* easy, std::string_view otherwise) {
    long number = 0;
    curl().curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    if (number == 0) return std::string(otherwise);
    return lower_first(std::generic_category().message(static_cast<int>(number)));
}

std::string timeout_message(CURL* easy, const Exchange& exchange) {
    if (exchange.sends > 0) {
        return exchange.response.headers.empty() ? "timeout while awaiting headers"
                                                 : "timeout while reading the body";
    }
    curl_off_t connected = 0;
    curl().curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
    if (connected > 0) return fmt::format("TLS handshake timeout with {}", exchange.address);
    if (exchange.address.empty()) return "timeout while looking up the host";
    return fmt::format("dial tcp {}: timeout while connecting", exchange.address);
}

std::string failure_message(CURLcode code, CURL* easy, const Exchange& exchange, const Url& url) {
    const std::string detail =
        exchange.message[0] != '\0' ? exchange.message.data() : curl().curl_easy_strerror(code);
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return fmt::format("lookup {}: no such host", url.host);
        case CURLE_COULDNT_RESOLVE_PROXY:
            return "lookup of the proxy: no such host";
        case CURLE_COULDNT_CONNECT:
            if (exchange.address.empty()) return lower_first(detail);
            return fmt::format("dial tcp {}: connect: {}", exchange.address,
                               system_message(easy, "connection failed"));
        case CURLE_OPERATION_TIMEDOUT:
            return timeout_message(easy, exchange);
        case CURLE_GOT_NOTHING:
            return "EOF: the server closed the connection without an answer";
        case CURLE_PARTIAL_FILE:
            return "unexpected EOF: the server closed the connection before the body was complete";
        case CURLE_RECV_ERROR:
            return "read: " + system_message(easy, detail);
        case CURLE_SEND_ERROR:
            return "write: " + system_message(easy, detail);
        case CURLE_UNSUPPORTED_PROTOCOL:
            return "malformed HTTP response";
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
            return "tls: " + lower_first(detail);
        default:
            return lower_first(detail);
    }
}

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
    StringList connect_to;
    for (const auto& entry : policy_.connect_to) connect_to.add(entry);

    const std::string text = url.text();
    handles.set(CURLOPT_URL, text.c_str());
    handles.set(CURLOPT_PATH_AS_IS, 1L);
    handles.set(CURLOPT_PROTOCOLS_STR, "http,https");
    handles.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    handles.set(CURLOPT_NOSIGNAL, 1L);
    handles.set(CURLOPT_TCP_KEEPALIVE, 1L);
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
    if (!exchange.refusal.empty() && code != CURLE_OK) {
        base::fail_with(base::Code::denied, "{}", exchange.refusal);
    }
    if (exchange.too_large) {
        base::fail_with(base::Code::network, "the body of the answer is larger than {} bytes",
                        limits_.body_bytes);
    }
    if (exchange.resent) {
        base::fail_with(base::Code::network,
                        "EOF: the server closed the connection without an answer");
    }
    if (code != CURLE_OK && !exchange.truncated) {
        base::fail_with(base::Code::network, "{}",
                        failure_message(code, handles.easy, exchange, url));
    }
    long status = 0;
    curl().curl_easy_getinfo(handles.easy, CURLINFO_RESPONSE_CODE, &status);
    exchange.response.status = static_cast<int>(status);
    return std::move(exchange.response);
}

}  // namespace fluxi::net
