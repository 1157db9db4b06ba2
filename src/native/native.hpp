// A native function as a Flux value, and what the registry keeps of it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "eval/callable.hpp"
#include "native/arguments.hpp"
#include "vec/kernel.hpp"

namespace fluxi::native {

using Implementation = std::function<value::Value(eval::Evaluator&, const Arguments&)>;

struct Definition {
    std::string package{};
    std::string name{};
    std::vector<value::Parameter> parameters{};
    Implementation call{};
    value::Value constant{};                              ///< when `call` is empty
    std::shared_ptr<const vec::KernelFactory> kernels{};  ///< its column-wise form, or null
    bool pure = true;  ///< same arguments, same outcome, no effects
};

class Native final : public eval::Callable, public vec::Vectorizable {
  public:
    Native(const Definition& definition, std::string type_text)
        : Callable(definition.parameters),
          definition_(definition),
          type_text_(std::move(type_text)) {}
    [[nodiscard]] const Definition& definition() const noexcept { return definition_; }
    value::Value call(eval::Evaluator& evaluator,
                      std::span<value::Value> arguments) const override {
        return definition_.call(evaluator, Arguments(definition_.name, parameters(), arguments));
    }
    [[nodiscard]] std::string type_text() const override { return type_text_; }
    [[nodiscard]] const vec::KernelFactory* kernels() const noexcept override {
        return definition_.kernels.get();
    }
    [[nodiscard]] bool pure() const noexcept override { return definition_.pure; }

  private:
    const Definition& definition_;  ///< owned by the registry
    std::string type_text_;
};

}  // namespace fluxi::native
