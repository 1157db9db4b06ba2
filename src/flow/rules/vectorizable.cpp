#include "flow/rules/vectorizable.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "eval/counter.hpp"
#include "program/package.hpp"
#include "program/tree.hpp"

namespace fluxi::flow::rules {

namespace {

bool is_row(const program::Expr& expr) {
    const auto* local = std::get_if<program::LocalRef>(&expr.node);
    return local != nullptr && local->slot == 0;
}

bool is_literal(const value::Value& v) {
    switch (v.nature()) {
        case value::Nature::integer:
        case value::Nature::floating:
        case value::Nature::string:
        case value::Nature::time:
            return true;
        default:
            return false;
    }
}

/// Whether a name is that of a member of a package of the prelude.
bool is_member(const program::Expr& expr, std::string_view package, std::string_view name) {
    const auto* global = std::get_if<program::GlobalRef>(&expr.node);
    return global != nullptr && global->package->path() == package &&
           global->package->cells()[global->cell].name == name;
}

bool is_plain(const program::Expr& expr) {
    const auto no = [](const auto&) { return false; };
    return std::visit(base::Overloaded{
                          [](const program::Literal& node) { return is_literal(node.value); },
                          [](const program::GlobalRef& node) {
                              return node.package->path() == "internal/boolean";
                          },
                          [](const program::Member& node) { return is_row(*node.object); },
                          [](const program::Unary& node) { return is_plain(*node.operand); },
                          [](const program::Binary& node) {
                              return node.op != program::BinaryOp::match &&
                                     node.op != program::BinaryOp::not_match &&
                                     is_plain(*node.left) && is_plain(*node.right);
                          },
                          [](const program::Logical& node) {
                              return is_plain(*node.left) && is_plain(*node.right);
                          },
                          [](const program::Conditional& node) {
                              return is_plain(*node.test) && is_plain(*node.consequent) &&
                                     is_plain(*node.alternate);
                          },
                          [](const program::Call& node) {
                              return is_member(*node.callee, "universe", "float") &&
                                     node.pipe == nullptr && node.arguments.size() == 1 &&
                                     is_plain(*node.arguments.front().value);
                          },
                          [&](const program::LocalRef& node) { return no(node); },
                          [&](const program::CaptureRef& node) { return no(node); },
                          [&](const program::PackageRef& node) { return no(node); },
                          [&](const program::Interpolation& node) { return no(node); },
                          [&](const program::ArrayLiteral& node) { return no(node); },
                          [&](const program::DictLiteral& node) { return no(node); },
                          [&](const program::RecordLiteral& node) { return no(node); },
                          [&](const program::Index& node) { return no(node); },
                          [&](const program::FunctionLiteral& node) { return no(node); },
                          [&](const program::Invalid& node) { return no(node); },
                      },
                      eval::uncounted(expr).node);
}

}  // namespace

bool is_vectorizable(const value::Value& fn) {
    const auto* closure = dynamic_cast<const eval::Closure*>(fn.object());
    if (closure == nullptr) return false;
    const program::FunctionCode& code = closure->code();
    if (code.parameters.size() != 1 || code.parameters.front().name != "r") return false;
    if (!code.statements.empty() || !code.result) return false;
    const auto* record = std::get_if<program::RecordLiteral>(&eval::uncounted(*code.result).node);
    if (record == nullptr || (record->with && !is_row(*record->with))) return false;
    return std::all_of(record->values.begin(), record->values.end(),
                       [](const program::ExprPtr& v) { return is_plain(*v); });
}

}  // namespace fluxi::flow::rules
