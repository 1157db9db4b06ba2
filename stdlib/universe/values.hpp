// Registration of the prelude's members that work on single values.
#pragma once

#include "native/registry.hpp"

namespace fluxi::stdlib::universe {

void register_values(native::Registry& registry);

}  // namespace fluxi::stdlib::universe
