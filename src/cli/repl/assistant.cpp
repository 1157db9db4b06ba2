#include "cli/repl/assistant.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "cli/repl/highlight.hpp"
#include "cli/repl/script_file.hpp"
#include "engine/documentation.hpp"
#include "io/writer_factory.hpp"
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
    const bool stage = begins_with_pipe(text);
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

void SessionAssistant::use(engine::Session& session, std::string continued,
                           const std::vector<std::string>& accepted) {
    session_ = &session;
    types_.clear();
    if (accepted.size() < entries_) {
        entries_ = 0;
        definitions_.clear();
    }
    for (; entries_ < accepted.size(); ++entries_) {
        base::SourceMap sources;
        base::Diagnostics ignored;
        const base::FileId id = sources.add("<repl>", accepted[entries_]);
        const auto file = syntax::parse_file(sources, id, ignored);
        for (const syntax::StmtPtr& statement : file->body) {
            const auto* defined = std::get_if<syntax::VariableStmt>(&statement->node);
            if (defined != nullptr)
                definitions_.insert_or_assign(defined->name.text,
                                              std::string(sources.text(defined->init->span)));
        }
    }
    definitions_.insert_or_assign("_", continued);
    continued_ = std::move(continued);
}

std::optional<RowType> SessionAssistant::row_of(std::string_view expression) {
    const types::PolyType& type = type_of(expression);
    const bool stream = type.type->is(types::Tag::stream);
    if (!stream && !type.type->is(types::Tag::record)) return std::nullopt;
    const types::TypeRef row =
        session_->library().substitution().row(stream ? type.type->element() : type.type);
    RowType found;
    if (!row->is(types::Tag::record)) return found;
    for (const types::Field& field : row->fields) {
        if (!field.name.empty()) found.columns.emplace_back(field.name);
    }
    found.closed = row->tail() == nullptr;
    return found;
}

void SessionAssistant::add_columns(Words& words, std::string_view stream, std::string_view behind) {
    if (stream.empty()) return;
    ColumnFinder finder(
        // What a record says about streams is said by its members.
        [this](std::string_view expression) {
            return type_of(expression).type->is(types::Tag::stream) ? row_of(expression)
                                                                    : std::nullopt;
        },
        [this](std::string_view name) {
            const auto found = definitions_.find(name);
            return found == definitions_.end() ? std::string() : found->second;
        });
    for (const std::string& name : finder.of(stream))
        words.push_back({name + std::string(behind), name});
}

bool SessionAssistant::add_row(Words& words, const Place& place) {
    for (auto call = place.calls.rbegin(); call != place.calls.rend(); ++call) {
        for (auto names = call->functions.rbegin(); names != call->functions.rend(); ++names) {
            const auto name = std::find(names->begin(), names->end(), place.owner);
            if (name == names->end()) continue;
            const std::string_view right = call->value("right");
            if (place.owner == "accumulator" && !call->value("identity").empty()) {
                const auto row = row_of(call->value("identity"));
                if (row)
                    for (const std::string& column : row->columns) words.push_back({column, {}});
            } else if (name != names->begin() && !right.empty()) {
                add_columns(words, right);
            } else {
                const std::string_view left = call->value("left");
                add_columns(words, left.empty() ? place.piped() : left);
            }
            return true;
        }
    }
    return false;
}

void SessionAssistant::add_members(Words& words, const Place& place) {
    if (add_row(words, place)) return;
    const auto* binding = session_->names().find(place.owner);
    if (binding != nullptr && binding->package != nullptr) {
        for (const std::string_view member : binding->package->members()) {
            if (!member.starts_with('_')) words.push_back({std::string(member), {}});
        }
        return;
    }
    const types::PolyType& type = type_of(place.owner);
    if (!type.type->is(types::Tag::record)) return;
    if (const auto row = row_of(place.owner))
        for (const std::string& field : row->columns) words.push_back({field, {}});
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
    if (text.starts_with('.')) return completion_of_command(text, cursor);
    if (continued_.empty() || !begins_with_pipe(std::string_view(text).substr(0, cursor)))
        return completion_in(text, 0, cursor);
    const std::string before = continued_ + "\n";
    Completion result = completion_in(before + text, 0, before.size() + cursor);
    result.begin -= before.size();
    return result;
}

