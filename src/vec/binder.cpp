#include "vec/binder.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "value/composite.hpp"
#include "value/regexp_object.hpp"
#include "vec/kernels.hpp"

namespace fluxi::vec {

using program::Expr;
using syntax::BinaryOp;
using syntax::LogicalOp;
using syntax::UnaryOp;
using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

/// Thrown inside this file when something cannot be bound.
struct NotBindable {};

bool is_comparison(BinaryOp op) {
    return op >= BinaryOp::equal && op <= BinaryOp::greater_equal;
}

class Binder {
  public:
    Binder(eval::Evaluator& evaluator, const table::Schema& schema)
        : evaluator_(evaluator), schema_(schema) {}

    Symbol call(const eval::Closure& closure, std::vector<Symbol> arguments) {
        constexpr std::size_t kMostInlined = 24;
        if (++depth_ > kMostInlined) throw NotBindable{};
        const program::FunctionCode& code = closure.code();
        Frame frame{std::move(arguments), &closure};
        frame.slots.resize(code.slots);
        for (std::size_t i = 0; i < code.parameters.size(); ++i) {
            if (!is_absent(frame.slots[i])) continue;
            if (!code.defaults[i]) throw NotBindable{};
            frame.slots[i] = bind(*code.defaults[i], frame);
        }
        for (const auto& statement : code.statements) {
            if (statement.slot == program::LocalStatement::kNone) throw NotBindable{};
            frame.slots[statement.slot] = bind(*statement.value, frame);
        }
        Symbol result = bind(*code.result, frame);
        --depth_;
        return result;
    }

    [[nodiscard]] Symbol row() const {
        auto record = std::make_shared<SymbolicRecord>();
        record->is_row = true;
        for (std::size_t i = 0; i < schema_.size(); ++i) {
            const auto& field = schema_.fields()[i];
            if (record->find(field.label) == nullptr) {
                record->fields.emplace_back(field.label, Symbol{UnreadColumn{i, field.type}});
            }
        }
        return {std::shared_ptr<const SymbolicRecord>(std::move(record))};
    }

    /// A record whose fields are columns behind those of the schema.
    [[nodiscard]] Symbol accumulator(const std::vector<table::Field>& fields) const {
        auto record = std::make_shared<SymbolicRecord>();
        std::size_t position = schema_.size();
        for (const table::Field& field : fields)
            record->fields.emplace_back(field.label, Symbol{UnreadColumn{position++, field.type}});
        return {std::shared_ptr<const SymbolicRecord>(std::move(record))};
    }

    /// The fields of a new accumulator.
    std::vector<Register> fields_of(const Symbol& symbol, const std::vector<table::Field>& fields) {
        const auto* record =
            std::get_if<std::shared_ptr<const SymbolicRecord>>(&symbol.content);
        if (record == nullptr || (*record)->fields.size() != fields.size()) throw NotBindable{};
        std::vector<Register> registers;
        for (const table::Field& field : fields) {
            const Symbol* found = (*record)->find(field.label);
            if (found == nullptr || type_of(*found) != field.type) throw NotBindable{};
            registers.push_back(read(*found));
        }
        return registers;
    }

    /// See bind_key_test.
    std::optional<Register> key_test(const eval::Closure& closure, std::vector<Symbol> arguments) {
        const program::FunctionCode& code = closure.code();
        Frame frame{std::move(arguments), &closure};
        frame.slots.resize(code.slots);
        if (!code.statements.empty()) return std::nullopt;
        for (std::size_t i = 0; i < code.parameters.size(); ++i) {
            if (is_absent(frame.slots[i])) return std::nullopt;
        }
        std::vector<const Expr*> parts;
        add_parts(*code.result, parts);
        std::optional<Register> test;
        for (const Expr* part : parts) {
            try {
                const Symbol symbol = bind(*part, frame);
                if (constant(symbol) != nullptr) continue;
                const Register r = truth(symbol);
                if (reads_only_key(r)) {
                    test = test ? program_.apply(logical_kernel(LogicalOp::logical_and), {*test, r})
                                : r;
                } else if (program_.can_fail(r)) {
                    break;
                }
            } catch (const NotBindable&) {
                break;
            } catch (const base::RuntimeError&) {
                break;
            }
        }
        return test;
    }

