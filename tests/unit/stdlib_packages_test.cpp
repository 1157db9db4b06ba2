// The packages of stdlib/ as they are embedded: every file parses, every name in it is known.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "native/registry.hpp"
#include "program/embedded.hpp"
#include "program/packages.hpp"
#include "syntax/parser.hpp"
#include "tests/support/project_dir.hpp"

namespace fluxi::stdlib {
void register_all(native::Registry& registry);
}

using namespace fluxi;

namespace {

std::string texts(const base::SourceMap& sources, const base::Diagnostics& diagnostics) {
    std::string all;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.severity != base::Severity::error) continue;
        if (diagnostic.span.known()) {
            const base::SourceFile& file = sources.file(diagnostic.span.file);
            const base::Position place = file.position(diagnostic.span.begin);
            all += fmt::format("{}:{}:{}: ", file.name(), place.line, place.column);
        }
        all += diagnostic.message + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("every embedded package parses") {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    for (const program::EmbeddedFile& file : program::embedded_files()) {
        const base::FileId id = sources.add(std::string(file.file), std::string(file.text));
        syntax::parse_file(sources, id, diagnostics);
    }
    CHECK(texts(sources, diagnostics) == "");
    CHECK(program::embedded_files().size() >= 89);
}

TEST_CASE("every embedded package loads and all of its members resolve") {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    program::Packages packages(sources);
    for (const std::string& path : packages.embedded_paths()) {
        CAPTURE(path);
        const program::Package* package = packages.load(path, {}, diagnostics);
        REQUIRE(package != nullptr);
        for (std::uint32_t i = 0; i < package->cells().size(); ++i) {
            CAPTURE(package->cells()[i].name);
            CHECK_NOTHROW(packages.ensure_lowered(*package, i));
        }
    }
    CHECK(texts(sources, diagnostics) == "");
}

// A builtin without a native explains itself when it is called. Which ones do is written down in a
// list, so that none joins it unseen: it may only get shorter.
TEST_CASE("the builtins without a native are those on the list, and no native lacks a builtin") {
    native::Registry registry;
    stdlib::register_all(registry);
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    std::set<std::string> builtins;
    for (const program::EmbeddedFile& file : program::embedded_files()) {
        const base::FileId id = sources.add(std::string(file.file), std::string(file.text));
        const auto tree = syntax::parse_file(sources, id, diagnostics);
        for (const syntax::StmtPtr& statement : tree->body) {
            const auto* builtin = std::get_if<syntax::BuiltinStmt>(&statement->node);
            if (builtin != nullptr) {
                builtins.insert(fmt::format("{}.{}", file.package, builtin->name.text));
            }
        }
    }
    std::set<std::string> natives;
    for (const auto& [package, name] : registry.names()) {
        natives.insert(fmt::format("{}.{}", package, name));
    }
    std::set<std::string> listed;
    std::ifstream list(std::string(test::kProjectDir) + "/tests/unit/pending_builtins.txt");
    REQUIRE(list.good());
    for (std::string line; std::getline(list, line);) {
        if (!line.empty() && line[0] != '#') listed.insert(line);
    }
    std::vector<std::string> pending;
    std::set_difference(builtins.begin(), builtins.end(), natives.begin(), natives.end(),
                        std::back_inserter(pending));
    std::vector<std::string> nameless;
    std::set_difference(natives.begin(), natives.end(), builtins.begin(), builtins.end(),
                        std::back_inserter(nameless));
    CHECK(fmt::format("{}", fmt::join(pending, "\n")) ==
          fmt::format("{}", fmt::join(listed, "\n")));
    CHECK(fmt::format("{}", fmt::join(nameless, "\n")) == "");
}
