#include <variant>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "syntax/format_writer.hpp"
#include "syntax/literals.hpp"

namespace fluxi::syntax {

namespace {

/// Whether what follows `expr` on its right would become a part of it.
bool open_ended(const Expr& expr) {
    return std::visit(base::Overloaded{
                          [](const auto&) { return false; },
                          [](const FunctionExpr&) { return true; },
                          [](const ConditionalExpr&) { return true; },
                          [](const BinaryExpr& node) { return open_ended(*node.right); },
                          [](const LogicalExpr& node) { return open_ended(*node.right); },
                          [](const UnaryExpr& node) { return open_ended(*node.operand); },
                      },
                      expr.node);
}

/// Whether the first token of `expr` is the brace of a record, parentheses not counted.
bool begins_with_record(const Expr& expr) {
    return std::visit(base::Overloaded{
                          [](const auto&) { return false; },
                          [](const RecordExpr&) { return true; },
                          [](const ParenExpr& node) { return begins_with_record(*node.inner); },
                          [](const BinaryExpr& node) { return begins_with_record(*node.left); },
                          [](const LogicalExpr& node) { return begins_with_record(*node.left); },
                          [](const PipeExpr& node) { return begins_with_record(*node.argument); },
                          [](const MemberExpr& node) { return begins_with_record(*node.object); },
                          [](const IndexExpr& node) { return begins_with_record(*node.array); },
                          [](const CallExpr& node) { return begins_with_record(*node.callee); },
                      },
                      expr.node);
}

template <typename Node>
bool is(const Expr& expr) {
    return std::holds_alternative<Node>(expr.node);
}

}  // namespace

bool FormatWriter::has_comments(base::Span outer, base::Span inner) const {
    for (std::size_t i = next_comment_; i < file_.comments.size(); ++i) {
        const base::Span comment = file_.comments[i].span;
        if (comment.begin >= outer.end) break;
        if (comment.begin >= outer.begin &&
            (comment.begin < inner.begin || comment.begin >= inner.end)) {
            return true;
        }
    }
    return false;
}

/// What is left when the parentheses around an expression are taken away, as far as that loses no
/// comment.
const Expr& FormatWriter::without_parens(const Expr& expr) const {
    const Expr* inner = &expr;
    while (const auto* paren = std::get_if<ParenExpr>(&inner->node)) {
        if (has_comments(inner->span, paren->inner->span)) break;
        inner = paren->inner.get();
    }
    return *inner;
}

/// What begins with a bracket and ends with it can share the lines of the brackets around it.
bool FormatWriter::hugs(const Expr& expr) const {
    const Expr& inner = without_parens(expr);
    if (const auto* function = std::get_if<FunctionExpr>(&inner.node)) {
        return function->block || hugs(*function->expression);
    }
    return is<RecordExpr>(inner) || is<ArrayExpr>(inner) || is<DictExpr>(inner);
}

bool FormatWriter::needs_parens(const Expr& inner, Precedence least, bool last) const {
    if (least == Precedence::lowest) return false;
    if (is<FunctionExpr>(inner) || is<ConditionalExpr>(inner) || begins_with_record(inner))
        return true;
    return precedence_of(inner) < least || (!last && open_ended(inner));
}

void FormatWriter::in_parens(const Expr& paren, const Expr& inner) {
    token(paren.span.begin, "(");
    const bool commented = has_comments(paren.span, inner.span);
    if (!commented) {
        node(inner);
        token(paren.span.end - 1, ")");
        return;
    }
    layout_.open_group(true);
    layout_.open_indent();
    end_comment(inner.span.begin);
    layout_.nothing_or_line();
    node(inner);
    end_comment(paren.span.end - 1);
    at(paren.span.end - 1);
    layout_.close_indent();
    layout_.nothing_or_line();
    layout_.text(")");
    layout_.close_group();
}

void FormatWriter::operand(const Expr& expr, Precedence least, bool last) {
    const Expr& inner = without_parens(expr);
    if (is<ParenExpr>(inner)) {
        in_parens(inner, *std::get<ParenExpr>(inner.node).inner);
    } else if (is<ParenExpr>(expr) && needs_parens(inner, least, last)) {
        in_parens(expr, inner);
    } else {
        node(inner);
    }
}

/// Only what is a chain of names and calls anyway loses its parentheses before `.`, `[` and `(`.
void FormatWriter::postfix_object(const Expr& object) {
    const Expr& inner = without_parens(object);
    const bool chain = is<Identifier>(inner) || is<MemberExpr>(inner) || is<IndexExpr>(inner) ||
                       is<CallExpr>(inner);
    if (is<ParenExpr>(inner)) {
        in_parens(inner, *std::get<ParenExpr>(inner.node).inner);
    } else if (is<ParenExpr>(object) && (!chain || begins_with_record(inner))) {
        in_parens(object, inner);
    } else {
        node(inner);
    }
}

void FormatWriter::value(const Expr& expr) {
    const Expr& inner = without_parens(expr);
    const bool own_line = is<PipeExpr>(inner) || is<BinaryExpr>(inner) || is<LogicalExpr>(inner) ||
                          is<ConditionalExpr>(inner);
    if (!own_line && !comment_before(inner.span.begin)) {
        layout_.text(" ");
        this->expr(expr);
        return;
    }
    layout_.open_group();
    layout_.open_indent();
    end_comment(inner.span.begin);
    layout_.space_or_line();
    this->expr(expr);
    layout_.close_indent();
    layout_.close_group();
}

void FormatWriter::property(const Property& property) {
    copy(property.key.span);
    if (!property.value) return;
    layout_.text(":");
    value(*property.value);
}

void FormatWriter::pipes(const Expr& expr) {
    std::vector<const PipeExpr*> chain;
    const Expr* head = &expr;
    while (const auto* pipe = std::get_if<PipeExpr>(&head->node)) {
        chain.push_back(pipe);
        head = pipe->argument.get();
    }
    bool spread = false;
    for (const PipeExpr* pipe : chain) {
        spread = spread || line_end_between(pipe->argument->span.end, pipe->call->span.begin);
    }
    layout_.open_group(spread);
    operand(*head, Precedence::pipe, false);
    layout_.open_indent();
    for (auto pipe = chain.rbegin(); pipe != chain.rend(); ++pipe) {
        end_comment((*pipe)->op_span.begin);
        layout_.space_or_line();
        token((*pipe)->op_span.begin, "|> ");
        operand(*(*pipe)->call, Precedence::postfix);
    }
    layout_.close_indent();
    layout_.close_group();
}

/// Operators of one precedence in a row, broken all or none.
void FormatWriter::operation(const Expr& expr) {
    struct Step {
        std::string_view text;
        base::Span op_span;
        const Expr* right;
    };
    const Precedence precedence = precedence_of(expr);
    std::vector<Step> steps;
    const Expr* head = &expr;
    while (precedence_of(*head) == precedence) {
        if (const auto* binary = std::get_if<BinaryExpr>(&head->node)) {
            steps.push_back({operator_text(binary->op), binary->op_span, binary->right.get()});
            head = binary->left.get();
        } else if (const auto* logical = std::get_if<LogicalExpr>(&head->node)) {
            steps.push_back({operator_text(logical->op), logical->op_span, logical->right.get()});
            head = logical->left.get();
        } else {
            break;
        }
    }
    const auto tighter = static_cast<Precedence>(static_cast<unsigned char>(precedence) + 1);
    layout_.open_group();
    operand(*head, precedence, false);
    layout_.open_indent();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        end_comment(step->op_span.begin);
        layout_.space_or_line();
        token(step->op_span.begin, step->text);
        layout_.text(" ");
        operand(*step->right, tighter, step + 1 == steps.rend());
    }
    layout_.close_indent();
    layout_.close_group();
}

