#include "syntax/format.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "syntax/format_writer.hpp"
#include "syntax/parser.hpp"

namespace fluxi::syntax {

std::string format(const base::SourceMap& sources, base::FileId id, const File& file) {
    FormatWriter writer(sources.file(id).text(), file);
    std::string text = writer.run();
    if (!writer.moved_comments()) return text;
    // A comment in the middle of a line went to its end: only there can it be seen where lines are
    // to be broken.
    base::SourceMap again;
    base::Diagnostics diagnostics;
    const base::FileId formatted = again.add("", std::move(text));
    const auto moved = parse_file(again, formatted, diagnostics);
    return FormatWriter(again.file(formatted).text(), *moved).run();
}

std::string FormatWriter::run() {
    header();
    statements(file_.body);
    at(static_cast<std::uint32_t>(source_.size()));
    return layout_.print();
}

// ---- comments

bool FormatWriter::line_end_between(std::uint32_t begin, std::uint32_t end) const {
    return source_.substr(begin, end - begin).find('\n') != std::string_view::npos;
}

bool FormatWriter::at_line_begin(std::uint32_t offset) const {
    while (offset > 0 && (source_[offset - 1] == ' ' || source_[offset - 1] == '\t')) --offset;
    return offset == 0 || source_[offset - 1] == '\n';
}

bool FormatWriter::blank_line_before(std::uint32_t offset) const {
    int line_ends = 0;
    while (offset > 0 && static_cast<unsigned char>(source_[offset - 1]) <= ' ') {
        if (source_[--offset] == '\n') ++line_ends;
    }
    return line_ends > 1 && offset > 0;
}

std::uint32_t FormatWriter::next_token(std::uint32_t offset) const {
    while (offset < source_.size()) {
        if (source_.substr(offset, 2) == "//") {
            offset =
                static_cast<std::uint32_t>(std::min(source_.find('\n', offset), source_.size()));
        } else if (static_cast<unsigned char>(source_[offset]) > ' ') {
            break;
        } else {
            ++offset;
        }
    }
    return offset;
}

bool FormatWriter::comment_before(std::uint32_t offset) const {
    return next_comment_ < file_.comments.size() &&
           file_.comments[next_comment_].span.begin < offset;
}

void FormatWriter::end_comment(std::uint32_t next) {
    if (!comment_before(next)) return;
    const Comment& comment = file_.comments[next_comment_];
    if (at_line_begin(comment.span.begin)) return;
    layout_.end_comment(text_of(comment.span));
    ++next_comment_;
}

void FormatWriter::close_bracket(std::uint32_t offset) {
    end_comment(offset);
    at(offset);
    layout_.close_indent();
    layout_.nothing_or_line();
    layout_.text(source_.substr(offset, 1));
    layout_.close_group();
}

void FormatWriter::line_comment(std::uint32_t end) {
    if (next_comment_ == file_.comments.size()) return;
    const std::uint32_t begin = file_.comments[next_comment_].span.begin;
    if (begin < end || source_.find_first_not_of(" \t", end) != begin) return;
    layout_.end_comment(text_of(file_.comments[next_comment_++].span));
}

void FormatWriter::label(base::Span span) {
    token(span.begin, ".");
    std::uint32_t name = span.begin + 1;
    for (std::size_t i = next_comment_; i < file_.comments.size(); ++i) {
        if (file_.comments[i].span.begin >= span.end) break;
        name = file_.comments[i].span.end;
    }
    while (static_cast<unsigned char>(source_[name]) <= ' ') ++name;
    copy({span.file, name, span.end});
}

void FormatWriter::at(std::uint32_t offset) {
    bool own = false;
    while (comment_before(offset)) {
        const Comment& comment = file_.comments[next_comment_++];
        own = at_line_begin(comment.span.begin);
        if (own) {
            layout_.own_comment(text_of(comment.span), blank_line_before(comment.span.begin));
        } else {
            layout_.end_comment(text_of(comment.span));
            moved_ = true;
        }
    }
    if (own && offset < source_.size() && blank_line_before(offset)) layout_.blank_after_comment();
}

// ---- statements

void FormatWriter::attributes(const std::vector<Attribute>& attributes) {
    for (const Attribute& attribute : attributes) {
        token(attribute.span.begin, "@");
        layout_.text(attribute.name);
        if (attribute.parens) {
            const base::Span parens{
                attribute.span.file,
                static_cast<std::uint32_t>(source_.find('(', attribute.span.begin)),
                attribute.span.end};
            list(
                "(", parens, attribute.arguments,
                [](const ExprPtr& argument) { return argument->span.begin; },
                [](const ExprPtr&) { return false; },
                [&](const ExprPtr& argument) { expr(*argument); });
        }
        line_comment(attribute.span.end);
        layout_.hard_line();
    }
}

void FormatWriter::header() {
    if (file_.package) {
        attributes(file_.package->attributes);
        token(file_.package->span.begin, "package ");
        copy(file_.package->name.span);
        line_comment(file_.package->name.span.end);
        layout_.hard_line(true);
    }
    for (const ImportDecl& import : file_.imports) {
        attributes(import.attributes);
        token(import.span.begin, "import ");
        if (import.alias) {
            copy(import.alias->span);
            layout_.text(" ");
        }
        copy(import.path.span);
        line_comment(import.path.span.end);
        layout_.hard_line(&import == &file_.imports.back());
    }
}

bool FormatWriter::blank_between(const Stmt& before, const Stmt& after) const {
    if (before.node.index() != after.node.index() || !after.attributes.empty()) return true;
    const std::uint32_t begin = after.span.begin;
    if (!comment_before(begin)) return blank_line_before(begin);
    // A comment at the end of the statement before was put already: this one stands above `after`.
    return true;
}

void FormatWriter::statements(const std::vector<StmtPtr>& body) {
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (i > 0) {
            const Stmt& next = *body[i];
            end_comment(next.attributes.empty() ? next.span.begin : next.attributes[0].span.begin);
            layout_.hard_line(blank_between(*body[i - 1], next));
        }
        statement(*body[i]);
    }
}

