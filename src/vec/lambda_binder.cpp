#include "vec/lambda_binder.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "value/composite.hpp"

namespace fluxi::vec {

using program::Expr;
using syntax::LogicalOp;
using table::ColumnType;
using value::Nature;
using value::Value;

Symbol LambdaBinder::call(const eval::Closure& closure, std::vector<Symbol> arguments) {
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

Symbol LambdaBinder::row() const {
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

Symbol LambdaBinder::accumulator(const std::vector<table::Field>& fields) const {
    auto record = std::make_shared<SymbolicRecord>();
    std::size_t position = schema_.size();
    for (const table::Field& field : fields)
        record->fields.emplace_back(field.label, Symbol{UnreadColumn{position++, field.type}});
    return {std::shared_ptr<const SymbolicRecord>(std::move(record))};
}

std::vector<Register> LambdaBinder::fields_of(const Symbol& symbol,
                                              const std::vector<table::Field>& fields) {
    const auto* record = std::get_if<std::shared_ptr<const SymbolicRecord>>(&symbol.content);
    if (record == nullptr || (*record)->fields.size() != fields.size()) throw NotBindable{};
    std::vector<Register> registers;
    for (const table::Field& field : fields) {
        const Symbol* found = (*record)->find(field.label);
        if (found == nullptr || type_of(*found) != field.type) throw NotBindable{};
        registers.push_back(read(*found));
    }
    return registers;
}

std::optional<Register> LambdaBinder::key_test(const eval::Closure& closure,
                                               std::vector<Symbol> arguments) {
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
                test =
                    test ? program_.apply(logical_kernel(LogicalOp::logical_and), {*test, r}) : r;
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

Symbol LambdaBinder::settle(const Symbol& symbol) {
    if (const auto* record = std::get_if<std::shared_ptr<const SymbolicRecord>>(&symbol.content)) {
        auto settled = std::make_shared<SymbolicRecord>(**record);
        for (auto& [label, field] : settled->fields) field = settle(field);
        return {std::shared_ptr<const SymbolicRecord>(std::move(settled))};
    }
    if (std::holds_alternative<UnreadColumn>(symbol.content)) return {read(symbol)};
    return symbol;
}

void LambdaBinder::add_parts(const Expr& expr, std::vector<const Expr*>& parts) {
    const auto* both = std::get_if<program::Logical>(&expr.node);
    if (both == nullptr || both->op != LogicalOp::logical_and) {
        parts.push_back(&expr);
        return;
    }
    add_parts(*both->left, parts);
    add_parts(*both->right, parts);
}

bool LambdaBinder::reads_only_key(Register r) const {
    const auto columns = program_.columns_of(r);
    return std::all_of(columns.begin(), columns.end(),
                       [&](std::size_t column) { return schema_.is_key(column); });
}

Register LambdaBinder::read(const Symbol& symbol) {
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

std::optional<ColumnType> LambdaBinder::type_of(const Symbol& symbol) const {
    if (const auto* r = std::get_if<Register>(&symbol.content)) return program_.type(*r);
    if (const auto* unread = std::get_if<UnreadColumn>(&symbol.content)) return unread->type;
    if (const auto* v = std::get_if<Value>(&symbol.content))
        return table::column_type_of(v->nature());
    return std::nullopt;
}

Symbol LambdaBinder::apply(KernelRef kernel, std::vector<Register> arguments) {
    if (!kernel) throw NotBindable{};
    const Form form = kernel->form();
    const Register r = program_.apply(std::move(kernel), std::move(arguments), mask_);
    if (form.is_stored()) return {StoredColumn{r, form}};
    return {r};
}

std::optional<StoredColumn> LambdaBinder::stored_of(const Symbol& symbol) {
    if (const auto* column = std::get_if<StoredColumn>(&symbol.content)) return *column;
    if (const Value* v = constant(symbol)) {
        const auto form = form_of(*v);
        if (!form) return std::nullopt;
        return StoredColumn{program_.constant(stored(*v), ColumnType::string), *form};
    }
    const auto* array = std::get_if<std::shared_ptr<const SymbolicArray>>(&symbol.content);
    if (array == nullptr) return std::nullopt;
    std::vector<Register> elements;
    for (const Symbol& element : (*array)->elements) {
        const auto type = type_of(element);
        if (!type || type != type_of((*array)->elements.front())) return std::nullopt;
        elements.push_back(read(element));
    }
    KernelRef make = list_kernel(program_.type(elements.front()));
    const Symbol list = apply(std::move(make), std::move(elements));
    return std::get<StoredColumn>(list.content);
}

Symbol LambdaBinder::bind(const Expr& expr, Frame& frame) {
    return std::visit(base::Overloaded{
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
                          [&](const program::DictLiteral& n) { return dict(n, frame); },
                          [&](const program::RecordLiteral& n) { return record(n, frame); },
                          [&](const program::Unary& n) { return unary(n, frame); },
                          [&](const program::Binary& n) { return binary(n, frame); },
                          [&](const program::Logical& n) { return logical(n, frame); },
                          [&](const program::Conditional& n) { return conditional(n, frame); },
                          [&](const program::Member& n) { return member(n, frame); },
                          [&](const program::Index& n) { return index(n, frame); },
                          [&](const program::Call& n) { return call(n, frame); },
                          [&](const program::FunctionLiteral& n) { return function(n, frame); },
                          [](const program::Invalid&) -> Symbol { throw NotBindable{}; },
                      },
                      expr.node);
}

Symbol LambdaBinder::array(const program::ArrayLiteral& node, Frame& frame) {
    auto array = std::make_shared<SymbolicArray>();
    std::vector<Value> known;
    for (const auto& element : node.elements) {
        array->elements.push_back(bind(*element, frame));
        if (const Value* v = constant(array->elements.back())) known.push_back(*v);
    }
    if (known.size() == node.elements.size()) return {value::make_array(std::move(known))};
    return {std::shared_ptr<const SymbolicArray>(std::move(array))};
}

Symbol LambdaBinder::dict(const program::DictLiteral& node, Frame& frame) {
    std::vector<value::Dict::Entry> entries;
    for (const auto& [key, content] : node.entries) {
        const Symbol k = bind(*key, frame);
        const Symbol v = bind(*content, frame);
        if (constant(k) == nullptr || constant(k)->is_null() || constant(v) == nullptr)
            throw NotBindable{};
        entries.emplace_back(*constant(k), *constant(v));
    }
    return {Value::of(value::make<value::Dict>(std::move(entries)))};
}

Symbol LambdaBinder::function(const program::FunctionLiteral& node, Frame& frame) {
    std::vector<Value> captures;
    for (const auto& capture : node.code->captures) {
        const Symbol symbol = capture.from_local ? frame.slots[capture.index]
                                                 : Symbol{frame.closure->captures()[capture.index]};
        if (constant(symbol) == nullptr) throw NotBindable{};
        captures.push_back(*constant(symbol));
    }
    return {Value::of(value::make<eval::Closure>(node.code, std::move(captures)))};
}

Symbol LambdaBinder::interpolation(const program::Interpolation& node, Frame& frame) {
    std::vector<std::string> texts(1);
    std::vector<Register> arguments;
    for (const auto& part : node.parts) {
        if (!part.expression) {
            texts.back() += part.text;
            continue;
        }
        Symbol symbol = bind(*part.expression, frame);
        if (const auto* stored = std::get_if<StoredColumn>(&symbol.content);
            stored != nullptr && stored->form == kDurationForm) {
            symbol = apply(duration_text_kernel(), {stored->column});
        }
        arguments.push_back(read(symbol));
        texts.emplace_back();
    }
    if (arguments.empty()) return {Value::string(texts.front())};
    return apply(interpolation_kernel(std::move(texts)), std::move(arguments));
}

Symbol LambdaBinder::record(const program::RecordLiteral& node, Frame& frame) {
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

Symbol LambdaBinder::call(const program::Call& node, Frame& frame) {
    const Symbol callee = bind(*node.callee, frame);
    const Value* function = constant(callee);
    if (function == nullptr || !function->is(Nature::function)) throw NotBindable{};
    const value::Function& f = function->as_function();
    std::vector<Symbol> arguments = arguments_of(node, f, frame);
    if (const auto* closure = dynamic_cast<const eval::Closure*>(&f)) {
        return call(*closure, std::move(arguments));
    }
    return native(*function, std::move(arguments));
}

Symbol LambdaBinder::native(const Value& function, std::vector<Symbol> arguments) {
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
    KernelRef kernel = vectorizable->kernels()->bind(kinds_of(arguments));
    if (!kernel && store_arrays(arguments))
        kernel = vectorizable->kernels()->bind(kinds_of(arguments));
    if (!kernel) throw NotBindable{};
    return apply(std::move(kernel), registers_of(arguments));
}

}  // namespace fluxi::vec
