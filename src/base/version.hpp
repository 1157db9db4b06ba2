// The version of fluxi, as the build states it.
#pragma once

#include <string_view>

namespace fluxi::base {

std::string_view version();

}  // namespace fluxi::base
