// Operators and conditions of a lambda that is bound.
#include "value/regexp_object.hpp"
#include "vec/lambda_binder.hpp"

namespace fluxi::vec {

using program::Expr;
using syntax::BinaryOp;
using syntax::LogicalOp;
using syntax::UnaryOp;
using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

bool is_comparison(BinaryOp op) {
    return op >= BinaryOp::equal && op <= BinaryOp::greater_equal;
}

}  // namespace

Symbol LambdaBinder::unary(const program::Unary& node, Frame& frame) {
    const Symbol operand = bind(*node.operand, frame);
    if (const Value* v = constant(operand)) return {eval::unary(node.op, *v, eval::NullMode::row)};
    if (std::holds_alternative<std::shared_ptr<const SymbolicRecord>>(operand.content)) {
        if (node.op == UnaryOp::exists) return {Value::boolean(true)};
        throw NotBindable{};
    }
    if (const auto* stored = std::get_if<StoredColumn>(&operand.content)) {
        if (node.op == UnaryOp::exists) return apply(exists_kernel(), {stored->column});
        if (stored->form != kDurationForm || node.op != UnaryOp::minus) throw NotBindable{};
        return apply(duration_negation_kernel(), {stored->column});
    }
    if (!type_of(operand)) throw NotBindable{};
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

Symbol LambdaBinder::binary(const program::Binary& node, Frame& frame) {
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
    if (const auto duration = duration_operator(node.op, left, right)) return *duration;
    return operator_on(node.op, typed(left, right), typed(right, left));
}

std::optional<Symbol> LambdaBinder::duration_operator(BinaryOp op, const Symbol& left,
                                                      const Symbol& right) {
    if (!std::holds_alternative<StoredColumn>(left.content) &&
        !std::holds_alternative<StoredColumn>(right.content)) {
        return std::nullopt;
    }
    const auto l = stored_of(left);
    const auto r = stored_of(right);
    if (!l || !r || l->form != kDurationForm || r->form != kDurationForm) throw NotBindable{};
    return apply(duration_kernel(op), {l->column, r->column});
}

Symbol LambdaBinder::typed(const Symbol& symbol, const Symbol& other) const {
    const Value* v = constant(symbol);
    if (v == nullptr || !v->is_null() || v->nature() != Nature::none) return symbol;
    const auto type = type_of(other);
    if (!type) throw NotBindable{};
    return {Value::null(table::nature_of(*type))};
}

Symbol LambdaBinder::operator_on(BinaryOp op, const Symbol& left, const Symbol& right) {
    const auto l = type_of(left);
    const auto r = type_of(right);
    if (!l || !r) throw NotBindable{};
    KernelRef kernel =
        is_comparison(op) ? comparison_kernel(op, *l, *r) : arithmetic_kernel(op, *l, *r);
    if (!kernel) throw NotBindable{};
    const Register first = read(left);
    return apply(std::move(kernel), {first, read(right)});
}

Register LambdaBinder::truth(const Symbol& symbol) {
    const Value* v = constant(symbol);
    if (v != nullptr && v->nature() == Nature::none) {
        return program_.constant(Value::null(Nature::boolean), ColumnType::boolean);
    }
    if (type_of(symbol) != ColumnType::boolean) throw NotBindable{};
    return read(symbol);
}

Symbol LambdaBinder::bind_under(Register rows, const Expr& expr, Frame& frame) {
    const auto outer = mask_;
    mask_ = outer ? program_.apply(mask_and_kernel(), {*outer, rows}) : rows;
    Symbol result = bind(expr, frame);
    mask_ = outer;
    return result;
}

Symbol LambdaBinder::logical(const program::Logical& node, Frame& frame) {
    const Symbol left = bind(*node.left, frame);
    if (const Value* v = constant(left)) {
        const auto truth =
            eval::truth(*v, eval::NullMode::row, "left operand to logical expression");
        const auto decides = node.op == LogicalOp::logical_and ? eval::Truth::no : eval::Truth::yes;
        if (truth == decides) return {eval::truth_value(truth)};
    }
    const Register l = truth(left);
    const Register rows = program_.apply(right_side_kernel(node.op), {l});
    const Symbol right = bind_under(rows, *node.right, frame);
    return apply(logical_kernel(node.op), {l, truth(right)});
}

Symbol LambdaBinder::conditional(const program::Conditional& node, Frame& frame) {
    const Symbol test = bind(*node.test, frame);
    if (const Value* v = constant(test)) {
        const bool yes =
            eval::truth(*v, eval::NullMode::row, "conditional test expression") == eval::Truth::yes;
        return bind(yes ? *node.consequent : *node.alternate, frame);
    }
    const Register condition = truth(test);
    const Register yes_rows = program_.apply(mask_kernel(true), {condition});
    const Register no_rows = program_.apply(mask_kernel(false), {condition});
    const Symbol yes = bind_under(yes_rows, *node.consequent, frame);
    const Symbol no = bind_under(no_rows, *node.alternate, frame);
    return choose(condition, typed(yes, no), typed(no, yes));
}

Symbol LambdaBinder::choose(Register condition, const Symbol& yes, const Symbol& no) {
    const auto* left = std::get_if<std::shared_ptr<const SymbolicRecord>>(&yes.content);
    const auto* right = std::get_if<std::shared_ptr<const SymbolicRecord>>(&no.content);
    if (left != nullptr && right != nullptr) return choose_record(condition, **left, **right);
    if (left != nullptr || right != nullptr) throw NotBindable{};
    const auto type = type_of(yes);
    if (!type && !type_of(no)) {
        const auto stored_yes = stored_of(yes);
        const auto stored_no = stored_of(no);
        if (!stored_yes || !stored_no || stored_yes->form != stored_no->form) throw NotBindable{};
        const Register chosen = program_.apply(choose_kernel(ColumnType::string),
                                               {condition, stored_yes->column, stored_no->column});
        return {StoredColumn{chosen, stored_yes->form}};
    }
    if (!type || type != type_of(no)) throw NotBindable{};
    const Register first = read(yes);
    return {program_.apply(choose_kernel(*type), {condition, first, read(no)})};
}

Symbol LambdaBinder::choose_record(Register condition, const SymbolicRecord& yes,
                                   const SymbolicRecord& no) {
    if (yes.fields.size() != no.fields.size()) throw NotBindable{};
    auto result = std::make_shared<SymbolicRecord>();
    for (const auto& [label, field] : yes.fields) {
        const Symbol* other = no.find(label);
        if (other == nullptr) throw NotBindable{};
        result->fields.emplace_back(
            label, same_column(field, *other)
                       ? field
                       : choose(condition, typed(field, *other), typed(*other, field)));
    }
    return {std::shared_ptr<const SymbolicRecord>(std::move(result))};
}

bool LambdaBinder::same_column(const Symbol& a, const Symbol& b) {
    const auto* unread = std::get_if<UnreadColumn>(&a.content);
    const auto* other = std::get_if<UnreadColumn>(&b.content);
    if (unread != nullptr && other != nullptr) return unread->position == other->position;
    const auto* left = std::get_if<Register>(&a.content);
    const auto* right = std::get_if<Register>(&b.content);
    return left != nullptr && right != nullptr && *left == *right;
}

}  // namespace fluxi::vec
