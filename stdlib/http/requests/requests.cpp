#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "http/session.hpp"
#include "native/registry.hpp"
#include "net/url.hpp"

namespace fluxi::stdlib::http_requests {

namespace {

using value::Nature;
using value::Value;

// Errors name what a script calls; `_do` is for the package only.
constexpr std::string_view kName = "requests.do";

constexpr std::array<std::string_view, 6> kMethods = {"DELETE", "GET",  "HEAD",
                                                      "PATCH",  "POST", "PUT"};

std::string method_argument(const native::Arguments& arguments, std::size_t index) {
    const auto method = arguments.get<std::string_view>(index);
    if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
        base::fail(
            "{}: invalid HTTP method {}, expected one of DELETE, GET, HEAD, PATCH, POST, PUT",
            kName, net::quoted(method));
    }
    return std::string(method);
}

/// The dictionary at `index`, or null if it was not given.
const value::Dict* dict_argument(const native::Arguments& arguments, std::size_t index) {
    if (!arguments.has(index) || arguments.at(index).is_null()) return nullptr;
    return &arguments.get<value::Dict>(index);
}

std::string text_of(std::string_view parameter, const Value& v) {
    if (!v.is(Nature::string)) {
        base::fail("argument {} must hold strings, found {}", parameter,
                   v.is_null() ? "null" : value::nature_name(v.nature()));
    }
    return std::string(v.as_text());
}

std::string url_argument(const native::Arguments& arguments, std::size_t url, std::size_t params) {
    const std::string text = http::url_argument(arguments, url);
    if (!arguments.has(params)) return text;
    const auto* dict = &arguments.get<value::Dict>(params);
    if (dict->entries().empty()) return text;
    std::vector<std::pair<std::string, std::vector<std::string>>> parameters;
    for (const auto& entry : dict->entries()) {
        auto& parameter =
            parameters.emplace_back(entry.first.as_text(), std::vector<std::string>());
        if (entry.second.is_null()) continue;
        for (const Value& v : entry.second.as_array().elements()) {
            parameter.second.push_back(text_of("params", v));
        }
    }
    return net::with_query(text, net::encode_query(std::move(parameters)));
}

net::Headers headers_dict(const native::Arguments& arguments, std::size_t index) {
    net::Headers headers;
    const auto* dict = dict_argument(arguments, index);
    if (dict == nullptr) return headers;
    for (const auto& entry : dict->entries()) {
        headers.push_back({std::string(entry.first.as_text()), text_of("headers", entry.second)});
    }
    return headers;
}

const Value& config_property(const native::Arguments& arguments, std::size_t index,
                             std::string_view name, Nature nature) {
    const Value* v = arguments.get<value::Record>(index).find(name);
    if (v == nullptr) {
        base::fail("{}: config is missing the property \"{}\"", kName, name);
    }
    if (!v->is(nature)) {
        base::fail("{}: the property \"{}\" of config must be a {}, found {}", kName, name,
                   value::nature_name(nature),
                   v->is_null() ? "null" : value::nature_name(v->nature()));
    }
    return *v;
}

void apply_config(net::Request& request, const native::Arguments& arguments, std::size_t index) {
    const auto timeout =
        config_property(arguments, index, "timeout", Nature::duration).as_duration();
    if (timeout.is_mixed()) {
        base::fail("{}: the timeout of config must not be a mixed duration, found {}", kName,
                   value::to_string(timeout));
    }
    request.timeout = std::chrono::nanoseconds(timeout.approximate_ns());
    request.insecure_skip_verify =
        config_property(arguments, index, "insecureSkipVerify", Nature::boolean).as_boolean();
}

Value headers_value(const net::Headers& headers) {
    std::vector<value::Dict::Entry> entries;
    entries.reserve(headers.size());
    for (const auto& header : headers) {
        entries.emplace_back(Value::string(header.name), Value::string(header.value));
    }
    return Value::of(value::make<value::Dict>(std::move(entries)));
}

Value send(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    net::Request request;
    request.method = method_argument(arguments, 0);
    request.url = url_argument(arguments, 1, 2);
    request.headers = headers_dict(arguments, 3);
    request.body = http::body_argument(arguments, 4);
    apply_config(request, arguments, 5);
    const auto response = http::client_of(evaluator).send(request);
    return value::make_record({
        {"statusCode", Value::integer(response.status)},
        {"headers", headers_value(response.headers)},
        {"duration", Value::duration({response.duration_ns, 0})},
        {"body", Value::bytes(response.body)},
    });
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("http/requests")
        .effect("_do", {"method", "url", "?params", "?headers", "?body", "config"}, &send);
}

}  // namespace fluxi::stdlib::http_requests