    Program take_program() { return std::move(program_); }

    /// Makes every column a record or value refers to part of the program.
    Symbol settle(const Symbol& symbol) {
        if (const auto* record =
                std::get_if<std::shared_ptr<const SymbolicRecord>>(&symbol.content)) {
            auto settled = std::make_shared<SymbolicRecord>(**record);
            for (auto& [label, field] : settled->fields) field = settle(field);
            return {std::shared_ptr<const SymbolicRecord>(std::move(settled))};
        }
        if (std::holds_alternative<UnreadColumn>(symbol.content)) return {read(symbol)};
        return symbol;
    }

  private:
    static void add_parts(const Expr& expr, std::vector<const Expr*>& parts) {
        const auto* both = std::get_if<program::Logical>(&expr.node);
        if (both == nullptr || both->op != LogicalOp::logical_and) {
            parts.push_back(&expr);
            return;
        }
        add_parts(*both->left, parts);
        add_parts(*both->right, parts);
    }

    [[nodiscard]] bool reads_only_key(Register r) const {
        const auto columns = program_.columns_of(r);
        return std::all_of(columns.begin(), columns.end(),
                           [&](std::size_t column) { return schema_.is_key(column); });
    }

    struct Frame {
        std::vector<Symbol> slots;
        const eval::Closure* closure;
    };

    static bool is_absent(const Symbol& symbol) {
        const auto* v = std::get_if<Value>(&symbol.content);
        return v != nullptr && v->is_absent();
    }
    static const Value* constant(const Symbol& symbol) {
        return std::get_if<Value>(&symbol.content);
    }

    /// The register of a column or of a constant that can be one.
    Register read(const Symbol& symbol) {
        if (const auto* r = std::get_if<Register>(&symbol.content)) return *r;
        if (const auto* unread = std::get_if<UnreadColumn>(&symbol.content)) {
            return program_.column(unread->position, unread->type);
        }
        if (const auto* v = std::get_if<Value>(&symbol.content)) {
            const auto type = table::column_type_of(v->nature());
            if (type) return program_.constant(*v, *type);
        }
        throw NotBindable{};
    }
    [[nodiscard]] std::optional<ColumnType> type_of(const Symbol& symbol) const {
        if (const auto* r = std::get_if<Register>(&symbol.content)) return program_.type(*r);
        if (const auto* unread = std::get_if<UnreadColumn>(&symbol.content)) return unread->type;
        if (const auto* v = std::get_if<Value>(&symbol.content))
            return table::column_type_of(v->nature());
        return std::nullopt;
    }
    Symbol apply(KernelRef kernel, std::vector<Register> arguments) {
        if (!kernel) throw NotBindable{};
        return {program_.apply(std::move(kernel), std::move(arguments), mask_)};
    }

    Symbol bind(const Expr& expr, Frame& frame) {
        return std::visit(
            base::Overloaded{
                [](const program::Literal& n) { return Symbol{n.value}; },
                [&](const program::LocalRef& n) { return frame.slots[n.slot]; },
                [&](const program::CaptureRef& n) {
                    return Symbol{frame.closure->captures()[n.index]};
                },
                [&](const program::GlobalRef& n) {
                    return Symbol{evaluator_.cell(*n.package, n.cell)};
                },
                [](const program::PackageRef&) -> Symbol { throw NotBindable{}; },
                [&](const program::Interpolation& n) { return interpolation(n, frame); },
                [&](const program::ArrayLiteral& n) { return array(n, frame); },
                [](const program::DictLiteral&) -> Symbol { throw NotBindable{}; },
                [&](const program::RecordLiteral& n) { return record(n, frame); },
                [&](const program::Unary& n) { return unary(n, frame); },
                [&](const program::Binary& n) { return binary(n, frame); },
                [&](const program::Logical& n) { return logical(n, frame); },
                [&](const program::Conditional& n) { return conditional(n, frame); },
                [&](const program::Member& n) { return member(n, frame); },
                [](const program::Index&) -> Symbol { throw NotBindable{}; },
                [&](const program::Call& n) { return call(n, frame); },
                [&](const program::FunctionLiteral& n) { return function(n, frame); },
                [](const program::Invalid&) -> Symbol { throw NotBindable{}; },
            },
            expr.node);
    }

