#include "eval/evaluator.hpp"

#include <algorithm>

#include "value/convert.hpp"

namespace fluxi::eval {

using value::Value;

Evaluator::Evaluator(program::Packages& packages, const Builtins& builtins, host::Host& host,
                     base::CancelToken& cancel, base::Diagnostics& warnings, Settings settings)
    : packages_(packages),
      builtins_(builtins),
      host_(host),
      cancel_(cancel),
      warnings_(warnings),
      settings_(settings) {}

Evaluator::~Evaluator() = default;

std::optional<Value> Evaluator::run(const program::Package& script, std::size_t first) {
    using Kind = program::Statement::Kind;
    std::optional<Value> last;
    Frame frame;
    for (std::size_t i = first; i < script.statements().size(); ++i) {
        const program::Statement& statement = script.statements()[i];
        last.reset();
        switch (statement.kind) {
            case Kind::assign:
            case Kind::set_option:
                set_cell(*statement.package, statement.cell,
                         with_param(statement, eval(*statement.value, frame)));
                break;
            case Kind::expression: {
                calls_.clear();
                Value value = eval(*statement.value, frame);
                if (value.is(value::Nature::stream)) {
                    results_.reserve(results_.size() + 1);
                    const bool known = std::any_of(
                        results_.begin(), results_.end(),
                        [&](const Result& r) { return r.stream.object() == value.object(); });
                    if (!known) results_.push_back({"_result", value, statement.span, true});
                } else {
                    last = std::move(value);
                }
                break;
            }
            case Kind::testcase:
                base::RuntimeError error(
                    base::Code::bad_statement,
                    "a testcase is run by `fluxi test`, not as part of a script");
                error.set_span(statement.span);
                throw error;
        }
    }
    return last;
}

namespace {

/// A text as a value of the type that a variable has.
Value read_as(value::Nature nature, const Value& text) {
    switch (nature) {
        case value::Nature::string:
            return text;
        case value::Nature::boolean:
            return value::to_bool_value(text);
        case value::Nature::integer:
            return value::to_int_value(text);
        case value::Nature::uinteger:
            return value::to_uint_value(text);
        case value::Nature::floating:
            return value::to_float_value(text);
        case value::Nature::time:
            return value::to_time_value(text);
        case value::Nature::duration:
            return value::to_duration_value(text);
        default:
            base::fail("a value of type {} cannot be given as text", value::nature_name(nature));
    }
}

}  // namespace

Value Evaluator::with_param(const program::Statement& statement, Value written) const {
    const std::string& name = statement.package->cells()[statement.cell].name;
    const auto found = settings_.params.find(name);
    if (found == settings_.params.end()) return written;
    try {
        return read_as(written.nature(), Value::string(found->second));
    } catch (const base::RuntimeError& error) {
        base::RuntimeError named(error.diagnostic().code,
                                 fmt::format("--param {}: {}", name, error.what()));
        named.set_span(statement.span);
        throw named;
    }
}

void Evaluator::add_result(std::string name, const Value& stream, bool implicit) {
    results_.push_back({std::move(name), stream, script_call().span, implicit});
}

Evaluator::Instance& Evaluator::instance(const program::Package& package) {
    if (instances_.size() <= package.id()) instances_.resize(package.id() + 1);
    auto& found = instances_[package.id()];
    if (!found) found = std::make_unique<Instance>();
    if (found->values.size() < package.cells().size()) {
        found->values.resize(package.cells().size());
        found->states.resize(package.cells().size(), CellState::unset);
    }
    return *found;
}

const Value& Evaluator::cell(const program::Package& package, std::uint32_t index) {
    Instance& own = instance(package);
    if (own.states[index] == CellState::set) return own.values[index];
    const program::Cell& cell = package.cells()[index];
    if (own.states[index] == CellState::running) {
        base::fail("{} depends on itself", cell.name);
    }
    own.states[index] = CellState::running;
    Value value;
    try {
        if (cell.kind == program::CellKind::builtin) {
            value = builtins_.builtin(package, cell);
        } else {
            packages_.ensure_lowered(package, index);
            if (!cell.init) base::fail("{} has no value yet", cell.name);
            Frame frame;
            value = eval(*cell.init, frame);
        }
    } catch (...) {
        own.states[index] = CellState::unset;
        throw;
    }
    Instance& again = instance(package);
    again.values[index] = std::move(value);
    again.states[index] = CellState::set;
    return again.values[index];
}

void Evaluator::set_cell(const program::Package& package, std::uint32_t index, Value value) {
    Instance& own = instance(package);
    own.values[index] = std::move(value);
    own.states[index] = CellState::set;
}

const Value& Evaluator::member(std::string_view package, std::string_view name) {
    base::Diagnostics diagnostics;
    const program::Package* found = packages_.load(package, {}, diagnostics);
    if (found == nullptr)
        base::fail_with(base::Code::bad_import, "invalid import path {}", package);
    const std::uint32_t index = found->find(name);
    if (index == program::Package::npos) {
        base::fail("package \"{}\" has no member {}", package, name);
    }
    return cell(*found, index);
}

base::CallFrame Evaluator::script_call() const {
    for (auto it = calls_.rbegin(); it != calls_.rend(); ++it) {
        if (script_files_.contains(it->span.file)) return {*it->name, it->span};
    }
    if (calls_.empty()) return {};
    return {*calls_.front().name, calls_.front().span};
}

}  // namespace fluxi::eval
