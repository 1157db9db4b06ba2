// Runs one script in a session of its own and keeps what came of it. The session is gone when this
// returns: results are text, so they may go to another thread.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/conformance/tables.hpp"
#include "engine/session.hpp"

namespace fluxi::cli::conformance {

enum class Ending : std::uint8_t {
    ok,
    rejected,  ///< before anything ran
    failed,    ///< while it ran
};

struct ScriptRun {
    Ending ending = Ending::ok;
    std::vector<Result> results{};
    std::optional<std::string> value{};  ///< display text of the last statement's plain value
    std::string errors{};                ///< as drawn for people
    std::string message{};               ///< the first error without place and drawing
    std::optional<base::Code> code{};    ///< of the first error
    std::string subject{};               ///< the piece of the script that the first error is about
    std::set<std::size_t> lines{};       ///< that the errors name, from 1
    std::string requests{};              ///< that a dry run would have sent
};

/// @throws Malformed if the output of the run is no annotated CSV, which would be a fault of ours
ScriptRun run_script(const engine::SessionOptions& options, const std::string& name,
                     const std::string& text);

/// The same for a script that is given in parts, each evaluated before the next is read: one run
/// for each part. A part that fails does not keep the next ones from running.
std::vector<ScriptRun> run_parts(const engine::SessionOptions& options, const std::string& name,
                                 const std::vector<std::string>& parts);

}  // namespace fluxi::cli::conformance
