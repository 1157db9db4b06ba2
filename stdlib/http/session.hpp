// What the HTTP functions of all packages share: the client of a run, and how Flux values become
// headers. The client belongs to the Evaluator: it is made when it is first asked for and keeps its
// connections until the run is over.
#pragma once

#include "eval/evaluator.hpp"
#include "native/arguments.hpp"
#include "net/http_client.hpp"

namespace fluxi::stdlib::http {

net::HttpClient& client_of(eval::Evaluator& evaluator);

/// A URL that can be asked; the error names the argument.
std::string url_argument(const native::Arguments& arguments, std::size_t index);

/// The properties of the record at `index` as headers; none if it was not given or is null. Throws
/// for a property that is no string.
net::Headers headers_argument(const native::Arguments& arguments, std::size_t index);

/// The bytes at `index`; none if they were not given. Throws for a null.
std::string body_argument(const native::Arguments& arguments, std::size_t index);

}  // namespace fluxi::stdlib::http
