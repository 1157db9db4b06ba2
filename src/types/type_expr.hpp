// From the type that a `builtin` statement states to a PolyType.
#pragma once

#include "base/diagnostic.hpp"
#include "syntax/ast.hpp"
#include "types/type_store.hpp"

namespace fluxi::types {

/// The type that `type` denotes. Unknown names of types and kinds are reported into `diagnostics`
/// and become the error type, which fits everything.
PolyType from_syntax(const syntax::ConstrainedType& type, TypeStore& store,
                     base::Diagnostics& diagnostics);

}  // namespace fluxi::types
