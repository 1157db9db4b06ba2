// From a type to one for all choices of its variables, and back with fresh ones.
#pragma once

#include "types/substitution.hpp"

namespace fluxi::types {

/// The type for all choices of those variables that are of a deeper level than the current one.
PolyType generalise(Substitution& substitution, TypeRef type);

/// The type with a fresh variable for each generic.
TypeRef instantiate(Substitution& substitution, const PolyType& type);

}  // namespace fluxi::types
