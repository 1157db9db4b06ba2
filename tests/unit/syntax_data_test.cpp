// Runs the parser over tests/syntax: errors/*.flux against the drawing of their diagnostics,
// trees/*.flux against the text of their tree. FLUXI_UPDATE=1 writes the .golden files anew;
// read the difference then.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/render.hpp"
#include "syntax/ast_text.hpp"
#include "syntax/check.hpp"
#include "syntax/parser.hpp"
#include "tests/support/project_dir.hpp"

using namespace fluxi;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> scripts(const char* folder) {
    std::vector<fs::path> found;
    for (const auto& entry :
         fs::directory_iterator(fs::path(fluxi::test::kProjectDir) / "tests/syntax" / folder)) {
        if (entry.path().extension() == ".flux") found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

void compare(const fs::path& script, const std::string& got) {
    fs::path golden = script;
    golden.replace_extension(".golden");
    if (std::getenv("FLUXI_UPDATE") != nullptr) {
        std::ofstream(golden, std::ios::binary) << got;
        return;
    }
    INFO(golden.string());
    CHECK(got == read(golden));
}

struct Parsed {
    explicit Parsed(const fs::path& script) {
        id = sources.add(script.filename().string(), read(script));
        file = syntax::parse_file(sources, id, diagnostics);
        if (!diagnostics.has_errors()) syntax::check(*file, {}, diagnostics);
        diagnostics.sort();
    }
    base::SourceMap sources{};
    base::FileId id = 0;
    base::Diagnostics diagnostics{};
    std::unique_ptr<syntax::File> file{};
};

}  // namespace

TEST_CASE("syntax errors are explained") {
    const auto all = scripts("errors");
    CHECK(all.size() >= 30);
    for (const fs::path& script : all) {
        const Parsed parsed(script);
        INFO(script.string());
        CHECK(parsed.diagnostics.has_errors());
        compare(script, base::render(parsed.sources, parsed.diagnostics.all()));
    }
}

TEST_CASE("scripts become trees") {
    const auto all = scripts("trees");
    CHECK(all.size() >= 10);
    for (const fs::path& script : all) {
        const Parsed parsed(script);
        compare(script, base::render(parsed.sources, parsed.diagnostics.all()) +
                            syntax::ast_text(parsed.sources, *parsed.file));
    }
}
