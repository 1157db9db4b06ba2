// Natives of package experimental/influxdb: api, a request to a server through the run's HTTP
// client.
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "http/session.hpp"
#include "native/adapter.hpp"
#include "native/registry.hpp"
#include "net/url.hpp"

namespace fluxi::stdlib::experimental_influxdb {
namespace {

using native::Arguments;
using value::Value;

enum Parameter : std::size_t { kMethod, kPath, kBody, kHeaders, kHost, kQuery, kTimeout, kToken };

/// Package usage hands on an empty text where its caller gave nothing: a server that wants no token
/// takes that.
std::string required_text(const Arguments& arguments, std::size_t i, std::string_view name,
                          bool may_be_empty) {
    if (!arguments.has(i) || (!may_be_empty && arguments.get<std::string_view>(i).empty())) {
        base::fail("api: keyword argument \"{}\" is required when executing outside InfluxDB",
                   name);
    }
    return std::string(arguments.get<std::string_view>(i));
}

std::string text_of(std::string_view parameter, const Value& v) {
    if (!v.is(value::Nature::string)) base::fail("api: a value in {} is null", parameter);
    return std::string(v.as_text());
}

std::string url_of(const Arguments& arguments) {
    const std::string url = required_text(arguments, kHost, "host", false) +
                            std::string(arguments.get<std::string_view>(kPath));
    if (!arguments.has(kQuery)) return url;
    std::vector<std::pair<std::string, std::vector<std::string>>> parameters;
    for (const auto& [name, v] : arguments.get<value::Dict>(kQuery).entries()) {
        parameters.emplace_back(name.as_text(), std::vector{text_of("query", v)});
    }
    return net::with_query(url, net::encode_query(std::move(parameters)));
}

std::chrono::nanoseconds timeout_of(const Arguments& arguments) {
    if (!arguments.has(kTimeout)) return std::chrono::seconds(30);
    const auto timeout = arguments.get<value::Duration>(kTimeout);
    if (timeout.is_mixed() || !timeout.is_positive()) {
        base::fail(
            "api: timeout must be longer than zero and not mix months with other units, "
            "found {}",
            value::to_string(timeout));
    }
    return std::chrono::nanoseconds(timeout.approximate_ns());
}

Value api(eval::Evaluator& evaluator, const Arguments& arguments) {
    net::Request request;
    request.method = arguments.get<std::string_view>(kMethod);
    for (char& c : request.method) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (request.method.empty()) request.method = "GET";
    request.url = url_of(arguments);
    const std::string token = required_text(arguments, kToken, "token", true);
    if (arguments.has(kHeaders)) {
        for (const auto& [name, v] : arguments.get<value::Dict>(kHeaders).entries()) {
            request.headers.push_back({std::string(name.as_text()), text_of("headers", v)});
        }
    }
    request.headers.push_back({"Authorization", "Token " + token});
    request.body = http::body_argument(arguments, kBody);
    request.timeout = timeout_of(arguments);

    const net::Response response = http::client_of(evaluator).send(request);
    std::vector<value::Dict::Entry> headers;
    headers.reserve(response.headers.size());
    for (const net::Header& header : response.headers) {
        headers.emplace_back(Value::string(header.name), Value::string(header.value));
    }
    return value::make_record({
        {"statusCode", Value::integer(response.status)},
        {"headers", Value::of(value::make<value::Dict>(std::move(headers)))},
        {"body", Value::bytes(response.body)},
    });
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("experimental/influxdb")
        .effect("api",
                {"method", "path", "?body", "?headers", "?host", "?query", "?timeout", "?token"},
                &api);
}

}  // namespace fluxi::stdlib::experimental_influxdb