void FormatWriter::block(const Block& block) {
    const std::uint32_t close = block.span.end - 1;
    token(block.span.begin, "{");
    if (block.body.empty() && !comment_before(close)) {
        token(close, "}");
        return;
    }
    layout_.open_group(true);
    layout_.open_indent();
    const std::uint32_t first = block.body.empty() ? close
                                : block.body[0]->attributes.empty()
                                    ? block.body[0]->span.begin
                                    : block.body[0]->attributes[0].span.begin;
    end_comment(first);
    layout_.hard_line();
    statements(block.body);
    end_comment(close);
    at(close);
    layout_.close_indent();
    layout_.hard_line();
    layout_.text("}");
    layout_.close_group();
}

void FormatWriter::statement(const Stmt& statement) {
    attributes(statement.attributes);
    at(statement.span.begin);
    std::visit(base::Overloaded{
                   [&](const ExpressionStmt& node) { expr(*node.expression); },
                   [&](const VariableStmt& node) {
                       copy(node.name.span);
                       layout_.text(" =");
                       value(*node.init);
                   },
                   [&](const OptionStmt& node) {
                       layout_.text("option ");
                       if (node.package) {
                           copy(node.package->span);
                           layout_.text(".");
                       }
                       copy(node.name.span);
                       layout_.text(" =");
                       value(*node.init);
                   },
                   [&](const ReturnStmt& node) {
                       layout_.text("return");
                       value(*node.argument);
                   },
                   [&](const BuiltinStmt& node) { builtin(node); },
                   [&](const TestcaseStmt& node) {
                       layout_.text("testcase ");
                       copy(node.name.span);
                       if (node.extends) {
                           layout_.text(" extends ");
                           copy(node.extends->span);
                       }
                       layout_.text(" ");
                       block(node.body);
                   },
                   [&](const BadStmt&) { copy(statement.span); },
               },
               statement.node);
}

}  // namespace fluxi::syntax
