// Writes a tree as layout commands. It goes through the tree in source order and, before each
// token, puts the comments that stand before it: that is how none gets lost. Private to format.cpp
// and its parts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "syntax/ast.hpp"
#include "syntax/layout.hpp"
#include "syntax/operators.hpp"

namespace fluxi::syntax {

/// A list with more items goes over several lines even where it would fit on one.
inline constexpr std::size_t kMaxOnOneLine = 4;

template <typename Node>
bool is(const Expr& expr) {
    return std::holds_alternative<Node>(expr.node);
}

/// Whether the first token of `expr` is the brace of a record, parentheses not counted.
bool begins_with_record(const Expr& expr);

class FormatWriter {
  public:
    FormatWriter(std::string_view source, const File& file) : source_(source), file_(file) {}
    std::string run();
    /// Whether a comment stood where no line can end, and had to go to where one does.
    [[nodiscard]] bool moved_comments() const noexcept { return moved_; }

  private:
    // format.cpp: tokens, comments, statements
    /// Puts the comments before the token at `offset`.
    void at(std::uint32_t offset);
    void token(std::uint32_t offset, std::string_view text) {
        at(offset);
        layout_.text(text);
    }
    void copy(base::Span span) { token(span.begin, text_of(span)); }
    /// Puts a comment that stands on the line of what was written last, if it comes before `next`.
    void end_comment(std::uint32_t next);
    /// Ends a group that a bracket closes, with the comments before the bracket, which is at
    /// `offset`.
    void close_bracket(std::uint32_t offset);
    /// Puts a comment that stands on the line of what ends at `end`, if nothing is between them.
    void line_comment(std::uint32_t end);
    /// `.name`, in which a comment may stand.
    void label(base::Span span);
    [[nodiscard]] bool comment_before(std::uint32_t offset) const;
    [[nodiscard]] std::string_view text_of(base::Span span) const {
        return source_.substr(span.begin, span.end - span.begin);
    }
    /// Where the token behind `offset` begins; blanks and comments are none.
    [[nodiscard]] std::uint32_t next_token(std::uint32_t offset) const;
    [[nodiscard]] bool line_end_between(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool blank_line_before(std::uint32_t offset) const;
    [[nodiscard]] bool at_line_begin(std::uint32_t offset) const;

    void attributes(const std::vector<Attribute>& attributes);
    void header();
    void statements(const std::vector<StmtPtr>& body);
    [[nodiscard]] bool blank_between(const Stmt& before, const Stmt& after) const;
    void statement(const Stmt& statement);
    void block(const Block& block);

    // format_expr.cpp, format_operations.cpp
    void expr(const Expr& expr) { operand(expr, Precedence::lowest); }
    /// An expression behind `=`, `=>` or `:`; goes to the next line where that reads better.
    void value(const Expr& expr);
    /// An expression where only what binds at least as tightly as `least` needs no parentheses.
    void operand(const Expr& expr, Precedence least);
    [[nodiscard]] bool has_comments(base::Span outer, base::Span inner) const;
    [[nodiscard]] bool hugs(const Expr& expr) const;
    [[nodiscard]] bool hugs(const Property& property) const {
        return property.value && hugs(*property.value);
    }
    [[nodiscard]] const Expr& without_parens(const Expr& expr) const;
    /// What `operand` would write of `expr`: without the parentheses that it leaves out.
    [[nodiscard]] const Expr& operand_inside(const Expr& expr, Precedence least) const;
    void in_parens(const Expr& paren, const Expr& inner);
    /// What brackets stand around. Comments between them take lines of their own.
    template <typename Put>
    void enclosed(std::string_view open, base::Span brackets, base::Span inner, Put put);
    void node(const Expr& expr);
    void postfix_object(const Expr& object);
    void property(const Property& property);
    void member(const MemberExpr& member, base::Span span);
    void index(const IndexExpr& index, base::Span span);
    void unary(const UnaryExpr& unary, Precedence precedence);
    void dict(const DictExpr& dict, base::Span span);
    void pipes(const Expr& expr);
    void operation(const Expr& expr);
    void conditional(const Expr& expr);
    void function(const FunctionExpr& function, base::Span span);
    void function_body(const FunctionExpr& function);
    void record(const RecordExpr& record, base::Span span);
    void duration(const DurationLit& literal, base::Span span);

    // format_type.cpp
    void builtin(const BuiltinStmt& builtin);
    void type(const TypeExpr& type);
    void parameter_type(const ParameterType& parameter);

    /// `open item, item close`: on one line, or an item a line.
    /// `hugs` says of the last item whether the brackets may stay at it when it takes several
    /// lines.
    template <typename Items, typename Begin, typename Hugs, typename Put>
    void list(std::string_view open, base::Span brackets, const Items& items, Begin begin,
              Hugs hugs, Put put);

    std::string_view source_;
    const File& file_;
    Layout layout_;
    std::size_t next_comment_ = 0;
    bool moved_ = false;
};

template <typename Put>
void FormatWriter::enclosed(std::string_view open, base::Span brackets, base::Span inner, Put put) {
    const std::uint32_t close = brackets.end - 1;
    layout_.text(open);
    if (!has_comments(brackets, inner)) {
        put();
        token(close, source_.substr(close, 1));
        return;
    }
    layout_.open_group(true);
    layout_.open_indent();
    end_comment(inner.begin);
    layout_.nothing_or_line();
    at(inner.begin);
    put();
    close_bracket(close);
}

template <typename Items, typename Begin, typename Hugs, typename Put>
void FormatWriter::list(std::string_view open, base::Span brackets, const Items& items, Begin begin,
                        Hugs hugs, Put put) {
    const std::uint32_t close = brackets.end - 1;
    at(brackets.begin);
    if (items.empty() && !comment_before(close)) {
        layout_.text(open);
        layout_.text(source_.substr(close, 1));
        return;
    }
    const bool spread = !items.empty() && line_end_between(brackets.begin, begin(items.front()));
    layout_.open_group(items.size() > kMaxOnOneLine || spread);
    layout_.text(open);
    layout_.open_indent();
    bool commented = comment_before(close) && items.empty();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::uint32_t next = begin(items[i]);
        commented = commented || comment_before(next);
        end_comment(next);
        if (i == 0) {
            layout_.nothing_or_line();
        } else {
            layout_.space_or_line();
        }
        if (i + 1 == items.size() && hugs(items[i])) layout_.last_item();
        // Before the groups of the item open: what stands above it does not break it.
        at(next);
        put(items[i]);
        if (i + 1 < items.size()) layout_.text(",");
    }
    if (!items.empty()) layout_.if_broken(",");
    commented = commented || comment_before(close);
    if (commented) layout_.no_hugging();
    close_bracket(close);
}

}  // namespace fluxi::syntax
