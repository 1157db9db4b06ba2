// The columns of a stream, as far as the text of its expression and types tell: what the REPL
// completes. Types alone do not know them behind keep, drop, rename and others whose result depends
// on texts, so the stages of a pipe are followed one by one. Nothing is run. There may be a name
// too many (an aggregate drops what is not in the group key, which the text hardly ever says).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/ast.hpp"

namespace fluxi::cli::repl {

/// Names in an order that people know: that of the rows, then what stages add.
using Columns = std::vector<std::string>;

/// What is known about a row by its type.
struct RowType {
    Columns columns{};
    bool closed = false;  ///< there are no others
};

class ColumnFinder {
  public:
    /// The row of an expression that is a stream (or of a record); none if it is neither.
    using TypeOf = std::function<std::optional<RowType>(std::string_view expression)>;
    /// The expression that a name of the session stands for; empty if it is not known.
    using Definition = std::function<std::string(std::string_view name)>;

    ColumnFinder(TypeOf type_of, Definition definition)
        : type_of_(std::move(type_of)), definition_(std::move(definition)) {}

    /// Empty where nothing is known.
    Columns of(std::string_view expression) { return of_text(expression).value_or(Columns{}); }

  private:
    using Found = std::optional<Columns>;
    struct Text;
    Found of_text(std::string_view text);
    Found of(const syntax::Expr& expression, const Text& text);
    Found of_node(const syntax::Expr& expression, const Text& text);
    Found of_name(const std::string& name);
    Found of_call(const syntax::CallExpr& call, Found piped);
    Found of_join(const syntax::CallExpr& call, const syntax::RecordExpr& sides, const Text& text);

    TypeOf type_of_;
    Definition definition_;
    std::size_t depth_ = 0;  ///< of definitions that lead to others
};

}  // namespace fluxi::cli::repl
