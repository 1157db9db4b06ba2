#include "http/session.hpp"

#include "base/error.hpp"
#include "net/url.hpp"

namespace fluxi::stdlib::http {

namespace {

struct Session {
    std::unique_ptr<net::HttpClient> client{};
};

}  // namespace

net::HttpClient& client_of(eval::Evaluator& evaluator) {
    auto& session = evaluator.extension<Session>();
    if (!session.client) {
        session.client = std::make_unique<net::HttpClient>(evaluator.host(), &evaluator.cancel());
    }
    return *session.client;
}

std::string url_argument(const native::Arguments& arguments, std::size_t index) {
    const auto text = arguments.get<std::string_view>(index);
    try {
        (void)net::parse_url(text);
    } catch (const base::RuntimeError& error) {
        base::fail_with(error.diagnostic().code, "{}: argument url: {}", arguments.function(),
                        error.what());
    }
    return std::string(text);
}

net::Headers headers_argument(const native::Arguments& arguments, std::size_t index) {
    net::Headers headers;
    if (!arguments.has(index) || arguments.at(index).is_null()) return headers;
    const auto& record = arguments.get<value::Record>(index);
    const auto& labels = record.shape()->labels();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const value::Value& v = record.values()[i];
        if (!v.is(value::Nature::string)) {
            base::fail("{}: argument headers: header value \"{}\" must be a string, found {}{}",
                       arguments.function(), labels[i], v.is_null() ? "null of type " : "",
                       value::nature_name(v.nature()));
        }
        headers.push_back({labels[i], std::string(v.as_text())});
    }
    return headers;
}

std::string body_argument(const native::Arguments& arguments, std::size_t index) {
    if (!arguments.has(index)) return {};
    return std::string(arguments.get<native::Bytes>(index).content);
}

}  // namespace fluxi::stdlib::http