void SessionAssistant::add_documented(Words& words, const std::string& begun) {
    // With the packages that are not imported, too.
    const std::size_t dot = begun.rfind('.');
    if (dot != std::string::npos) {
        const std::string package = begun.substr(0, dot);
        for (const auto& member : engine::list_documentation(*session_, package))
            words.push_back({package + "." + member.name, {}});
        return;
    }
    add_names(words);
    for (const std::string_view path : session_->library().paths())
        words.push_back({std::string(path), {}});
}

void SessionAssistant::add_of_command(Words& words, const CommandWord& command,
                                      const std::string& begun) {
    switch (command.argument) {
        case CommandArgument::name:
            add_documented(words, begun);
            break;
        case CommandArgument::file:
            add_files(words, begun);
            break;
        case CommandArgument::format:
            for (const io::FormatInfo& format : io::result_formats())
                words.push_back({std::string(format.name), {}});
            break;
        case CommandArgument::on_off:
            words = {{"on", {}}, {"off", {}}};
            break;
        case CommandArgument::none:
        case CommandArgument::expression:
            break;
    }
}

Completion SessionAssistant::completion_of_command(const std::string& text, std::size_t cursor) {
    const std::size_t end = text.find_first_of(" \n");
    if (end >= cursor) {
        Words words;
        for (const CommandWord& command : command_words()) words.push_back({command.name, {}});
        return fitting(std::move(words), text, 0, cursor);
    }
    const std::size_t begin = std::min(text.find_first_not_of(" \n", end), cursor);
    for (const CommandWord& command : command_words()) {
        if (command.name != text.substr(0, end)) continue;
        // An expression is completed as if it stood alone.
        if (command.argument == CommandArgument::expression)
            return completion_in(text, begin, cursor);
        Words words;
        add_of_command(words, command, text.substr(begin, cursor - begin));
        return fitting(std::move(words), text, begin, cursor);
    }
    return {};
}

void SessionAssistant::add_in_text(Words& words, const Place& place) {
    bool columns = false;
    for (const OpenCall& call : place.calls) {
        columns = columns || contains(kColumnParameters, call.argument) ||
                  (call.callee == "set" && call.argument == "key");
    }
    if (columns) {
        add_columns(words, place.piped());
    } else if (!place.calls.empty() && place.calls.back().argument == "file") {
        add_files(words, place.word);
    }
}

Completion SessionAssistant::completion_in(const std::string& text, std::size_t begin,
                                           std::size_t cursor) {
    Words words;
    const Place place = place_at(std::string_view(text).substr(begin), cursor - begin);
    if (place.in_comment) return {};
    const std::size_t calls = place.calls.size();
    const bool renames =
        place.names_label && calls > 1 && place.calls[calls - 2].argument == "columns";
    if (place.importing) {
        for (const std::string_view path : session_->library().paths())
            words.push_back({std::string(path), {}});
    } else if (place.in_text) {
        add_in_text(words, place);
    } else if (!place.owner.empty()) {
        add_members(words, place);
    } else if (renames) {
        add_columns(words, place.piped(), ": ");
    } else {
        if (place.names_argument) add_arguments(words, place.calls.back());
        if (!place.names_argument || words.empty()) add_names(words);
    }
    return fitting(std::move(words), text, begin + place.word_begin, cursor);
}

Completion SessionAssistant::fitting(Words words, const std::string& text, std::size_t begin,
                                     std::size_t cursor) {
    Completion result;
    result.begin = begin;
    const std::string_view typed = std::string_view(text).substr(begin, cursor - begin);
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
