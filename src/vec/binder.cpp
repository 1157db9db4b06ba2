#include "vec/binder.hpp"

#include "vec/lambda_binder.hpp"

namespace fluxi::vec {

using value::Value;

namespace {

/// What `make` gives with a binder, or nothing if the lambda cannot be bound.
template <typename Make>
auto attempt(Make make) -> std::optional<decltype(make())> {
    try {
        return make();
    } catch (const NotBindable&) {
        return std::nullopt;
    } catch (const base::RuntimeError&) {
        // A constant part fails: the walker decides whether any row ever gets there.
        return std::nullopt;
    }
}

/// The closure, unless it cannot be bound or must not be.
const eval::Closure* bindable(eval::Evaluator& evaluator, const Value& function) {
    if (!evaluator.extension<BindingSwitch>().on) return nullptr;
    return dynamic_cast<const eval::Closure*>(function.object());
}

void collect(const Symbol& symbol, std::vector<Register>& wanted) {
    if (const auto* r = std::get_if<Register>(&symbol.content)) wanted.push_back(*r);
    if (const auto* record = std::get_if<std::shared_ptr<const SymbolicRecord>>(&symbol.content)) {
        for (const auto& entry : (*record)->fields) collect(entry.second, wanted);
    }
}

}  // namespace

std::optional<Bound> bind(eval::Evaluator& evaluator, const Value& function,
                          std::size_t row_parameter, const table::Schema& schema) {
    const auto* closure = bindable(evaluator, function);
    if (closure == nullptr) return std::nullopt;
    return attempt([&] {
        LambdaBinder binder(evaluator, schema);
        std::vector<Symbol> arguments(closure->parameters().size(), Symbol{Value::absent()});
        arguments[row_parameter] = binder.row();
        Symbol result = binder.settle(binder.call(*closure, std::move(arguments)));
        Bound bound{binder.take_program(), std::move(result)};
        std::vector<Register> wanted;
        collect(bound.result, wanted);
        bound.program.drop_unused(wanted);
        return bound;
    });
}

std::optional<BoundTest> bind_key_test(eval::Evaluator& evaluator, const Value& function,
                                       const table::Schema& schema) {
    const auto* closure = bindable(evaluator, function);
    if (closure == nullptr) return std::nullopt;
    const std::size_t row = closure->find_parameter("r");
    if (row == value::Function::npos) return std::nullopt;
    LambdaBinder binder(evaluator, schema);
    std::vector<Symbol> arguments(closure->parameters().size(), Symbol{Value::absent()});
    arguments[row] = binder.row();
    const auto result = binder.key_test(*closure, std::move(arguments));
    if (!result) return std::nullopt;
    BoundTest test{binder.take_program(), *result};
    test.program.keep_only({test.result});
    return test;
}

std::optional<BoundFold> bind_fold(eval::Evaluator& evaluator, const Value& function,
                                   const table::Schema& schema,
                                   const std::vector<table::Field>& accumulator) {
    const auto* closure = bindable(evaluator, function);
    if (closure == nullptr) return std::nullopt;
    const std::size_t row = closure->find_parameter("r");
    const std::size_t state = closure->find_parameter("accumulator");
    if (row == value::Function::npos || state == value::Function::npos) return std::nullopt;
    return attempt([&] {
        LambdaBinder binder(evaluator, schema);
        std::vector<Symbol> arguments(closure->parameters().size(), Symbol{Value::absent()});
        arguments[row] = binder.row();
        arguments[state] = binder.accumulator(accumulator);
        const Symbol result = binder.call(*closure, std::move(arguments));
        BoundFold bound{{}, binder.fields_of(result, accumulator)};
        bound.program = binder.take_program();
        bound.program.drop_unused(bound.results);
        return bound;
    });
}

}  // namespace fluxi::vec
