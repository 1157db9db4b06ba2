// Natives of package bitwise. Shifts by 64 bits or more give what is left then: zero, or the sign
// of a signed number shifted to the right.
#include <cstdint>

#include "base/error.hpp"
#include "native/adapter.hpp"

namespace fluxi::stdlib::bitwise {
namespace {

using Signed = std::int64_t;
using Unsigned = std::uint64_t;

constexpr Unsigned kBits = 64;

Unsigned count_of(Signed b) {
    if (b < 0) base::fail("the number of bits `b` must not be negative, but it is {}", b);
    return static_cast<Unsigned>(b);
}

Unsigned left(Unsigned a, Unsigned b) {
    return b < kBits ? a << b : 0;
}

Unsigned right(Unsigned a, Unsigned b) {
    return b < kBits ? a >> b : 0;
}

Signed right_signed(Signed a, Unsigned b) {
    return a >> (b < kBits ? b : kBits - 1);
}

template <typename T>
void register_operators(native::PackageNatives& package, std::string_view sand,
                        std::string_view sor, std::string_view sxor, std::string_view sclear,
                        std::string_view snot) {
    package.function(sand, {"a", "b"}, [](T a, T b) -> T { return a & b; });
    package.function(sor, {"a", "b"}, [](T a, T b) -> T { return a | b; });
    package.function(sxor, {"a", "b"}, [](T a, T b) -> T { return a ^ b; });
    package.function(sclear, {"a", "b"}, [](T a, T b) -> T { return a & ~b; });
    package.function(snot, {"a"}, [](T a) -> T { return ~a; });
}

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("bitwise");
    register_operators<Signed>(package, "sand", "sor", "sxor", "sclear", "snot");
    register_operators<Unsigned>(package, "uand", "uor", "uxor", "uclear", "unot");
    package.function("slshift", {"a", "b"}, [](Signed a, Signed b) -> Signed {
        return static_cast<Signed>(left(static_cast<Unsigned>(a), count_of(b)));
    });
    package.function("srshift", {"a", "b"},
                     [](Signed a, Signed b) -> Signed { return right_signed(a, count_of(b)); });
    package.function("ulshift", {"a", "b"}, left);
    package.function("urshift", {"a", "b"}, right);
}

}  // namespace fluxi::stdlib::bitwise