void FormatWriter::conditional(const Expr& expr) {
    layout_.open_group(line_end_between(expr.span.begin, expr.span.end));
    const auto branch = [&](const Expr& part) {
        layout_.open_indent();
        end_comment(without_parens(part).span.begin);
        layout_.space_or_line();
        const bool nested = is<ConditionalExpr>(without_parens(part));
        operand(part, nested ? Precedence::postfix : Precedence::lowest);
        layout_.close_indent();
    };
    const Expr* current = &expr;
    while (true) {
        const auto& node = std::get<ConditionalExpr>(current->node);
        token(current->span.begin, "if ");
        const bool nested = is<ConditionalExpr>(without_parens(*node.test));
        operand(*node.test, nested ? Precedence::postfix : Precedence::lowest);
        layout_.text(" then");
        branch(*node.consequent);
        end_comment(node.alternate->span.begin);
        layout_.space_or_line();
        const Expr& alternate = without_parens(*node.alternate);
        at(is<ConditionalExpr>(alternate) ? alternate.span.begin : node.alternate->span.begin);
        layout_.text("else");
        if (!is<ConditionalExpr>(alternate)) {
            branch(*node.alternate);
            break;
        }
        layout_.text(" ");
        current = &alternate;
    }
    layout_.close_group();
}

