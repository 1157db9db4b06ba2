#include "cli/conformance/remarks.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/source.hpp"
#include "cli/conformance/compare.hpp"
#include "syntax/parser.hpp"
#include "value/number.hpp"

namespace fluxi::cli::conformance {

namespace {

std::string_view without(std::string_view text, std::string_view characters) {
    const auto begin = text.find_first_not_of(characters);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(characters) - begin + 1);
}

std::string_view comment_text(std::string_view comment) {
    return without(comment.substr(std::min<std::size_t>(2, comment.size())), " \t\r");
}

/// The remark that begins with this comment.
std::optional<Remark> remark_of(std::string_view comment) {
    for (const std::string_view word : {"Returns", "returns", "Error"}) {
        if (!comment.starts_with(word)) continue;
        std::string_view rest = comment.substr(word.size());
        if (!rest.empty() && rest.front() != ' ' && rest.front() != ':') return std::nullopt;
        return Remark{word == "Error", std::string(without(rest, ": "))};
    }
    return std::nullopt;
}

bool is_expression(const syntax::Stmt& statement) {
    return std::holds_alternative<syntax::ExpressionStmt>(statement.node);
}

bool is_call(const syntax::Stmt& statement) {
    const auto& expression = *std::get<syntax::ExpressionStmt>(statement.node).expression;
    return std::holds_alternative<syntax::CallExpr>(expression.node) ||
           std::holds_alternative<syntax::PipeExpr>(expression.node);
}

/// The value that a comment is, or begins with before a comma: a number, a truth value, a time, or
/// a text, list or record that goes to its end.
std::optional<Remark> bare_value(std::string_view comment) {
    if (comment.empty()) return std::nullopt;
    for (const std::string_view ends : {"\"\"", "[]", "{}"}) {
        if (comment.size() > 1 && comment.front() == ends[0] && comment.back() == ends[1])
            return Remark{false, std::string(comment)};
    }
    const auto end = std::min(comment.find_first_of(", "), comment.size());
    if (end < comment.size() && comment[end] != ',') return std::nullopt;
    const std::string_view token = comment.substr(0, end);
    double number = 0;
    const bool time = token.size() > 1 && token.find('T') != std::string_view::npos &&
                      std::isdigit(static_cast<unsigned char>(token.front())) != 0 &&
                      token.back() == 'Z';
    if (!time && token != "true" && token != "false" &&
        value::parse_float(token, number) != value::NumberError::none)
        return std::nullopt;
    return Remark{false, std::string(token)};
}

/// Brackets that are open at the end of a text: such a remark goes on in the next line.
int open_brackets(std::string_view text) {
    int open = 0;
    for (const char c : text) {
        if (c == '{' || c == '[' || c == '(') ++open;
        if (c == '}' || c == ']' || c == ')') --open;
    }
    return open;
}

/// A piece of a value's text: a number, or a character that is none.
struct Token {
    std::string_view text;
    std::optional<double> number;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_not_of("0123456789.eE+-", at), text.size());
        double number = 0;
        const bool in_word =
            at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0);
        if (end > at && !in_word &&
            value::parse_float(text.substr(at, end - at), number) == value::NumberError::none) {
            tokens.push_back({text.substr(at, end - at), number});
            at = end;
        } else {
            tokens.push_back({text.substr(at, 1), std::nullopt});
            ++at;
        }
    }
    return tokens;
}

/// Without what two ways to write a value may differ in.
std::string plain(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c != '"' && c != ' ' && c != '\n' && c != '\t' && c != '\r') result += c;
    }
    // 2021-01-01T00:00:00.120000000Z is 2021-01-01T00:00:00.12Z
    for (auto z = result.find('Z'); z != std::string::npos; z = result.find('Z', z + 1)) {
        auto begin = z;
        while (begin > 0 && std::isdigit(static_cast<unsigned char>(result[begin - 1])) != 0)
            --begin;
        if (begin == 0 || result[begin - 1] != '.') continue;
        auto last = result.find_last_not_of('0', z - 1);
        if (result[last] == '.') --last;
        result.erase(last + 1, z - last - 1);
        z = last + 1;
    }
    return result;
}

