#include "source/split.hpp"

#include <memory>
#include <utility>

#include "base/overloaded.hpp"
#include "program/clone.hpp"
#include "program/package.hpp"
#include "program/truth.hpp"
#include "value/composite.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::source {

using program::Expr;
using syntax::BinaryOp;
using syntax::LogicalOp;
using syntax::UnaryOp;
using value::Nature;
using value::Value;
using Test = Predicate::Test;

namespace {

std::optional<Test> test_of(BinaryOp op) {
    switch (op) {
        case BinaryOp::equal:
            return Test::equal;
        case BinaryOp::not_equal:
            return Test::not_equal;
        case BinaryOp::less:
            return Test::less;
        case BinaryOp::less_equal:
            return Test::less_equal;
        case BinaryOp::greater:
            return Test::greater;
        case BinaryOp::greater_equal:
            return Test::greater_equal;
        case BinaryOp::match:
            return Test::match;
        case BinaryOp::not_match:
            return Test::not_match;
        default:
            return std::nullopt;
    }
}

/// One function while it is taken apart.
class Splitter {
  public:
    Splitter(const eval::Closure& closure, std::uint32_t row, eval::Evaluator& evaluator)
        : closure_(closure), row_(row), evaluator_(evaluator) {}

    /// A part of the function as a source may test it.
    [[nodiscard]] std::optional<Predicate> pushable(const Expr& expr) const {
        if (const auto known = program::written_truth(expr)) return Predicate::constant(*known);
        if (const auto* logical = std::get_if<program::Logical>(&expr.node)) {
            auto left = pushable(*logical->left);
            if (!left) return std::nullopt;
            auto right = pushable(*logical->right);
            if (!right) return std::nullopt;
            return together(logical->op, std::move(*left), std::move(*right));
        }
        if (const auto* unary = std::get_if<program::Unary>(&expr.node)) return existence(*unary);
        const auto* binary = std::get_if<program::Binary>(&expr.node);
        if (binary == nullptr) return std::nullopt;
        const auto label = property(*binary->left);
        const auto test = test_of(binary->op);
        const auto known = literal(*binary->right);
        if (!label || !test || !known) return std::nullopt;
        return comparison(*label, *test, *known);
    }

    /// What a part that Flux evaluates says about tags, where a variable stands for a text.
    [[nodiscard]] Predicate implied(const Expr& expr) const {
        if (auto taken = pushable(expr)) return Predicate::constant(true);
        if (const auto* logical = std::get_if<program::Logical>(&expr.node)) {
            return together(logical->op, implied_or_pushed(*logical->left),
                            implied_or_pushed(*logical->right));
        }
        const auto* binary = std::get_if<program::Binary>(&expr.node);
        if (binary == nullptr || binary->op != BinaryOp::equal) return Predicate::constant(true);
        auto label = property(*binary->left);
        const Expr* other = binary->right.get();
        if (!label) {
            label = property(*binary->right);
            other = binary->left.get();
        }
        if (!label || is_no_tag(*label)) return Predicate::constant(true);
        const auto text = constant(*other);
        if (!text || !text->is(Nature::string) || text->as_text().empty())
            return Predicate::constant(true);
        return leaf(Predicate::Kind::tag, *label, Test::equal, *text);
    }

    /// The function whose value is all of these parts.
    [[nodiscard]] Value function_of(const std::vector<const Expr*>& parts) const {
        const program::FunctionCode& code = closure_.code();
        auto copy = std::make_shared<program::FunctionCode>();
        copy->span = code.span;
        copy->parameters = code.parameters;
        for (const auto& value : code.defaults)
            copy->defaults.push_back(value ? program::clone(*value) : nullptr);
        copy->slots = code.slots;
        copy->captures = code.captures;
        copy->type_text = code.type_text;
        for (const Expr* part : parts) {
            auto next = program::clone(*part);
            if (!copy->result) {
                copy->result = std::move(next);
                continue;
            }
            auto both = std::make_unique<Expr>();
            both->span = part->span;
            both->node =
                program::Logical{LogicalOp::logical_and, std::move(copy->result), std::move(next)};
            copy->result = std::move(both);
        }
        return Value::of(value::make<eval::Closure>(std::move(copy), closure_.captures()));
    }

  private:
    static Predicate together(LogicalOp op, Predicate left, Predicate right) {
        std::vector<Predicate> parts;
        parts.push_back(std::move(left));
        parts.push_back(std::move(right));
        return op == LogicalOp::logical_and ? Predicate::all_of(std::move(parts))
                                            : Predicate::any_of(std::move(parts));
    }

    static Predicate leaf(Predicate::Kind kind, std::string label, Test test, Value literal) {
        Predicate predicate;
        predicate.kind = kind;
        predicate.test = test;
        predicate.label = std::move(label);
        predicate.literal = std::move(literal);
        return predicate;
    }

    static bool is_no_tag(const std::string& label) {
        return label == "_value" || label == "_time" || label == "_start" || label == "_stop";
    }

    /// A pushable part means the same to Flux only where no tag is missing: of those below an
    /// unpushable `or` nothing is known but what equality says.
    [[nodiscard]] Predicate implied_or_pushed(const Expr& expr) const {
        auto taken = pushable(expr);
        if (!taken) return implied(expr);
        return without_values(*taken);
    }

