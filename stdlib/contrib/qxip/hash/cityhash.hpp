// CityHash64 in its version 1.0, which is what `hash.cityhash64` means: later versions give other
// numbers. A pure function.
#pragma once

#include <cstdint>
#include <string_view>

namespace fluxi::stdlib::contrib_qxip_hash {

std::uint64_t cityhash64(std::string_view bytes);

}  // namespace fluxi::stdlib::contrib_qxip_hash
