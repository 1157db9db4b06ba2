#include "http/session.hpp"
#include "native/adapter.hpp"
#include "native/registry.hpp"
#include "net/url.hpp"

namespace fluxi::stdlib::http {

namespace {

value::Value post(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    net::Request request;
    request.method = "POST";
    request.url = url_argument(arguments, 0);
    request.headers = headers_argument(arguments, 1);
    request.body = body_argument(arguments, 2);
    request.keep_body = false;
    return value::Value::integer(client_of(evaluator).send(request).status);
}

}  // namespace

void register_natives(native::Registry& registry);
void register_natives(native::Registry& registry) {
    auto package = registry.package("http");
    package.effect("post", {"url", "?headers", "?data"}, &post);
    package.function("basicAuth", {"u", "p"},
                     [](std::string_view u, std::string_view p) { return net::basic_auth(u, p); });
    package.function("pathEscape", {"inputString"},
                     [](std::string_view text) { return net::path_escape(text); });
}

}  // namespace fluxi::stdlib::http
