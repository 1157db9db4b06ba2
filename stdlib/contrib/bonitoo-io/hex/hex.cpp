// Natives of package contrib/bonitoo-io/hex: values from and to hexadecimal digits.
#include <charconv>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.hpp"
#include "base/error.hpp"
#include "base/utf8.hpp"
#include "native/adapter.hpp"
#include "native/appending.hpp"
#include "native/overloads.hpp"
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

void append_decoded(std::string& out, std::string_view v) {
    if (!base::append_hex_decoded(out, v)) {
        base::fail("cannot convert string \"{}\" to bytes due to hex decoding error: {}", v,
                   problem_of(v));
    }
}

void append_digits(std::string& out, std::int64_t v) {
    fmt::format_to(std::back_inserter(out), "{}{:x}", v < 0 ? "-" : "", value::magnitude(v));
}

void append_digits_of_uint(std::string& out, std::uint64_t v) {
    fmt::format_to(std::back_inserter(out), "{:x}", v);
}

void append_digits_of_bytes(std::string& out, native::Bytes v) {
    base::append_hex(out, v.content);
}

Value to_text(const Value& v) {
    if (v.is_null()) return Value::null(Nature::string);
    std::string text;
    switch (v.nature()) {
        case Nature::integer:
            append_digits(text, v.as_integer());
            break;
        case Nature::uinteger:
            append_digits_of_uint(text, v.as_uinteger());
            break;
        case Nature::bytes:
            base::append_hex(text, v.as_text());
            break;
        default:
            return value::to_string_value(v);
    }
    return Value::string(text);
}

/// The column-wise form of `hex.string` for what has no digits: columns are what `string` makes of
/// them.
class TextKernels final : public vec::KernelFactory {
  public:
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        return arguments[0].type
                   ? vec::conversion_kernel(*arguments[0].type, table::ColumnType::string)
                   : nullptr;
    }
};

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("contrib/bonitoo-io/hex");
    package.nullable("int", {"v"}, to_int);
    package.nullable("uint", {"v"}, to_uint);
    package.function("bytes", {"v"}, native::appending_bytes(append_decoded));
    package.function("string", {"v"}, to_text);
    package.kernels("string", std::make_shared<native::Overloads>(
                                  native::Overloads()
                                      .nullable(native::appending(append_digits))
                                      .nullable(native::appending(append_digits_of_uint))
                                      .nullable(native::appending(append_digits_of_bytes))
                                      .factory(std::make_shared<TextKernels>())));
}

}  // namespace fluxi::stdlib::contrib_bonitoo_io_hex
