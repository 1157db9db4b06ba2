// What of the public API is about the library itself.
#include "base/version.hpp"
#include "engine/fluxi/fluxi.hpp"

namespace fluxi {

std::string_view library_version() noexcept {
    return base::version();
}

}  // namespace fluxi