void FormatWriter::function(const FunctionExpr& function, base::Span span) {
    // The parameters end before the arrow, which is the last one before the body.
    const base::Span body = function.block ? function.block->span : function.expression->span;
    const std::uint32_t from =
        function.parameters.empty() ? span.begin : function.parameters.back().span.end;
    std::uint32_t close = from;
    std::size_t comment = next_comment_;
    while (close < body.begin && source_[close] != ')') {
        // A bracket in a comment closes nothing.
        while (comment < file_.comments.size() && file_.comments[comment].span.begin < close)
            ++comment;
        const bool skip =
            comment < file_.comments.size() && file_.comments[comment].span.begin == close;
        close = skip ? file_.comments[comment].span.end : close + 1;
    }
    list(
        "(", {span.file, span.begin, close + 1}, function.parameters,
        [](const Parameter& parameter) { return parameter.span.begin; },
        [](const Parameter&) { return false; },
        [&](const Parameter& parameter) {
            copy(parameter.name.span);
            if (parameter.pipe) token(parameter.pipe_span.begin, "=<-");
            if (!parameter.default_value) return;
            layout_.text("=");
            expr(*parameter.default_value);
        });
    layout_.text(" =>");
    function_body(function);
}

void FormatWriter::function_body(const FunctionExpr& function) {
    if (function.block) {
        layout_.text(" ");
        block(*function.block);
        return;
    }
    const Expr& body = *function.expression;
    const Expr& inner = without_parens(body);
    if (is<ParenExpr>(body) && !is<ParenExpr>(inner) && begins_with_record(inner)) {
        // `{` would begin a block here.
        layout_.text(" ");
        in_parens(body, inner);
    } else {
        value(body);
    }
}

void FormatWriter::record(const RecordExpr& record, base::Span span) {
    const auto begin = [](const Property& item) { return item.span.begin; };
    const auto put = [&](const Property& item) { property(item); };
    if (!record.with) {
        list(
            "{", span, record.properties, begin, [&](const Property& item) { return hugs(item); },
            put);
        return;
    }
    at(span.begin);
    layout_.text("{");
    expr(*record.with);
    layout_.text(" with");
    if (record.properties.empty()) {
        token(span.end - 1, "}");
        return;
    }
    // What follows `with` is laid out as a list whose opening bracket is that word.
    const base::Span rest{span.file, record.with->span.end, span.end};
    layout_.open_group(record.properties.size() > 4 ||
                       line_end_between(rest.begin, begin(record.properties.front())));
    layout_.open_indent();
    bool commented = false;
    for (std::size_t i = 0; i < record.properties.size(); ++i) {
        commented = commented || comment_before(begin(record.properties[i]));
        end_comment(begin(record.properties[i]));
        layout_.space_or_line();
        if (i + 1 == record.properties.size() && hugs(record.properties[i])) layout_.last_item();
        put(record.properties[i]);
        if (i + 1 < record.properties.size()) layout_.text(",");
    }
    layout_.if_broken(",");
    if (commented || comment_before(span.end - 1)) layout_.no_hugging();
    end_comment(span.end - 1);
    at(span.end - 1);
    layout_.close_indent();
    layout_.nothing_or_line();
    layout_.text("}");
    layout_.close_group();
}