    Symbol array(const program::ArrayLiteral& node, Frame& frame) {
        std::vector<Value> elements;
        for (const auto& element : node.elements) {
            const Symbol symbol = bind(*element, frame);
            if (constant(symbol) == nullptr) throw NotBindable{};
            elements.push_back(*constant(symbol));
        }
        return {value::make_array(std::move(elements))};
    }

    /// A closure made inside the lambda: it may capture constants only.
    Symbol function(const program::FunctionLiteral& node, Frame& frame) {
        std::vector<Value> captures;
        for (const auto& capture : node.code->captures) {
            const Symbol symbol = capture.from_local
                                      ? frame.slots[capture.index]
                                      : Symbol{frame.closure->captures()[capture.index]};
            if (constant(symbol) == nullptr) throw NotBindable{};
            captures.push_back(*constant(symbol));
        }
        return {Value::of(value::make<eval::Closure>(node.code, std::move(captures)))};
    }

    Symbol interpolation(const program::Interpolation& node, Frame& frame) {
        std::vector<std::string> texts(1);
        std::vector<Register> arguments;
        for (const auto& part : node.parts) {
            if (!part.expression) {
                texts.back() += part.text;
                continue;
            }
            arguments.push_back(read(bind(*part.expression, frame)));
            texts.emplace_back();
        }
        if (arguments.empty()) return {Value::string(texts.front())};
        return apply(interpolation_kernel(std::move(texts)), std::move(arguments));
    }

    Symbol record(const program::RecordLiteral& node, Frame& frame) {
        auto result = std::make_shared<SymbolicRecord>();
        if (node.with) {
            const Symbol base = bind(*node.with, frame);
            if (const auto* fields =
                    std::get_if<std::shared_ptr<const SymbolicRecord>>(&base.content)) {
                result->fields = (*fields)->fields;
            } else {
                throw NotBindable{};
            }
        }
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            const std::string& label = node.shape->labels()[i];
            Symbol symbol = bind(*node.values[i], frame);
            bool replaced = false;
            for (auto& [name, field] : result->fields) {
                if (name == label) {
                    field = symbol;
                    replaced = true;
                }
            }
            if (!replaced) result->fields.emplace_back(label, std::move(symbol));
        }
        return {std::shared_ptr<const SymbolicRecord>(std::move(result))};
    }

    Symbol unary(const program::Unary& node, Frame& frame) {
        const Symbol operand = bind(*node.operand, frame);
        if (const Value* v = constant(operand))
            return {eval::unary(node.op, *v, eval::NullMode::row)};
        if (std::holds_alternative<std::shared_ptr<const SymbolicRecord>>(operand.content)) {
            if (node.op == UnaryOp::exists) return {Value::boolean(true)};
            throw NotBindable{};
        }
        switch (node.op) {
            case UnaryOp::exists:
                return apply(exists_kernel(), {read(operand)});
            case UnaryOp::logical_not:
                if (type_of(operand) != ColumnType::boolean) throw NotBindable{};
                return apply(not_kernel(), {read(operand)});
            case UnaryOp::minus:
                return apply(negation_kernel(*type_of(operand)), {read(operand)});
            case UnaryOp::plus:
                if (!negation_kernel(*type_of(operand))) throw NotBindable{};
                return operand;
        }
        throw NotBindable{};
    }

    Symbol binary(const program::Binary& node, Frame& frame) {
        const Symbol left = bind(*node.left, frame);
        const Symbol right = bind(*node.right, frame);
        const Value* known_left = constant(left);
        const Value* known_right = constant(right);
        if (known_left != nullptr && known_right != nullptr) {
            return {eval::binary(node.op, *known_left, *known_right, eval::NullMode::row)};
        }
        if (node.op == BinaryOp::match || node.op == BinaryOp::not_match) {
            if (known_right == nullptr || !known_right->is(Nature::regexp)) throw NotBindable{};
            if (type_of(left) != ColumnType::string) throw NotBindable{};
            return apply(
                match_kernel(known_right->as_regexp().shared(), node.op == BinaryOp::not_match),
                {read(left)});
        }
        return operator_on(node.op, typed(left, right), typed(right, left));
    }

