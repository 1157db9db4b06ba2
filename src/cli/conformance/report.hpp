// How a conformance run is told: as text (what failed and a summary by package or folder), as one
// JSON document, or as one HTML page that needs nothing else. All three are made from the outcomes
// when everything is over.
//
// The JSON: {"cases": [{"kind", "name", "group", "status", "verdict", "message", "reason",
// "duration_ms", "expected": [TABLE], "actual": [TABLE]}], "groups": {kind: {group: {status:
// count}}}, "summary": {kind: {status: count}}, "unused_deviations": [name]}; tables stand only
// where they differ.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "cli/conformance/outcome.hpp"

namespace fluxi::cli::conformance {

struct Report {
    std::vector<CaseOutcome> cases{};
    std::vector<std::string> unused{};  ///< deviations that no case had
    bool verbose = false;               ///< the text also names what passed

    using Counts = std::array<std::size_t, kStatuses>;
    /// The kinds of cases that there are.
    [[nodiscard]] std::vector<std::string> kinds() const;
    /// How the cases of a kind fared, by package or folder.
    [[nodiscard]] std::map<std::string, Counts> groups(std::string_view kind) const;
    [[nodiscard]] Counts total(std::string_view kind) const;
    /// Whether nothing failed that is not on the list, and nothing on the list passed.
    [[nodiscard]] bool good() const;
};

std::string text_report(const Report& report);
std::string json_report(const Report& report);
std::string html_report(const Report& report);

}  // namespace fluxi::cli::conformance
