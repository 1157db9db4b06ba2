// `fluxi ast`: shows how a script is read, as a tree for people or as JSON.
#include <cstdio>

#include "base/render.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/report.hpp"
#include "syntax/ast_json.hpp"
#include "syntax/ast_text.hpp"
#include "syntax/parser.hpp"

#include <unistd.h>

namespace fluxi::cli {

namespace {

int show_tree(const std::string& name, bool json) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    Script script = read_script(name);
    const base::FileId id = sources.add(std::move(script.name), std::move(script.text));
    const auto file = syntax::parse_file(sources, id, diagnostics);
    const std::string text =
        json ? syntax::ast_json(sources, *file, 2) + "\n" : syntax::ast_text(sources, *file);
    std::fwrite(text.data(), 1, text.size(), stdout);
    base::RenderOptions options;
    options.color = color_wanted(STDERR_FILENO);
    const std::string errors = base::render(sources, diagnostics.all(), options);
    std::fwrite(errors.data(), 1, errors.size(), stderr);
    return diagnostics.has_errors() ? kRejected : kOk;
}

}  // namespace

Command add_ast(CommandLine& program) {
    CommandLine command = program.add_subcommand("ast", "Show the syntax tree of a script");
    auto json = std::make_shared<bool>(false);
    auto file = std::make_shared<std::string>();
    command.add_flag("--json", *json, "As JSON");
    command.add_option("FILE", *file, "The script, - for standard input").required();
    return telling_errors([json, file] { return show_tree(*file, *json); }, kUsage);
}

}  // namespace fluxi::cli
