// What the reference rejects before running is rejected, with an error on a line that it names too,
// and nothing else is.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "tests/support/project_dir.hpp"
#include "tests/support/type_world.hpp"

using namespace fluxi;
using test::TypeWorld;

namespace {

std::set<unsigned> named_lines(const std::string& message) {
    static const std::regex place("main:([0-9]+):");
    std::set<unsigned> lines;
    for (std::sregex_iterator at(message.begin(), message.end(), place), end; at != end; ++at) {
        lines.insert(static_cast<unsigned>(std::stoul((*at)[1].str())));
    }
    return lines;
}

/// The reference draws the source only for what it finds before it runs a script.
bool is_static_error(const std::string& path) {
    const std::string message = path + ".err";
    return std::filesystem::exists(std::string(fluxi::test::kProjectDir) + "/" + message) &&
           !named_lines(test::project_file(message)).empty();
}

void check_rejected(TypeWorld& world, const std::string& path, const TypeWorld::Checked& checked) {
    const std::set<unsigned> lines = named_lines(test::project_file(path + ".err"));
    std::string found;
    bool same = false;
    for (const base::Diagnostic& d : checked.diagnostics.all()) {
        if (d.severity != base::Severity::error) continue;
        const unsigned line = world.position(d.span).line;
        same = same || lines.contains(line);
        found += " " + std::to_string(line) + ": " + d.message + "\n";
    }
    CHECK_MESSAGE(same, path, " is rejected on another line:\n", found);
}

}  // namespace

TEST_CASE("scripts are accepted and rejected as by the reference") {
    TypeWorld world;
    for (const std::string folder : {"tests/oracle/lang/", "tests/oracle/tables/"}) {
        for (const std::string& name : test::project_files(folder, ".flux")) {
            const std::string path = folder + name.substr(0, name.size() - 5);
            const auto checked = world.check(test::project_file(folder + name));
            if (name.starts_with("parse_") || name.starts_with("quirk_")) continue;
            if (is_static_error(path)) {
                CHECK_MESSAGE(checked.diagnostics.has_errors(), path, " is accepted");
                if (checked.diagnostics.has_errors()) check_rejected(world, path, checked);
            } else {
                CHECK_MESSAGE(!checked.diagnostics.has_errors(), path,
                              " is rejected: ", checked.messages());
            }
        }
    }
}
