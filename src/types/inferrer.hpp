// The walk over one file that inference is; private to infer*.cpp and explain*.cpp. It holds no
// state beyond its file: what lasts is in the Environment.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "types/generalise.hpp"
#include "types/infer.hpp"
#include "types/print.hpp"
#include "types/unify.hpp"

namespace fluxi::types {

/// Where and how a mismatch is told.
struct Clash {
    base::Span span{};           ///< what is wrong
    std::string subject{};       ///< what it is to the reader, e.g. "the right side of `+`"
    base::Span because{};        ///< what the expectation comes from, may be unknown
    std::string because_text{};  ///< the label there; empty for "this is `T`"
    const syntax::Expr* value = nullptr;  ///< the expression of the found type, for fix-its
    const syntax::Expr* other = nullptr;  ///< the expression of the expected type, for fix-its
};

/// What is known about the function that a call names.
struct Callee {
    std::string text;      ///< e.g. "`strings.trim`", "the function"
    std::string name;      ///< the last part of its name; empty if it has none
    std::string object{};  ///< "strings" in `strings.trim`; empty if there is no dot
    std::shared_ptr<const std::vector<Declared>> parameters{};
};

class Inferrer {
  public:
    Inferrer(Environment& environment, const InferOptions& options, base::Diagnostics& diagnostics,
             Inferred& inferred)
        : environment_(environment),
          substitution_(environment.substitution()),
          store_(environment.store()),
          options_(options),
          diagnostics_(diagnostics),
          inferred_(inferred) {}

    void file(const syntax::File& file);
    /// One statement of a file, with the file's imports; gives the type of what it defines.
    PolyType member(const syntax::File& file, const syntax::Stmt& statement);

  private:
    // infer.cpp: statements
    void collect_names(const syntax::File& file);
    void import(const syntax::ImportDecl& declaration);
    void statement(const syntax::Stmt& statement, bool exported);
    void expression_statement(const syntax::Expr& expr);
    void testcase(const syntax::TestcaseStmt& node);
    TypeRef block(const syntax::Block& block);
    void finish_scope();

    // infer_definition.cpp
    void variable(const syntax::VariableStmt& node, bool exported);
    void option(const syntax::OptionStmt& node, bool exported);
    void package_option(const syntax::OptionStmt& node);
    void builtin(const syntax::BuiltinStmt& node, const syntax::Stmt& statement, bool exported);
    PolyType let(const syntax::Name& name, const syntax::Expr& init);
    void define(const syntax::Name& name, Binding binding);

    // infer_expression.cpp
    TypeRef expression(const syntax::Expr& expr);
    TypeRef inferred(const syntax::Expr& expr);
    TypeRef identifier(std::string_view name, base::Span span);
    TypeRef string(const syntax::StringExpr& node);
    TypeRef array(const syntax::ArrayExpr& node);
    TypeRef dict(const syntax::DictExpr& node, const syntax::Expr& expr);
    TypeRef record(const syntax::RecordExpr& node);
    TypeRef member(const syntax::MemberExpr& node);
    TypeRef package_member(const syntax::MemberExpr& node, const std::string& name,
                           PackageTypes& package);
    TypeRef package_record(PackageTypes& package);
    TypeRef index(const syntax::IndexExpr& node);
    TypeRef conditional(const syntax::ConditionalExpr& node);

    // infer_operator.cpp
    TypeRef unary(const syntax::UnaryExpr& node);
    TypeRef binary(const syntax::BinaryExpr& node, const syntax::Expr& expr);
    TypeRef arithmetic(const syntax::BinaryExpr& node, const syntax::Expr& expr, Kind kind);
    TypeRef comparison(const syntax::BinaryExpr& node, KindSet kinds);
    TypeRef match(const syntax::BinaryExpr& node);
    TypeRef logical(const syntax::LogicalExpr& node);

    // infer_function.cpp
    TypeRef function(const syntax::FunctionExpr& node, const syntax::Expr& expr);
    void check_defaults(const syntax::FunctionExpr& node, const syntax::Expr& expr,
                        const PolyType& type);