void FormatWriter::duration(const DurationLit& literal, base::Span span) {
    at(span.begin);
    for (const DurationPart& part : literal.parts) {
        layout_.text(fmt::format("{}{}", part.magnitude, unit_text(part.unit)));
    }
}

void FormatWriter::node(const Expr& expr) {
    const auto first = [](const auto& item) { return item.span.begin; };
    std::visit(base::Overloaded{
                   // Literals keep their text; integers have only one spelling.
                   [&](const auto&) { copy(expr.span); },
                   [&](const StringExpr&) {
                       // Comments within `${}` are part of the copy.
                       copy(expr.span);
                       while (comment_before(expr.span.end)) ++next_comment_;
                   },
                   [&](const DurationLit& node) { duration(node, expr.span); },
                   [&](const ArrayExpr& node) {
                       list(
                           "[", expr.span, node.elements,
                           [](const ExprPtr& item) { return item->span.begin; },
                           [&](const ExprPtr& item) { return hugs(*item); },
                           [&](const ExprPtr& item) { this->expr(*item); });
                   },
                   [&](const DictExpr& node) {
                       if (node.entries.empty()) {
                           token(expr.span.begin, "[:");
                           token(expr.span.end - 1, "]");
                           return;
                       }
                       list(
                           "[", expr.span, node.entries,
                           [](const DictEntry& entry) { return entry.key->span.begin; },
                           [&](const DictEntry& entry) { return hugs(*entry.value); },
                           [&](const DictEntry& entry) {
                               this->expr(*entry.key);
                               layout_.text(":");
                               value(*entry.value);
                           });
                   },
                   [&](const RecordExpr& node) { record(node, expr.span); },
                   [&](const FunctionExpr& node) { function(node, expr.span); },
                   [&](const UnaryExpr& node) {
                       token(node.op_span.begin, operator_text(node.op));
                       const bool word =
                           node.op == UnaryOp::logical_not || node.op == UnaryOp::exists;
                       if (word) layout_.text(" ");
                       operand(*node.operand, precedence_of(expr));
                   },
                   [&](const BinaryExpr&) { operation(expr); },
                   [&](const LogicalExpr&) { operation(expr); },
                   [&](const MemberExpr& node) {
                       postfix_object(*node.object);
                       layout_.text(node.property.quoted ? "[" : ".");
                       copy(node.property.span);
                       if (node.property.quoted) token(expr.span.end - 1, "]");
                   },
                   [&](const IndexExpr& node) {
                       postfix_object(*node.array);
                       layout_.text("[");
                       this->expr(*node.index);
                       token(expr.span.end - 1, "]");
                   },
                   [&](const CallExpr& node) {
                       postfix_object(*node.callee);
                       list(
                           "(", node.arguments_span, node.arguments, first,
                           [&](const Property& argument) { return hugs(argument); },
                           [&](const Property& argument) { property(argument); });
                   },
                   [&](const PipeExpr&) { pipes(expr); },
                   [&](const ConditionalExpr&) { conditional(expr); },
                   [&](const ParenExpr& node) { in_parens(expr, *node.inner); },
               },
               expr.node);
}

}  // namespace fluxi::syntax
