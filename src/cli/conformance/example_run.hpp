// Runs an example of a page. Pages build on what stands above: a name that an example does not
// define is looked for in the earlier blocks of its page, then among the packages (a page may leave
// out an import); if it is neither, the tables that the page shows as data are made into a stream
// of that name.
#pragma once

#include <functional>
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
    /// Whether a part failed, and the page says so by a remark or a comment on the line.
    [[nodiscard]] bool fails_as_told(std::size_t part) const;
    /// The first part that went wrong otherwise; null if none did.
    [[nodiscard]] const ScriptRun* problem() const;
};

/// `earlier`: the examples of the page that stand above this one. `good` says whether a run gives
/// what the page says: the cells of a page do not tell all about their types, so several readings
/// of its tables may be tried.
ExampleRun run_example(const engine::SessionOptions& options, const std::string& name,
                       const Example& example, const std::vector<Example>& earlier,
                       const std::function<bool(const ExampleRun&)>& good);

}  // namespace fluxi::cli::conformance