    // infer_call.cpp
    TypeRef call(const syntax::CallExpr& node, const syntax::Expr& expr, TypeRef piped,
                 const syntax::Expr* source);
    TypeRef pipe(const syntax::Expr& expr);
    Callee callee_of(const syntax::Expr& callee);
    void accept_other_case(const syntax::CallExpr& node, TypeRef function, const Callee& callee,
                           std::vector<Parameter>& given);

    // Demands. They tell what is wrong and return whether it fits.
    template <typename MakeClash>
    bool equal(TypeRef expected, TypeRef found, const MakeClash& clash) {
        const std::vector<Mismatch> wrong = Unifier(substitution_).unify(expected, found);
        if (!wrong.empty()) explain_all(wrong, clash());
        return wrong.empty();
    }
    template <typename MakeClash>
    bool demand(TypeRef type, Kind kind, const MakeClash& clash) {
        const std::vector<Mismatch> wrong = Unifier(substitution_).constrain(type, kind);
        if (!wrong.empty()) explain_all(wrong, clash());
        return wrong.empty();
    }

    // explain.cpp: mismatches as diagnostics
    void explain_all(const std::vector<Mismatch>& wrong, const Clash& clash);
    void explain(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer);
    void explain_types(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer);
    void explain_kind(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer);
    bool explain_renamed(const std::vector<Mismatch>& wrong, const Clash& clash);
    bool explain_extended(const Mismatch& mismatch, const Clash& clash);
    void explain_labels(const std::vector<Mismatch>& wrong, const Clash& clash);
    void because(base::Diagnostic& diagnostic, const Clash& clash, const std::string& type);
    [[nodiscard]] std::string text(TypePrinter& printer, TypeRef type) const;

    // explain_help.cpp
    void add_type_help(base::Diagnostic& diagnostic, TypeRef expected, TypeRef found,
                       const Clash& clash);

    // explain_call.cpp
    void explain_call(const std::vector<Mismatch>& wrong, const syntax::CallExpr& node,
                      const syntax::Expr& expr, const Callee& callee, const syntax::Expr* source);
    void explain_argument(const std::vector<Mismatch>& wrong, const syntax::CallExpr& node,
                          const syntax::Expr& expr, const Callee& callee,
                          const syntax::Expr* source);
    void explain_top(const Mismatch& mismatch, TypeRef known, const syntax::CallExpr& node,
                     const syntax::Expr& expr, const Callee& callee,
                     const std::vector<std::string_view>& meant, bool no_pipe);
    /// Where a parameter of the callee is written, in the script or in a package.
    [[nodiscard]] base::Span declared_at(const Callee& callee, std::string_view name);
    void explain_missing(const Mismatch& mismatch, const syntax::Expr& expr, const Callee& callee,
                         bool is_pipe);
    std::string_view explain_unexpected(const Mismatch& mismatch, const syntax::CallExpr& node,
                                        const Callee& callee);

    // explain_name.cpp
    void explain_undefined(std::string_view name, base::Span span);
    bool suggest_import(base::Diagnostic& diagnostic, std::string_view name);
    void explain_no_member(const syntax::MemberExpr& node, const std::string& name,
                           PackageTypes& package);

    void note(syntax::NodeId node, TypeRef type) {
        if (node < inferred_.types_.size()) inferred_.types_[node] = type;
    }

    Environment& environment_;
    Substitution& substitution_;
    TypeStore& store_;
    const InferOptions& options_;
    base::Diagnostics& diagnostics_;
    Inferred& inferred_;
    const syntax::File* file_ = nullptr;
    base::Span import_place_{};         ///< where another import could be inserted
    bool import_after_ = false;         ///< whether on a line of its own behind that place
    std::set<std::string_view> later_;  ///< names that statements still to come define
    std::set<std::string, std::less<>>
        options_here_;                            ///< options the file sets, "name" or "pkg.name"
    std::string_view defining_;                   ///< the name whose value is inferred now
    const syntax::MemberExpr* member_ = nullptr;  ///< the access whose object is looked up now
};

/// The expression without parentheses around it: what messages point at.
const syntax::Expr& bare(const syntax::Expr& expr);

}  // namespace fluxi::types
