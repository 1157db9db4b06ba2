// Operators, pipes, conditionals, functions and records: what may go over several lines.
#include <variant>

#include "syntax/format_writer.hpp"

namespace fluxi::syntax {

void FormatWriter::pipes(const Expr& expr) {
    std::vector<const PipeExpr*> chain;
    const Expr* head = &expr;
    while (const auto* pipe = std::get_if<PipeExpr>(&head->node)) {
        chain.push_back(pipe);
        head = &operand_inside(*pipe->argument, Precedence::pipe);
    }
    bool spread = false;
    for (const PipeExpr* pipe : chain) {
        spread = spread || line_end_between(pipe->argument->span.end, pipe->call->span.begin);
    }
    layout_.open_group(spread);
    operand(*head, Precedence::pipe);
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
            head = &operand_inside(*binary->left, precedence);
        } else if (const auto* logical = std::get_if<LogicalExpr>(&head->node)) {
            steps.push_back({operator_text(logical->op), logical->op_span, logical->right.get()});
            head = &operand_inside(*logical->left, precedence);
        } else {
            break;
        }
    }
    const auto tighter = static_cast<Precedence>(static_cast<unsigned char>(precedence) + 1);
    layout_.open_group();
    operand(*head, precedence);
    layout_.open_indent();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        end_comment(step->op_span.begin);
        layout_.space_or_line();
        token(step->op_span.begin, step->text);
        layout_.text(" ");
        operand(*step->right, tighter);
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
        at(part.span.begin);
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
        const std::uint32_t word = next_token(node.consequent->span.end);
        end_comment(word);
        layout_.space_or_line();
        const Expr& alternate = without_parens(*node.alternate);
        token(word, "else");
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
            if (!parameter.pipe && !parameter.default_value) return;
            layout_.text("=");
            if (parameter.pipe) token(parameter.pipe_span.begin, "<-");
            if (parameter.default_value) expr(*parameter.default_value);
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
    layout_.open_group(record.properties.size() > kMaxOnOneLine ||
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
    close_bracket(span.end - 1);
}

}  // namespace fluxi::syntax