    /// A null without a type takes that of the other operand.
    [[nodiscard]] Symbol typed(const Symbol& symbol, const Symbol& other) const {
        const Value* v = constant(symbol);
        if (v == nullptr || !v->is_null() || v->nature() != Nature::none) return symbol;
        const auto type = type_of(other);
        if (!type) throw NotBindable{};
        return {Value::null(table::nature_of(*type))};
    }

    Symbol operator_on(BinaryOp op, const Symbol& left, const Symbol& right) {
        const auto l = type_of(left);
        const auto r = type_of(right);
        if (!l || !r) throw NotBindable{};
        KernelRef kernel =
            is_comparison(op) ? comparison_kernel(op, *l, *r) : arithmetic_kernel(op, *l, *r);
        if (!kernel) throw NotBindable{};
        const Register first = read(left);
        return apply(std::move(kernel), {first, read(right)});
    }

    /// A register of type bool for a condition or an operand of logic.
    Register truth(const Symbol& symbol) {
        const Value* v = constant(symbol);
        if (v != nullptr && v->nature() == Nature::none) {
            return program_.constant(Value::null(Nature::boolean), ColumnType::boolean);
        }
        if (type_of(symbol) != ColumnType::boolean) throw NotBindable{};
        return read(symbol);
    }

    /// Binds an expression whose rows count only where `rows` is true.
    Symbol bind_under(Register rows, const Expr& expr, Frame& frame) {
        const auto outer = mask_;
        mask_ = outer ? program_.apply(mask_and_kernel(), {*outer, rows}) : rows;
        Symbol result = bind(expr, frame);
        mask_ = outer;
        return result;
    }

    Symbol logical(const program::Logical& node, Frame& frame) {
        const Symbol left = bind(*node.left, frame);
        if (const Value* v = constant(left)) {
            const auto truth =
                eval::truth(*v, eval::NullMode::row, "left operand to logical expression");
            const auto decides =
                node.op == LogicalOp::logical_and ? eval::Truth::no : eval::Truth::yes;
            if (truth == decides) return {eval::truth_value(truth)};
        }
        const Register l = truth(left);
        const Register rows = program_.apply(right_side_kernel(node.op), {l});
        const Symbol right = bind_under(rows, *node.right, frame);
        return apply(logical_kernel(node.op), {l, truth(right)});
    }

    Symbol conditional(const program::Conditional& node, Frame& frame) {
        const Symbol test = bind(*node.test, frame);
        if (const Value* v = constant(test)) {
            const bool yes = eval::truth(*v, eval::NullMode::row, "conditional test expression") ==
                             eval::Truth::yes;
            return bind(yes ? *node.consequent : *node.alternate, frame);
        }
        const Register condition = truth(test);
        const Register yes_rows = program_.apply(mask_kernel(true), {condition});
        const Register no_rows = program_.apply(mask_kernel(false), {condition});
        const Symbol yes = bind_under(yes_rows, *node.consequent, frame);
        const Symbol no = bind_under(no_rows, *node.alternate, frame);
        return choose(condition, typed(yes, no), typed(no, yes));
    }

    Symbol choose(Register condition, const Symbol& yes, const Symbol& no) {
        const auto* left = std::get_if<std::shared_ptr<const SymbolicRecord>>(&yes.content);
        const auto* right = std::get_if<std::shared_ptr<const SymbolicRecord>>(&no.content);
        if (left != nullptr && right != nullptr) return choose_record(condition, **left, **right);
        if (left != nullptr || right != nullptr) throw NotBindable{};
        const auto type = type_of(yes);
        if (!type || type != type_of(no)) throw NotBindable{};
        const Register first = read(yes);
        return {program_.apply(choose_kernel(*type), {condition, first, read(no)})};
    }

    /// Both branches are records of the same labels: each field is chosen.
    Symbol choose_record(Register condition, const SymbolicRecord& yes, const SymbolicRecord& no) {
        if (yes.fields.size() != no.fields.size()) throw NotBindable{};
        auto result = std::make_shared<SymbolicRecord>();
        for (const auto& [label, field] : yes.fields) {
            const Symbol* other = no.find(label);
            if (other == nullptr) throw NotBindable{};
            result->fields.emplace_back(label, same_column(field, *other)
                                                   ? field
                                                   : choose(condition, typed(field, *other),
                                                            typed(*other, field)));
        }
        return {std::shared_ptr<const SymbolicRecord>(std::move(result))};
    }

