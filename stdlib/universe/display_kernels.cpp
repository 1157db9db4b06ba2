#include "universe/display_kernels.hpp"

#include <memory>
#include <string>

#include "table/builder.hpp"
#include "value/convert.hpp"
#include "value/number.hpp"
#include "value/time.hpp"
#include "vec/apply.hpp"

namespace fluxi::stdlib::universe {
namespace {

using table::Column;
using table::ColumnType;

/// What `display` writes for a value that is not null.
template <ColumnType kType>
void append_shown(std::string& out, const table::stored_t<kType>& v) {
    if constexpr (kType == ColumnType::string) {
        out += v.view();
    } else if constexpr (kType == ColumnType::floating) {
        value::append_float(out, v, value::FloatForm::display);
    } else if constexpr (kType == ColumnType::time) {
        value::append_time(out, v);
    } else if constexpr (kType == ColumnType::boolean) {
        out += v != 0 ? "true" : "false";
    } else if constexpr (kType == ColumnType::integer) {
        value::append_string(out, value::Value::integer(v));
    } else {
        value::append_string(out, value::Value::uinteger(v));
    }
}

template <ColumnType kType>
class Display final : public vec::Kernel {
  public:
    Display() : Kernel(ColumnType::string, false) {}
    Column run(std::span<const Column> arguments, std::uint32_t rows,
               const std::uint8_t*) const override {
        const vec::Reader<table::stored_t<kType>> values(arguments[0]);
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t row = 0; row < rows; ++row) {
            text.clear();
            if (values.valid(row)) {
                append_shown<kType>(text, values[row]);
            } else {
                text = "<null>";
            }
            builder.append_text(text);
        }
        return builder.finish();
    }
};

}  // namespace

vec::KernelRef DisplayKernels::bind(std::span<const vec::KernelArgument> arguments) const {
    if (!arguments[0].type) return nullptr;
    return table::dispatch(*arguments[0].type, [](auto type) -> vec::KernelRef {
        return std::make_shared<Display<type.value>>();
    });
}

}  // namespace fluxi::stdlib::universe
