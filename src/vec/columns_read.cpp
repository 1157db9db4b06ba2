#include "vec/columns_read.hpp"

#include "base/overloaded.hpp"
#include "eval/counter.hpp"
#include "program/truth.hpp"

namespace fluxi::vec {

using program::Expr;

namespace {

class Finder {
  public:
    explicit Finder(std::uint32_t row) : row_(row) {}

    ColumnsRead find(const program::FunctionCode& code) {
        for (const auto& fallback : code.defaults) {
            if (fallback) visit(*fallback, false);
        }
        for (const auto& statement : code.statements) visit(*statement.value, false);
        visit(*code.result, true);
        if (const auto* record =
                std::get_if<program::RecordLiteral>(&eval::uncounted(*code.result).node))
            read_.writes.insert(record->shape->labels().begin(), record->shape->labels().end());
        return std::move(read_);
    }

  private:
    [[nodiscard]] bool is_row(const Expr& expr) const {
        const auto* local = std::get_if<program::LocalRef>(&expr.node);
        return local != nullptr && local->slot == row_;
    }

    /// `result`: the value of the expression is that of the function.
    void visit(const Expr& expr, bool result) {
        std::visit(base::Overloaded{
                       [](const program::Literal&) {},
                       [&](const program::LocalRef& n) {
                           if (n.slot == row_) (result ? read_.passes : read_.all) = true;
                       },
                       [](const program::CaptureRef&) {},
                       [](const program::GlobalRef&) {},
                       [](const program::PackageRef&) {},
                       [&](const program::Interpolation& n) {
                           for (const auto& part : n.parts) {
                               if (part.expression) visit(*part.expression, false);
                           }
                       },
                       [&](const program::ArrayLiteral& n) {
                           for (const auto& element : n.elements) visit(*element, false);
                       },
                       [&](const program::DictLiteral& n) {
                           for (const auto& [key, v] : n.entries) {
                               visit(*key, false);
                               visit(*v, false);
                           }
                       },
                       [&](const program::RecordLiteral& n) {
                           if (n.with) visit(*n.with, result);
                           for (const auto& v : n.values) visit(*v, false);
                       },
                       [&](const program::Unary& n) { visit(*n.operand, false); },
                       [&](const program::Binary& n) {
                           visit(*n.left, false);
                           visit(*n.right, false);
                       },
                       [&](const program::Logical& n) {
                           visit(*n.left, false);
                           visit(*n.right, false);
                       },
                       [&](const program::Conditional& n) {
                           visit(*n.test, false);
                           visit(*n.consequent, result);
                           visit(*n.alternate, result);
                       },
                       [&](const program::Member& n) {
                           if (is_row(*n.object)) {
                               read_.labels.insert(n.label);
                           } else {
                               visit(*n.object, false);
                           }
                       },
                       [&](const program::Index& n) {
                           visit(*n.array, false);
                           visit(*n.index, false);
                       },
                       [&](const program::Call& n) {
                           visit(*n.callee, false);
                           for (const auto& argument : n.arguments) visit(*argument.value, false);
                           if (n.pipe) visit(*n.pipe, false);
                       },
                       [&](const program::FunctionLiteral& n) {
                           for (const auto& capture : n.code->captures) {
                               if (capture.from_local && capture.index == row_) read_.all = true;
                           }
                       },
                       [&](const program::Invalid&) { read_.all = true; },
                   },
                   expr.node);
    }

    std::uint32_t row_;
    ColumnsRead read_{};
};

}  // namespace

ColumnsRead columns_read(const value::Value& function, std::string_view parameter) {
    ColumnsRead everything;
    everything.all = true;
    if (!function.is(value::Nature::function)) return everything;
    const auto* closure = dynamic_cast<const eval::Closure*>(function.object());
    if (closure == nullptr) return everything;
    const std::size_t place = closure->find_parameter(parameter);
    if (place == value::Function::npos) return everything;
    return Finder(static_cast<std::uint32_t>(place)).find(closure->code());
}

bool is_always_true(const value::Value& function) {
    const auto* closure = dynamic_cast<const eval::Closure*>(function.object());
    if (closure == nullptr || !closure->code().statements.empty()) return false;
    return program::written_truth(eval::uncounted(*closure->code().result)) == true;
}

}  // namespace fluxi::vec
