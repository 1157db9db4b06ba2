// Runs an example of a page. Pages build on what stands above: a name that an example does not
// define is looked for in the earlier blocks of its page, then among the tables that the page shows
// as its data, which are made into a stream of that name.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/examples.hpp"
#include "cli/conformance/remarks.hpp"
#include "cli/conformance/script_run.hpp"

namespace fluxi::cli::conformance {

struct ExampleRun {
    std::vector<Part> parts{};
    std::vector<ScriptRun> runs{};  ///< one for each part
    std::string context{};          ///< what was put in front

    /// The results of all parts, in order.
    [[nodiscard]] std::vector<Result> results() const;
    /// The first part that went wrong; null if none did.
    [[nodiscard]] const ScriptRun* problem() const;
};

/// `earlier`: the examples of the page that stand above this one.
ExampleRun run_example(const engine::SessionOptions& options, const std::string& name,
                       const Example& example, const std::vector<Example>& earlier);

/// A definition of `name` as the stream that these tables show. Types of columns are told by their
/// cells; where all are whole numbers they are integers, or floats if `floats` says so.
std::string stream_text(const std::string& name, const std::vector<Table>& tables, bool floats);

}  // namespace fluxi::cli::conformance
