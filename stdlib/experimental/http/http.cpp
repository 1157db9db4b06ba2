#include <algorithm>

#include "base/error.hpp"
#include "http/session.hpp"
#include "native/registry.hpp"

namespace fluxi::stdlib::experimental_http {

namespace {

using value::Value;

constexpr std::chrono::seconds kDefaultTimeout{30};

std::chrono::nanoseconds timeout_argument(const native::Arguments& arguments, std::size_t index) {
    if (!arguments.has(index)) return kDefaultTimeout;
    const auto timeout = arguments.get<value::Duration>(index);
    if (!timeout.is_positive()) {
        base::fail("{}: timeout must be greater than zero, found {}", arguments.function(),
                   value::to_string(timeout));
    }
    return std::chrono::nanoseconds(timeout.approximate_ns());
}

/// A record of the headers, sorted by name; of several with one name the last counts.
Value headers_value(net::Headers headers) {
    std::stable_sort(headers.begin(), headers.end(),
                     [](const auto& a, const auto& b) { return a.name < b.name; });
    std::vector<std::pair<std::string, Value>> fields;
    fields.reserve(headers.size());
    for (const auto& header : headers) {
        fields.emplace_back(header.name, Value::string(header.value));
    }
    return value::make_record(std::move(fields));
}

Value get(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    net::Request request;
    request.url = http::url_argument(arguments, 0);
    request.headers = http::headers_argument(arguments, 1);
    request.timeout = timeout_argument(arguments, 2);
    auto response = http::client_of(evaluator).send(request);
    return value::make_record({
        {"statusCode", Value::integer(response.status)},
        {"headers", headers_value(std::move(response.headers))},
        {"body", Value::bytes(response.body)},
    });
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    registry.package("experimental/http").effect("get", {"url", "?headers", "?timeout"}, &get);
}

}  // namespace fluxi::stdlib::experimental_http
