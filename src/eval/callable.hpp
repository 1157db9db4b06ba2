// A function that can be called: a closure here, a native in the folder below. Arguments come by
// position of the parameter; Value::absent() stands for one that was not given.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "program/tree.hpp"
#include "value/function.hpp"

namespace fluxi::eval {

class Evaluator;

class Callable : public value::Function {
  public:
    using Function::Function;
    virtual value::Value call(Evaluator& evaluator, std::span<value::Value> arguments) const = 0;
    /// What two callables share exactly when their parameter lists are the same object.
    [[nodiscard]] virtual const void* identity() const noexcept { return this; }
};

/// A function written in Flux with the values it captured. Flat: it holds values, not scopes.
class Closure final : public Callable {
  public:
    Closure(std::shared_ptr<const program::FunctionCode> code, std::vector<value::Value> captures)
        : Callable(code->parameters), code_(std::move(code)), captures_(std::move(captures)) {}
    [[nodiscard]] const program::FunctionCode& code() const noexcept { return *code_; }
    [[nodiscard]] const std::vector<value::Value>& captures() const noexcept { return captures_; }
    value::Value call(Evaluator& evaluator, std::span<value::Value> arguments) const override;
    [[nodiscard]] const void* identity() const noexcept override { return code_.get(); }
    [[nodiscard]] std::string type_text() const override;

  private:
    std::shared_ptr<const program::FunctionCode> code_;
    std::vector<value::Value> captures_;
};

}  // namespace fluxi::eval
