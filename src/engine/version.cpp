#include "engine/version.hpp"

namespace fluxi::engine {

std::string_view version() {
    return FLUXI_VERSION;
}

}  // namespace fluxi::engine