    /// `r.LABEL`
    [[nodiscard]] std::optional<std::string> property(const Expr& expr) const {
        const auto* member = std::get_if<program::Member>(&expr.node);
        if (member == nullptr) return std::nullopt;
        const auto* row = std::get_if<program::LocalRef>(&member->object->node);
        if (row == nullptr || row->slot != row_) return std::nullopt;
        return member->label;
    }

    /// `exists r.LABEL` or `not exists r.LABEL`
    [[nodiscard]] std::optional<Predicate> existence(const program::Unary& unary) const {
        const program::Unary* exists = &unary;
        bool negated = false;
        if (unary.op == UnaryOp::logical_not) {
            exists = std::get_if<program::Unary>(&unary.operand->node);
            negated = true;
        }
        if (exists == nullptr || exists->op != UnaryOp::exists) return std::nullopt;
        auto label = property(*exists->operand);
        if (!label || *label == "_value") return std::nullopt;
        // Every row has its times; InfluxDB takes them for tags that no series has.
        if (is_no_tag(*label)) return Predicate::constant(!negated);
        return leaf(Predicate::Kind::tag, std::move(*label), negated ? Test::missing : Test::exists,
                    {});
    }

    [[nodiscard]] std::optional<Value> literal(const Expr& expr) const {
        if (const auto known = program::written_truth(expr)) return Value::boolean(*known);
        const auto* written = std::get_if<program::Literal>(&expr.node);
        if (written == nullptr) return std::nullopt;
        switch (written->value.nature()) {
            case Nature::string:
            case Nature::integer:
            case Nature::floating:
            case Nature::regexp:
                return written->value;
            default:
                return std::nullopt;
        }
    }

    static std::optional<Predicate> comparison(const std::string& label, Test test,
                                               const Value& literal) {
        if (label == "_value") return leaf(Predicate::Kind::value, {}, test, literal);
        const bool ordered = test != Test::equal && test != Test::not_equal &&
                             test != Test::match && test != Test::not_match;
        if (ordered || is_no_tag(label)) return std::nullopt;
        if (test == Test::equal && literal.is(Nature::string) && literal.as_text().empty())
            return std::nullopt;
        return leaf(Predicate::Kind::tag, label, test, literal);
    }

    /// The value of a variable that does not depend on the row, if it can be had for nothing.
    [[nodiscard]] std::optional<Value> constant(const Expr& expr) const {
        if (const auto* written = std::get_if<program::Literal>(&expr.node)) return written->value;
        if (const auto* captured = std::get_if<program::CaptureRef>(&expr.node))
            return closure_.captures()[captured->index];
        if (const auto* global = std::get_if<program::GlobalRef>(&expr.node)) {
            try {
                return evaluator_.cell(*global->package, global->cell);
            } catch (const base::RuntimeError&) {
                // Flux meets the same error when it evaluates the function.
                return std::nullopt;
            }
        }
        if (const auto* member = std::get_if<program::Member>(&expr.node)) {
            const auto object = constant(*member->object);
            if (!object || !object->is(Nature::record)) return std::nullopt;
            const Value* found = object->as_record().find(member->label);
            if (found != nullptr) return *found;
        }
        return std::nullopt;
    }

    const eval::Closure& closure_;
    std::uint32_t row_;
    eval::Evaluator& evaluator_;
};

/// The parts of a chain of `and`, from left to right.
void conjuncts(const Expr& expr, std::vector<const Expr*>& parts) {
    const auto* logical = std::get_if<program::Logical>(&expr.node);
    if (logical == nullptr || logical->op != LogicalOp::logical_and) {
        parts.push_back(&expr);
        return;
    }
    conjuncts(*logical->left, parts);
    conjuncts(*logical->right, parts);
}

}  // namespace

Split split(const Value& fn, eval::Evaluator& evaluator) {
    Split result;
    const auto* closure = dynamic_cast<const eval::Closure*>(fn.object());
    const std::size_t row =
        closure == nullptr ? value::Function::npos : closure->find_parameter("r");
    if (row == value::Function::npos || closure->parameters().size() != 1 ||
        !closure->code().statements.empty()) {
        result.rest = fn;
        result.exact = false;
        return result;
    }
    const Splitter splitter(*closure, static_cast<std::uint32_t>(row), evaluator);
    std::vector<const Expr*> all;
    conjuncts(*closure->code().result, all);
    std::vector<Predicate> taken;
    std::vector<Predicate> implied;
    std::vector<const Expr*> rest;
    for (const Expr* part : all) {
        if (auto pushed = splitter.pushable(*part)) {
            taken.push_back(std::move(*pushed));
        } else {
            rest.push_back(part);
            implied.push_back(splitter.implied(*part));
            // Only what compares a tag with a text comes back as one test.
            result.exact = result.exact && implied.back().kind == Predicate::Kind::tag;
        }
    }
    result.taken = Predicate::all_of(std::move(taken));
    result.implied = Predicate::all_of(std::move(implied));
    if (rest.size() == all.size()) {
        result.rest = fn;
    } else if (!rest.empty()) {
        result.rest = splitter.function_of(rest);
    }
    return result;
}

}  // namespace fluxi::source
