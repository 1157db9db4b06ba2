#include "engine/test_case.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "syntax/parser.hpp"

namespace fluxi::engine {

namespace {

using Parts = std::vector<std::unique_ptr<syntax::File>>;

/// `super()` as a statement.
bool is_super(const syntax::Stmt& statement) {
    const auto* expression = std::get_if<syntax::ExpressionStmt>(&statement.node);
    if (expression == nullptr) return false;
    const auto* call = std::get_if<syntax::CallExpr>(&expression->expression->node);
    if (call == nullptr || !call->arguments.empty()) return false;
    const auto* callee = std::get_if<syntax::Identifier>(&call->callee->node);
    return callee != nullptr && callee->name == "super";
}

/// A tree for further statements of `file`: the same text and the same numbers of nodes.
std::unique_ptr<syntax::File> part_of(const syntax::File& file) {
    auto part = std::make_unique<syntax::File>();
    part->span = file.span;
    part->name = file.name;
    part->node_count = file.node_count;
    return part;
}

void move_statements(std::vector<syntax::StmtPtr>& from, std::size_t begin, std::size_t end,
                     syntax::File& to) {
    for (std::size_t i = begin; i < end; ++i) to.body.push_back(std::move(from[i]));
}

/// Imports of the extended file that the extending one has, too, are not made twice.
void drop_known_imports(const syntax::File& first, syntax::File& second) {
    std::erase_if(second.imports, [&](const syntax::ImportDecl& import) {
        return std::any_of(
            first.imports.begin(), first.imports.end(), [&](const syntax::ImportDecl& known) {
                const bool same_name = known.alias.has_value() == import.alias.has_value() &&
                                       (!known.alias || known.alias->text == import.alias->text);
                return same_name && known.path.text == import.path.text;
            });
    });
}

[[noreturn]] void no_testcase(const TestSource& source, std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& statement : source.testcases)
        names.emplace_back(std::get<syntax::TestcaseStmt>(statement->node).name.text);
    const std::string_view near = base::nearest(name, names);
    base::fail_with(base::Code::bad_statement, "{} has no testcase \"{}\"{}", source.file->name,
                    name, near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
}

}  // namespace

syntax::TestcaseStmt* TestSource::find(std::string_view name) const {
    for (const auto& statement : testcases) {
        auto& testcase = std::get<syntax::TestcaseStmt>(statement->node);
        if (testcase.name.text == name) return &testcase;
    }
    return nullptr;
}

std::string TestSource::package() const {
    constexpr std::string_view kEnding = "_test";
    std::string name = file->package ? file->package->name.text : "main";
    if (name.ends_with(kEnding)) name.resize(name.size() - kEnding.size());
    return name;
}

TestSource parse_tests(base::SourceMap& sources, std::string name, std::string text,
                       base::Diagnostics& diagnostics) {
    TestSource source;
    const base::FileId id = sources.add(std::move(name), std::move(text));
    source.file = syntax::parse_file(sources, id, diagnostics);
    source.file->name = sources.file(id).name();
    const auto is_testcase = [](const syntax::StmtPtr& statement) {
        return std::holds_alternative<syntax::TestcaseStmt>(statement->node);
    };
    auto& body = source.file->body;
    const auto first = std::stable_partition(
        body.begin(), body.end(), [&](const syntax::StmtPtr& s) { return !is_testcase(s); });
    std::move(first, body.end(), std::back_inserter(source.testcases));
    body.erase(first, body.end());
    return source;
}

Parts TestScript::make(TestSource source, std::string_view name, base::Diagnostics& diagnostics) {
    syntax::TestcaseStmt* testcase = source.find(name);
    if (testcase == nullptr) no_testcase(source, name);
    auto& body = testcase->body.body;
    Parts parts;
    source.file->package.reset();
    parts.push_back(std::move(source.file));
    if (!testcase->extends) {
        move_statements(body, 0, body.size(), *parts.front());
        return parts;
    }
    const TestTree::Place place = tree_.resolve(testcase->extends->text);
    TestSource base = parse_tests(sources_, place.file, tree_.read(place.file), diagnostics);
    syntax::TestcaseStmt* extended = base.find(place.testcase);
    if (extended == nullptr) no_testcase(base, place.testcase);
    if (extended->extends) {
        base::fail_with(base::Code::bad_statement,
                        "testcase \"{}\" extends \"{}\", which extends another; that goes one step "
                        "only",
                        name, testcase->extends->text);
    }
    base.file->package.reset();
    drop_known_imports(*parts.front(), *base.file);
    parts.push_back(std::move(base.file));
    const auto super = static_cast<std::size_t>(
        std::find_if(body.begin(), body.end(), [](const auto& s) { return is_super(*s); }) -
        body.begin());
    parts.push_back(part_of(*parts[0]));
    move_statements(body, 0, super, *parts.back());
    if (super == body.size()) return parts;
    parts.push_back(part_of(*parts[1]));
    move_statements(extended->body.body, 0, extended->body.body.size(), *parts.back());
    parts.push_back(part_of(*parts[0]));
    move_statements(body, super + 1, body.size(), *parts.back());
    return parts;
}

std::vector<std::string> tags_of(const Parts& script) {
    std::vector<std::string> tags;
    for (const auto& file : script) {
        for (const auto& statement : file->body) {
            const auto* option = std::get_if<syntax::OptionStmt>(&statement->node);
            if (option == nullptr || !option->package || option->package->text != "testing" ||
                option->name.text != "tags") {
                continue;
            }
            const auto* list = std::get_if<syntax::ArrayExpr>(&option->init->node);
            if (list == nullptr) {
                base::fail_with(base::Code::bad_statement,
                                "testing.tags option must be a list of strings");
            }
            for (const auto& element : list->elements) {
                const auto* text = std::get_if<syntax::StringLit>(&element->node);
                if (text == nullptr) {
                    base::fail_with(base::Code::bad_statement,
                                    "testing.tags option list elements must be string literals");
                }
                tags.push_back(text->value);
            }
        }
    }
    return tags;
}

}  // namespace fluxi::engine
