// The predicate of a delete (J.10): terms `key = value` and `key != value` joined by AND. Its own
// little language, which is not that of Flux.
#pragma once

#include <string_view>

#include "store/predicate.hpp"

namespace fluxi::store {

/// The empty text means everything. `t != "a"` holds for series that have `t` with another value.
/// Throws base::RuntimeError, which tells what is wrong and at which character.
TagPredicate parse_delete_predicate(std::string_view text);

}  // namespace fluxi::store
