#include "universe/contains.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "base/error.hpp"
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

/// The same for a set that is another one in each row: an array in its stored form.
template <ColumnType kType>
class ContainsIn final : public vec::Kernel {
    using T = table::stored_t<kType>;

  public:
    ContainsIn() : Kernel(ColumnType::boolean, true) {}
    Column run(std::span<const Column> arguments, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        auto buffer = table::Buffer::allocate(rows);
        auto* out = reinterpret_cast<std::uint8_t*>(buffer->data());
        const vec::Reader<T> values(arguments[0]);
        const vec::Reader<table::StringView> sets(arguments[1]);
        for (std::uint32_t i = 0; i < rows; ++i) {
            out[i] = 0;
            if (mask != nullptr && mask[i] == 0) continue;
            if (!values.valid(i)) continue;
            if (!sets.valid(i)) base::fail("a null set");  // the walker says which
            out[i] = has(vec::List(sets[i].view(), kType), values[i]);
        }
        return Column::flat(ColumnType::boolean, rows, std::move(buffer), nullptr);
    }

  private:
    static std::uint8_t has(const vec::List& set, const T& wanted) {
        bool found = false;
        set.template for_each_stored<kType>([&](bool valid, const auto& v) {
            if constexpr (kType == ColumnType::string) {
                found = found || (valid && v == wanted.view());
            } else {
                found = found || (valid && v == wanted);
            }
        });
        return static_cast<std::uint8_t>(found);
    }
};

/// `contains` of a set in its stored form; the value is a column or known.
vec::KernelRef in_stored_set(std::span<const vec::KernelArgument> arguments) {
    const auto type = arguments[0].constant != nullptr
                          ? table::column_type_of(arguments[0].constant->nature())
                          : arguments[0].type;
    if (type != arguments[1].form.element) return nullptr;
    return table::dispatch(
        *type, [](auto t) -> vec::KernelRef { return std::make_shared<ContainsIn<t.value>>(); });
}

}  // namespace

vec::KernelRef ContainsKernels::bind(std::span<const vec::KernelArgument> arguments) const {
    if (arguments[1].form.nature == value::Nature::array) return in_stored_set(arguments);
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
