// Lowering: from the syntax tree of an expression or a file to the resolved tree. Never fails: what
// cannot be resolved becomes an Invalid node (and a diagnostic when a sink is given), so that a
// broken statement spoils only itself.
#pragma once

#include "base/diagnostic.hpp"
#include "program/package.hpp"
#include "program/scope.hpp"
#include "syntax/ast.hpp"

namespace fluxi::program {

class Lowering {
  public:
    /// `diagnostics` may be null: then undefined names are reported when they are evaluated.
    Lowering(const FileScope& file, base::Diagnostics* diagnostics)
        : file_(file), diagnostics_(diagnostics) {}

    ExprPtr expression(const syntax::Expr& expr) { return lower(expr, nullptr); }

  private:
    ExprPtr lower(const syntax::Expr& expr, FunctionScope* scope);
    ExprPtr identifier(const std::string& name, base::Span span, FunctionScope* scope);
    ExprPtr member(const syntax::Expr& expr, const syntax::MemberExpr& node, FunctionScope* scope);
    ExprPtr call(const syntax::Expr& expr, const syntax::CallExpr& node, ExprPtr pipe,
                 FunctionScope* scope);
    ExprPtr pipe(const syntax::Expr& expr, const syntax::PipeExpr& node, FunctionScope* scope);
    ExprPtr record(const syntax::Expr& expr, const syntax::RecordExpr& node, FunctionScope* scope);
    ExprPtr interpolation(const syntax::StringExpr& node, FunctionScope* scope);
    ExprPtr regexp(const syntax::Expr& expr, const syntax::RegexLit& node);
    ExprPtr function(const syntax::Expr& expr, const syntax::FunctionExpr& node,
                     FunctionScope* scope);
    void block(const syntax::Block& body, FunctionCode& code, FunctionScope& scope);
    ExprPtr value_of(const syntax::Property& property, FunctionScope* scope);
    ExprPtr invalid(std::string message);

    const FileScope& file_;
    base::Diagnostics* diagnostics_;
};

/// A duration literal as a value (SPEC "Durations"): months and nanoseconds, wrapping as the
/// reference does.
value::Value duration_value(const syntax::DurationLit& literal);

}  // namespace fluxi::program