bool same_tokens(std::string_view a, std::string_view b) {
    constexpr double kTolerance = 1e-12;
    const auto left = tokens_of(a);
    const auto right = tokens_of(b);
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](const Token& x, const Token& y) {
            if (x.text == y.text) return true;
            return x.number && y.number && same_number(*x.number, *y.number, kTolerance);
        });
}

/// `[104 105]` as `0x6869`; nothing if the text is no list of bytes.
std::optional<std::string> as_bytes(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    std::string bytes = "0x";
    text = text.substr(1, text.size() - 2);
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        std::uint64_t byte = 0;
        if (value::parse_uint(text.substr(0, end), byte) != value::NumberError::none || byte > 255)
            return std::nullopt;
        bytes += fmt::format("{:02x}", byte);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return bytes;
}

/// `1.23e+20 (float)` without the type.
std::string_view without_type(std::string_view text) {
    const auto open = text.rfind('(');
    if (open == std::string_view::npos || open == 0 || !text.ends_with(')')) return text;
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    const bool word = !inside.empty() && std::all_of(inside.begin(), inside.end(), [](char c) {
        return c == ' ' || std::islower(static_cast<unsigned char>(c)) != 0;
    });
    return word && text[open - 1] == ' ' ? without(text.substr(0, open), " ") : text;
}

}  // namespace

std::vector<Part> split_at_remarks(std::string_view code) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const base::FileId id = sources.add("example", std::string(code));
    const auto file = syntax::parse_file(sources, id, diagnostics);
    std::vector<Part> parts;
    std::size_t begun = 0;
    if (diagnostics.has_errors()) return {{std::string(code), std::nullopt}};
    for (std::size_t i = 0; i < file->comments.size(); ++i) {
        const base::Span place = file->comments[i].span;
        const std::string_view comment = comment_text(sources.text(place));
        auto remark = remark_of(comment);
        const bool bare = !remark;
        if (bare) remark = bare_value(comment);
        if (!remark) continue;
        // It is about the statement that ends before it, unless another one is in the way.
        const syntax::Stmt* before = nullptr;
        bool inside = false;
        for (const auto& statement : file->body) {
            if (statement->span.end <= place.begin) before = statement.get();
            inside |= statement->span.begin < place.begin && statement->span.end > place.begin;
        }
        if (inside || before == nullptr || before->span.begin < begun || !is_expression(*before))
            continue;
        const base::SourceFile& source = sources.file(id);
        if (bare && (!is_call(*before) ||
                     source.position(before->span.end).line != source.position(place.begin).line))
            continue;
        std::size_t end = place.end;
        while (i + 1 < file->comments.size() &&
               (remark->text.empty() || open_brackets(remark->text) > 0)) {
            const base::Span next = file->comments[++i].span;
            remark->text += "\n" + std::string(comment_text(sources.text(next)));
            end = next.end;
        }
        parts.push_back({std::string(code.substr(begun, end - begun)), std::move(remark)});
        begun = end;
    }
    const std::string_view rest = code.substr(begun);
    const bool more = std::any_of(
        file->body.begin(), file->body.end(),
        [&](const syntax::StmtPtr& statement) { return statement->span.begin >= begun; });
    if (more || parts.empty()) parts.push_back({std::string(rest), std::nullopt});
    return parts;
}

std::set<std::size_t> lines_said_to_fail(std::string_view code) {
    base::SourceMap sources;
    base::Diagnostics ignored;
    const base::FileId id = sources.add("example", std::string(code));
    const auto file = syntax::parse_file(sources, id, ignored);
    std::set<std::size_t> lines;
    for (const syntax::Comment& comment : file->comments) {
        std::string text(sources.text(comment.span));
        std::transform(text.begin(), text.end(), text.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (text.find("error") == std::string::npos) continue;
        lines.insert(sources.file(id).position(comment.span.begin).line);
    }
    return lines;
}

bool says_the_same(std::string_view display, std::string_view remark) {
    const std::string value = plain(display);
    const std::string_view bare = without_type(remark);
    if (same_tokens(value, plain(remark)) || same_tokens(value, plain(bare))) return true;
    if (value.starts_with("0x")) return as_bytes(bare) == value;
    return bare.size() > 2 && bare.starts_with('/') && bare.ends_with('/') &&
           value == plain(bare.substr(1, bare.size() - 2));
}

}  // namespace fluxi::cli::conformance
