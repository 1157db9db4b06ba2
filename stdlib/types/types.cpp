// Natives of package types.
#include <memory>
#include <string_view>

#include "native/adapter.hpp"
#include "vec/kernel.hpp"

namespace fluxi::stdlib::types {
namespace {

/// The column-wise form of `isType`: all values of a column have its type, nulls too.
class IsType final : public vec::Kernel {
  public:
    explicit IsType(bool answer)
        : Kernel(table::ColumnType::boolean, false), answer_(value::Value::boolean(answer)) {}
    table::Column run(std::span<const table::Column>, std::uint32_t rows,
                      const std::uint8_t*) const override {
        return table::Column::constant(type(), rows, answer_);
    }

  private:
    value::Value answer_;
};

class IsTypeKernels final : public vec::KernelFactory {
  public:
    [[nodiscard]] vec::KernelRef bind(
        std::span<const vec::KernelArgument> arguments) const override {
        const value::Value* wanted = arguments[1].constant;
        if (!arguments[0].is_column() || wanted == nullptr || !wanted->is(value::Nature::string)) {
            return nullptr;
        }
        const auto nature =
            arguments[0].type ? table::nature_of(*arguments[0].type) : arguments[0].form.nature;
        return std::make_shared<IsType>(value::nature_name(nature) == wanted->as_text());
    }
};

}  // namespace

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("types");
    // A typed null counts as its type; a null without type has no type at all.
    package.function(
        "isType", {"v", "type"}, [](const value::Value& v, std::string_view type) -> bool {
            return v.nature() != value::Nature::none && value::nature_name(v.nature()) == type;
        });
    package.kernels("isType", std::make_shared<IsTypeKernels>());
}

}  // namespace fluxi::stdlib::types
