#include "cli/repl/assistant.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "cli/repl/highlight.hpp"
#include "syntax/parser.hpp"
#include "types/print.hpp"

namespace fluxi::cli::repl {

using lineedit::Candidate;
using lineedit::Completion;

namespace {

constexpr std::array<std::string_view, 13> kKeywords = {
    "and",    "builtin", "else",    "exists", "if",       "import", "not",
    "option", "or",      "package", "return", "testcase", "then"};
/// Parameters whose texts are names of columns.
constexpr std::array<std::string_view, 10> kColumnParameters = {
    "column",       "columns",    "rowKey",      "columnKey", "valueColumn",
    "groupColumns", "timeColumn", "timeColumns", "onColumn",  "on"};

template <typename List>
bool contains(const List& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::string shorten(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    text.resize(most);
    return text + "…";
}

}  // namespace

bool SessionAssistant::complete(const std::string& text) {
    if (text.starts_with('.') || text.find_first_not_of(" \t\n") == std::string::npos) return true;
    base::SourceMap sources;
    base::Diagnostics ignored;
    // A stage of the pipe that the entry before ended with is complete if it is one behind a value.
    const bool stage = text.starts_with("|>");
    const base::FileId id = sources.add("<repl>", stage ? "it " + text : text);
    return !syntax::parse(sources, id, ignored).incomplete;
}

std::vector<lineedit::StyledSpan> SessionAssistant::styles(const std::string& text,
                                                           std::size_t cursor) {
    if (text.starts_with('.')) return {};
    return highlight(text, cursor);
}

const types::PolyType& SessionAssistant::type_of(std::string_view expression) {
    const auto known = types_.find(expression);
    if (known != types_.end()) return known->second;
    const auto found = session_->type_of(expression);
    session_->clear_diagnostics();
    return types_.emplace(std::string(expression), found.value_or(types::PolyType{})).first->second;
}

void SessionAssistant::add_names(Words& words) {
    for (const std::string_view keyword : kKeywords) words.push_back({std::string(keyword), {}});
    for (const std::string_view name : session_->names().names()) {
        if (!name.starts_with('_')) words.push_back({std::string(name), {}});
    }
}

void SessionAssistant::add_columns(Words& words, std::string_view stream) {
    if (stream.empty()) return;
    const types::PolyType& type = type_of(stream);
    if (!type.type->is(types::Tag::stream)) return;
    types::TypeRef row = session_->library().substitution().row(type.type->element());
    if (!row->is(types::Tag::record)) return;
    for (const types::Field& field : row->fields) words.push_back({std::string(field.name), {}});
}

void SessionAssistant::add_members(Words& words, const Place& place) {
    const auto* binding = session_->names().find(place.owner);
    if (binding != nullptr && binding->package != nullptr) {
        for (const std::string_view member : binding->package->members()) {
            if (!member.starts_with('_')) words.push_back({std::string(member), {}});
        }
        return;
    }
    const types::PolyType& type = type_of(place.owner);
    if (type.type->is(types::Tag::record)) {
        const types::TypeRef row = session_->library().substitution().row(type.type);
        for (const types::Field& field : row->fields)
            words.push_back({std::string(field.name), {}});
    } else if (binding == nullptr) {
        // Most likely the row of a function that is given to a stage: `filter(fn: (r) => r.`
        add_columns(words, place.piped());
    }
}

void SessionAssistant::add_arguments(Words& words, const OpenCall& call) {
    const types::PolyType& type = type_of(call.callee);
    if (!type.type->is(types::Tag::function)) return;
    for (const types::Parameter& parameter : type.type->parameters) {
        if (parameter.name.empty() || contains(call.given, parameter.name)) continue;
        if (parameter.mark == types::Mark::pipe) continue;
        types::TypePrinter printer;
        const bool optional = parameter.mark == types::Mark::optional;
        words.push_back({std::string(parameter.name) + ": ",
                         (optional ? "?" : "") + std::string(parameter.name) + ": " +
                             printer.text(parameter.type, 30)});
    }
}

void SessionAssistant::add_files(Words& words, const std::string& begun) {
    namespace fs = std::filesystem;
    const std::size_t slash = begun.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : begun.substr(0, slash + 1);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.')) continue;
        const bool is_folder = entry.is_directory(error);
        words.push_back({folder + name + (is_folder ? "/" : ""), name + (is_folder ? "/" : "")});
    }
}

Completion SessionAssistant::completion(const std::string& text, std::size_t cursor) {
    constexpr std::string_view kPipe = "|>";
    if (continued_.empty() || !text.starts_with(kPipe) || cursor < kPipe.size())
        return completion_in(text, cursor);
    const std::string before = continued_ + "\n";
    Completion result = completion_in(before + text, before.size() + cursor);
    result.begin -= before.size();
    return result;
}

Completion SessionAssistant::completion_in(const std::string& text, std::size_t cursor) {
    Completion result;
    Words words;
    if (text.starts_with('.') && text.find_first_of(" \n") >= cursor) {
        for (const std::string& command : commands_) words.push_back({command, {}});
        result.begin = 0;
    } else {
        // The argument of a command is completed as if it stood alone.
        const std::size_t begin = text.starts_with('.') ? text.find(' ') + 1 : 0;
        const Place place = place_at(std::string_view(text).substr(begin), cursor - begin);
        result.begin = begin + place.word_begin;
        const std::string argument = place.calls.empty() ? "" : place.calls.back().argument;
        if (place.in_comment) return result;
        if (place.importing) {
            for (const std::string_view path : session_->library().paths())
                words.push_back({std::string(path), {}});
        } else if (place.in_text) {
            bool columns = false;
            for (const OpenCall& call : place.calls)
                columns = columns || contains(kColumnParameters, call.argument);
            if (columns) {
                add_columns(words, place.piped());
            } else if (argument == "file") {
                add_files(words, place.word);
            }
        } else if (!place.owner.empty()) {
            add_members(words, place);
        } else {
            if (place.names_argument) add_arguments(words, place.calls.back());
            if (!place.names_argument || words.empty()) add_names(words);
        }
    }
    const std::string_view typed =
        std::string_view(text).substr(result.begin, cursor - result.begin);
    std::set<std::string> seen;
    for (Candidate& word : words) {
        if (word.text.starts_with(typed) && seen.insert(word.text).second) {
            result.candidates.push_back(std::move(word));
        }
    }
    std::sort(result.candidates.begin(), result.candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.text < b.text; });
    return result;
}

std::string SessionAssistant::hint(const std::string& text, std::size_t cursor) {
    if (text.empty() || text.starts_with('.')) return {};
    const Place place = place_at(text, cursor);
    for (auto call = place.calls.rbegin(); call != place.calls.rend(); ++call) {
        if (call->callee.empty()) continue;
        const types::PolyType& type = type_of(call->callee);
        if (!type.type->is(types::Tag::function)) return {};
        constexpr std::size_t kMost = 200;
        return "  " + call->callee + shorten(types::signature(type), kMost);
    }
    return {};
}

}  // namespace fluxi::cli::repl
