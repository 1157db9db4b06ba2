#include "universe/contains.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "table/builder.hpp"
#include "value/composite.hpp"
#include "vec/apply.hpp"
#include "vec/row_kernel.hpp"

namespace fluxi::stdlib::universe {

using table::Column;
using table::ColumnType;

namespace {

/// Whether a row's value is one of the set; a null is in no set. Never null itself.
template <ColumnType kType>
class Contains final : public vec::Kernel, public vec::RowKernel {
    using T = table::stored_t<kType>;

  public:
    explicit Contains(Column set) : Kernel(ColumnType::boolean, false), set_(std::move(set)) {}
    Column run(std::span<const Column> arguments, std::uint32_t rows,
               const std::uint8_t*) const override {
        auto buffer = table::Buffer::allocate(rows);
        auto* out = reinterpret_cast<std::uint8_t*>(buffer->data());
        const vec::Reader<T> values(arguments[0]);
        for (std::uint32_t i = 0; i < rows; ++i) {
            // Neighbours are often equal (tags), and so is their answer.
            if (i != 0 && values.valid(i) && values.valid(i - 1) && values[i] == values[i - 1]) {
                out[i] = out[i - 1];
            } else {
                out[i] = static_cast<std::uint8_t>(values.valid(i) && has(values[i]));
            }
        }
        return Column::flat(ColumnType::boolean, rows, std::move(buffer), nullptr);
    }
    void row(const vec::Slot* const* arguments, vec::Slot& out) const override {
        const vec::Slot& value = *arguments[0];
        out.set(static_cast<std::uint8_t>(value.valid() && has(value.get<T>())));
    }

  private:
    [[nodiscard]] bool has(const T& v) const {
        const T* const set = set_.values<T>();
        return std::find(set, set + set_.size(), v) != set + set_.size();
    }
    Column set_;  ///< flat, without nulls
};

}  // namespace

vec::KernelRef ContainsKernels::bind(std::span<const vec::KernelArgument> arguments) const {
    const value::Value* set = arguments[1].constant;
    if (!arguments[0].type || set == nullptr || !set->is(value::Nature::array)) return nullptr;
    const ColumnType type = *arguments[0].type;
    table::Builder builder(type);
    for (const value::Value& element : set->as_array().elements()) {
        if (!element.is_null() && element.nature() == table::nature_of(type))
            builder.append(element);
    }
    return table::dispatch(type, [&](auto t) -> vec::KernelRef {
        return std::make_shared<Contains<t.value>>(builder.finish());
    });
}

}  // namespace fluxi::stdlib::universe
