// Natives of package contrib/bonitoo-io/hex: values from and to hexadecimal digits.
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "native/adapter.hpp"
#include "value/convert.hpp"
#include "vec/kernels.hpp"

namespace fluxi::stdlib::contrib_bonitoo_io_hex {
namespace {

using value::Nature;
using value::Value;

/// All of `digits` as a number in base 16, without sign or prefix.
std::optional<std::uint64_t> magnitude(std::string_view digits) {
    std::uint64_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, 16);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

std::int64_t to_int(std::string_view v) {
    std::string_view digits = v;
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+')) digits.remove_prefix(1);
    if (digits.starts_with("0x")) digits.remove_prefix(2);
    const auto number = magnitude(digits);
    const std::uint64_t limit = std::uint64_t{1} << 63;
    if (!number || *number > (negative ? limit : limit - 1)) {
        base::fail("cannot convert string \"{}\" to int due to invalid syntax", v);
    }
    return static_cast<std::int64_t>(negative ? std::uint64_t{0} - *number : *number);
}

std::uint64_t to_uint(std::string_view v) {
    const auto number = magnitude(v.starts_with("0x") ? v.substr(2) : v);
    if (!number) base::fail("cannot convert string \"{}\" to uint due to invalid syntax", v);
    return *number;
}

/// What is wrong with digits that do not decode.
std::string problem_of(std::string_view v) {
    constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
    const auto bad = v.find_first_not_of(kDigits);
    if (bad == std::string_view::npos) return "encoding/hex: odd length hex string";
    const auto byte = static_cast<unsigned char>(v[bad]);
    std::string shown;
    base::append_utf8(shown, byte);
    return fmt::format("encoding/hex: invalid byte: U+{:04X} '{}'", byte, shown);
}

native::NewBytes to_bytes(std::string_view v) {
    auto content = base::hex_decode(v);
    if (!content) {
        base::fail("cannot convert string \"{}\" to bytes due to hex decoding error: {}", v,
                   problem_of(v));
    }
    return {std::move(*content)};
}

std::string digits_of(std::int64_t v) {
    return fmt::format("{}{:x}", v < 0 ? "-" : "", value::magnitude(v));
}

std::string digits_of_uint(std::uint64_t v) {
    return fmt::format("{:x}", v);
}

Value to_text(const Value& v) {
    if (v.is_null()) return Value::null(Nature::string);
    switch (v.nature()) {
        case Nature::integer:
            return Value::string(digits_of(v.as_integer()));
        case Nature::uinteger:
            return Value::string(digits_of_uint(v.as_uinteger()));
        case Nature::bytes:
            return Value::string(base::hex_encode(v.as_text()));
        default:
            return value::to_string_value(v);
    }
}

/// The column-wise form of `hex.string` for ints and uints; other columns are what `string` makes
/// of them.
class TextKernels final : public vec::KernelFactory {
  public:
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        using native::adapter::FunctionKernels;
        if (!arguments[0].type) return nullptr;
        switch (*arguments[0].type) {
            case table::ColumnType::integer:
                return FunctionKernels<decltype(&digits_of), true>(digits_of).bind(arguments);
            case table::ColumnType::uinteger:
                return FunctionKernels<decltype(&digits_of_uint), true>(digits_of_uint)
                    .bind(arguments);
            default:
                return vec::conversion_kernel(*arguments[0].type, table::ColumnType::string);
        }
    }
};

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("contrib/bonitoo-io/hex");
    package.nullable("int", {"v"}, to_int);
    package.nullable("uint", {"v"}, to_uint);
    package.function("bytes", {"v"}, to_bytes);
    package.function("string", {"v"}, to_text);
    package.kernels("string", std::make_shared<TextKernels>());
}

}  // namespace fluxi::stdlib::contrib_bonitoo_io_hex
