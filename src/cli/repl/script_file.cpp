#include "cli/repl/script_file.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "base/source.hpp"
#include "syntax/lexis.hpp"
#include "syntax/parser.hpp"

namespace fluxi::cli::repl {

namespace {

struct Parsed {
    explicit Parsed(std::string_view text) {
        id = sources.add("<repl>", std::string(text));
        base::Diagnostics faults;
        file = syntax::parse_file(sources, id, faults);
        ok = !faults.has_errors();
    }

    base::SourceMap sources{};
    base::FileId id{};
    std::unique_ptr<syntax::File> file{};
    bool ok = false;
};

/// Where what stands before the statements ends.
std::size_t head_end(const syntax::File& file) {
    if (!file.imports.empty()) return file.imports.back().span.end;
    return file.package ? file.package->span.end : 0;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

/// An entry in the script.
struct Part {
    std::string text{};                  ///< without its imports
    std::vector<std::string> defined{};  ///< by its statements
    bool only_defines = true;
};

/// The name that a statement defines; empty if it does something else.
std::string defined_by(const syntax::Stmt& statement) {
    const auto* variable = std::get_if<syntax::VariableStmt>(&statement.node);
    return variable == nullptr ? std::string() : variable->name.text;
}

bool mentions(std::string_view text, std::string_view name) {
    std::size_t at = 0;
    while ((at = syntax::skip_blanks(text, static_cast<std::uint32_t>(at))) < text.size()) {
        const syntax::Token token = syntax::token_at(text, static_cast<std::uint32_t>(at));
        const std::size_t end = std::max<std::size_t>(token.end, at + 1);
        // In a text it may stand in `${…}`.
        const std::string_view word = text.substr(at, end - at);
        if (word == name) return true;
        if (token.kind == syntax::TokenKind::string && word.find(name) != std::string_view::npos)
            return true;
        at = end;
    }
    return false;
}

/// Whether all that the part at `place` defines is defined again before it is used.
bool is_superseded(const std::vector<Part>& parts, std::size_t place) {
    const Part& part = parts[place];
    if (!part.only_defines || part.defined.empty()) return false;
    return std::all_of(part.defined.begin(), part.defined.end(), [&](const std::string& name) {
        for (std::size_t i = place + 1; i < parts.size(); ++i) {
            const auto& next = parts[i].defined;
            // `a = a + 1` mentions it twice: as what it defines and as what it uses.
            const bool again = std::find(next.begin(), next.end(), name) != next.end();
            const std::size_t sign = parts[i].text.find('=');
            const bool alone = again && next.size() == 1 && parts[i].only_defines;
            if (alone) return !mentions(std::string_view(parts[i].text).substr(sign + 1), name);
            if (mentions(parts[i].text, name)) return false;
        }
        return false;
    });
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view script) {
    const Parsed parsed(script);
    if (!parsed.ok) return {{std::string(script), std::string(script)}};
    std::vector<std::size_t> ends;
    if (!parsed.file->imports.empty()) ends.push_back(head_end(*parsed.file));
    for (const syntax::StmtPtr& statement : parsed.file->body) ends.push_back(statement->span.end);
    std::vector<Piece> pieces;
    // What is entered belongs to the session, whatever package the script says it is.
    std::size_t begin = parsed.file->package ? parsed.file->package->span.end : 0;
    for (const std::size_t end : ends) {
        const std::string_view before = script.substr(0, begin);
        const std::size_t line = before.rfind('\n');
        const std::size_t column = line == std::string_view::npos ? begin : begin - line - 1;
        std::string placed(static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
                           '\n');
        placed.append(column, ' ');
        const std::string_view text = script.substr(begin, end - begin);
        pieces.push_back({std::string(trimmed(text)), placed + std::string(text)});
        begin = end;
    }
    return pieces;
}

SavedScript script_of(const std::vector<std::string>& entries) {
    std::string imports;
    std::set<std::string> imported;
    std::vector<Part> parts;
    for (const std::string& entry : entries) {
        const Parsed parsed(entry);
        for (const syntax::ImportDecl& import : parsed.file->imports) {
            const std::string text(parsed.sources.text(import.span));
            if (imported.insert(text).second) imports += text + "\n";
        }
        Part part;
        part.text = trimmed(std::string_view(entry).substr(head_end(*parsed.file)));
        for (const syntax::StmtPtr& statement : parsed.file->body) {
            const std::string name = defined_by(*statement);
            if (name.empty()) {
                part.only_defines = false;
            } else {
                part.defined.push_back(name);
            }
        }
        if (!part.text.empty()) parts.push_back(std::move(part));
    }
    SavedScript script;
    script.text = imports;
    if (!imports.empty() && !parts.empty()) script.text += '\n';
    std::set<std::string> defined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_superseded(parts, i)) continue;
        script.text += parts[i].text + "\n";
        for (const std::string& name : parts[i].defined) {
            const bool again = !defined.insert(name).second;
            auto& twice = script.twice;
            if (again && std::find(twice.begin(), twice.end(), name) == twice.end())
                twice.push_back(name);
        }
    }
    return script;
}

bool begins_with_pipe(std::string_view text) {
    return trimmed(text).starts_with("|>");
}

std::string continued_by_pipe(std::string_view entry) {
    const Parsed parsed(entry);
    if (!parsed.ok || parsed.file->body.empty()) return {};
    const syntax::Stmt& last = *parsed.file->body.back();
    const bool continues = std::holds_alternative<syntax::ExpressionStmt>(last.node) ||
                           std::holds_alternative<syntax::VariableStmt>(last.node);
    return continues ? std::string(parsed.sources.text(last.span)) : std::string();
}

}  // namespace fluxi::cli::repl