    static bool same_column(const Symbol& a, const Symbol& b) {
        const auto* unread = std::get_if<UnreadColumn>(&a.content);
        const auto* other = std::get_if<UnreadColumn>(&b.content);
        if (unread != nullptr && other != nullptr) return unread->position == other->position;
        const auto* left = std::get_if<Register>(&a.content);
        const auto* right = std::get_if<Register>(&b.content);
        return left != nullptr && right != nullptr && *left == *right;
    }

    Symbol member(const program::Member& node, Frame& frame) {
        const Symbol object = bind(*node.object, frame);
        if (const auto* record =
                std::get_if<std::shared_ptr<const SymbolicRecord>>(&object.content)) {
            const Symbol* found = (*record)->find(node.label);
            if (found == nullptr) return {Value::null()};
            if (std::holds_alternative<UnreadColumn>(found->content)) return {read(*found)};
            return *found;
        }
        const Value* v = constant(object);
        if (v == nullptr || !v->is(Nature::record)) throw NotBindable{};
        const Value* found = v->as_record().find(node.label);
        return {found == nullptr ? Value::null() : *found};
    }

    Symbol call(const program::Call& node, Frame& frame) {
        const Symbol callee = bind(*node.callee, frame);
        const Value* function = constant(callee);
        if (function == nullptr || !function->is(Nature::function)) throw NotBindable{};
        const value::Function& f = function->as_function();
        std::vector<Symbol> arguments(f.parameters().size(), Symbol{Value::absent()});
        for (const auto& argument : node.arguments) {
            const std::size_t place = f.find_parameter(argument.name);
            if (place == value::Function::npos || !is_absent(arguments[place])) throw NotBindable{};
            arguments[place] = bind(*argument.value, frame);
        }
        if (node.pipe) {
            const std::size_t place = f.pipe_parameter();
            if (place == value::Function::npos || !is_absent(arguments[place])) throw NotBindable{};
            arguments[place] = bind(*node.pipe, frame);
        }
        if (const auto* closure = dynamic_cast<const eval::Closure*>(&f)) {
            return call(*closure, std::move(arguments));
        }
        return native(*function, std::move(arguments));
    }

    Symbol native(const Value& function, std::vector<Symbol> arguments) {
        const auto* vectorizable = dynamic_cast<const Vectorizable*>(function.object());
        if (vectorizable == nullptr || !vectorizable->pure()) throw NotBindable{};
        std::vector<Value> values;
        for (const Symbol& argument : arguments) {
            if (const Value* v = constant(argument)) values.push_back(*v);
        }
        if (values.size() == arguments.size()) {
            const eval::Evaluator::RowScope rows(evaluator_);
            return {evaluator_.call(function, values)};
        }
        if (vectorizable->kernels() == nullptr) throw NotBindable{};
        std::vector<KernelArgument> kinds;
        for (const Symbol& argument : arguments) {
            const Value* v = constant(argument);
            kinds.push_back(v != nullptr ? KernelArgument{std::nullopt, v}
                                         : KernelArgument{type_of(argument), nullptr});
            if (v == nullptr && !kinds.back().type) throw NotBindable{};
        }
        KernelRef kernel = vectorizable->kernels()->bind(kinds);
        if (!kernel) throw NotBindable{};
        std::vector<Register> registers;
        for (const Symbol& argument : arguments) {
            const Value* v = constant(argument);
            if (v == nullptr || table::column_type_of(v->nature()))
                registers.push_back(read(argument));
        }
        return apply(std::move(kernel), std::move(registers));
    }

    eval::Evaluator& evaluator_;
    const table::Schema& schema_;
    Program program_{};
    std::optional<Register> mask_{};
    std::size_t depth_ = 0;
};

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
        Binder binder(evaluator, schema);
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
    Binder binder(evaluator, schema);
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
        Binder binder(evaluator, schema);
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
