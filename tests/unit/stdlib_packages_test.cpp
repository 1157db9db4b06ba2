// The packages of stdlib/ as they are embedded: every file parses, every name in it is known.
#include <doctest/doctest.h>

#include <string>

#include <fmt/core.h>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "program/embedded.hpp"
#include "program/packages.hpp"
#include "syntax/parser.hpp"

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
