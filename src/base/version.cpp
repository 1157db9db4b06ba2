#include "base/version.hpp"

namespace fluxi::base {

std::string_view version() {
    return FLUXI_VERSION;
}

}  // namespace fluxi::base
