#include "cli/test/update.hpp"

#include <map>

#include <fmt/core.h>

#include "host/file_system.hpp"

namespace fluxi::cli {

namespace {

struct Edit {
    std::uint32_t end = 0;
    std::string text{};
    std::string testcase{};
};
/// By where they begin; applied from the last to the first, so that places stay what they are.
using Edits = std::map<std::uint32_t, Edit>;

void apply(const std::string& file, const Edits& edits) {
    host::LocalFileSystem files;
    std::string text = files.read(file);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        text.replace(edit->first, edit->second.end - edit->first, edit->second.text);
    files.write(file, text);
}

}  // namespace

void update_expected_tables(const engine::TestRunner& runner, const ReportOptions& reporting) {
    std::map<std::string, Edits> files;
    runner.run([&](const engine::TestOutcome& outcome) {
        if (outcome.status != engine::TestStatus::failed) return;
        const auto cannot = [&](std::string_view why) {
            note(fmt::format("{}: {} cannot be updated: {}", outcome.file, outcome.name, why),
                 reporting);
        };
        const engine::TestRunner::Update update = runner.golden_update(outcome);
        if (!update.problem.empty()) return cannot(update.problem);
        Edits& edits = files[outcome.file];
        const auto [known, fresh] =
            edits.emplace(update.place.begin, Edit{update.place.end, update.text, outcome.name});
        if (!fresh && known->second.text != update.text)
            cannot(
                fmt::format("{} expects the same tables and got others", known->second.testcase));
    });
    for (const auto& [file, edits] : files) {
        apply(file, edits);
        for (const auto& edit : edits)
            note(fmt::format("{}: {} expects now what it got", file, edit.second.testcase),
                 reporting);
    }
}

}  // namespace fluxi::cli
