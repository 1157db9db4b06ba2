#include "net/http_client.hpp"

#include <algorithm>
#include <cctype>

#include "base/error.hpp"

namespace fluxi::net {

namespace {

using std::chrono::steady_clock;

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void drop_headers(Headers& headers, std::initializer_list<std::string_view> names) {
    std::erase_if(headers, [&](const Header& header) {
        return std::find(names.begin(), names.end(), canonical_header_name(header.name)) !=
               names.end();
    });
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// Whether what identifies the sender may follow from the first host to another: the same one or a
/// name below it.
bool keeps_credentials(const Url& first, const Url& next) {
    const std::string from = lower(first.host);
    const std::string to = lower(next.host);
    if (from == to) return true;
    const bool address =
        from.front() == '[' || std::isdigit(static_cast<unsigned char>(from.back()));
    return !address && to.size() > from.size() + 1 &&
           to.compare(to.size() - from.size() - 1, std::string::npos, "." + from) == 0;
}

/// The request that a redirect from `from` to `to` makes of the one just answered.
Request redirected(const Request& first, Request last, int status, const Url& from, const Url& to,
                   bool credentials) {
    if (status != 307 && status != 308) {
        if (last.method != "GET" && last.method != "HEAD") last.method = "GET";
        last.body.clear();
        drop_headers(last.headers,
                     {"Content-Type", "Content-Encoding", "Content-Language", "Content-Location"});
    }
    if (!credentials) {
        drop_headers(last.headers, {"Authorization", "Www-Authenticate", "Cookie", "Cookie2"});
    }
    const bool own_referer = std::any_of(
        first.headers.begin(), first.headers.end(),
        [](const Header& header) { return canonical_header_name(header.name) == "Referer"; });
    if (!own_referer) {
        drop_headers(last.headers, {"Referer"});
        if (from.scheme != "https" || to.scheme != "http") {
            last.headers.push_back({"Referer", from.text()});
        }
    }
    return last;
}

/// `Post "http://host/"`: how errors name a request.
std::string name_of(std::string_view method, const Url& url) {
    std::string name = lower(method);
    if (!name.empty())
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name + " " + quoted(url.text());
}

/// User and password of a URL belong to its own host; they are taken out so that a redirect does
/// not carry them on.
void move_credentials(Request& request, Url& url) {
    if (url.user.empty() && url.password.empty()) return;
    const bool given = std::any_of(
        request.headers.begin(), request.headers.end(),
        [](const Header& header) { return canonical_header_name(header.name) == "Authorization"; });
    if (!given) request.headers.push_back({"Authorization", basic_auth(url.user, url.password)});
    url.user.clear();
    url.password.clear();
}

}  // namespace

HttpClient::HttpClient(host::Host host, const base::CancelToken* cancel, HttpLimits limits)
    : host_(std::move(host)), cancel_(cancel), limits_(limits) {}

HttpClient::~HttpClient() = default;

Response HttpClient::send(const Request& request) {
    if (cancel_ != nullptr) cancel_->check();
    const Url url = parse_url(request.url);
    const auto began = steady_clock::now();
    Response response = host_.network.http == host::HttpMode::live ? send_live(request, url)
                                                                   : answer_dry(request, url);
    response.duration_ns =
        std::chrono::duration_cast<std::chrono::nanoseconds>(steady_clock::now() - began).count();
    return response;
}

Response HttpClient::answer_dry(const Request& request, const Url& url) {
    // Described in mock mode too, so that a request that could not be sent fails in every mode.
    ++shown_;
    const std::string text = describe_request(shown_, request, url);
    if (host_.network.http == host::HttpMode::dry_run) host_.notes->write(text);
    Response response;
    response.status = 200;
    if (request.method != "GET" && request.method != "HEAD") response.body = request.body;
    return response;
}

Response HttpClient::send_live(Request request, Url url) {
    CurlTransport::Deadline deadline;
    if (request.timeout.count() > 0) deadline = steady_clock::now() + request.timeout;
    move_credentials(request, url);
    const Request first = request;
    const Url first_url = url;
    bool credentials = true;
    for (int followed = 0;; ++followed) {
        const auto fail_as = [&](base::Code code, std::string_view why) {
            base::fail_with(code, "{}: {}", name_of(first.method, url), why);
        };
        if (followed >= limits_.redirects) {
            fail_as(base::Code::network,
                    fmt::format("stopped after {} redirects", limits_.redirects));
        }
        Response response;
        try {
            host_.network.check_target(url.host, url.port);
            if (!transport_) {
                transport_ =
                    std::make_unique<CurlTransport>(host_.network, host_.environment, limits_);
            }
            response = transport_->exchange(request, url, deadline, cancel_);
        } catch (const base::RuntimeError& error) {
            const auto code = error.diagnostic().code;
            if (code != base::Code::network && code != base::Code::denied) throw;
            fail_as(code, error.what());
        }
        const auto location = response.header("Location");
        if (!request.follow_redirects || !is_redirect(response.status) || !location) {
            return response;
        }
        Url next = resolve_url(url, *location);
        credentials = credentials && keeps_credentials(first_url, next);
        request = redirected(first, std::move(request), response.status, url, next, credentials);
        move_credentials(request, next);
        url = std::move(next);
    }
}

}  // namespace fluxi::net
