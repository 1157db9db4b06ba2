// What became of a case: the one form in which docs, suite and scripts hand theirs to the report.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/conformance/tables.hpp"

namespace fluxi::cli::conformance {

enum class Status : std::uint8_t {
    passed,
    failed,
    known,         ///< failed, and is on the list of deviations
    surprising,    ///< passed, but is on the list of deviations
    ran,           ///< there is nothing to compare with
    not_runnable,  ///< it is no whole script, or not to be run; `message` says why
};
inline constexpr std::size_t kStatuses = 6;
std::string_view status_text(Status status);

struct CaseOutcome {
    std::string kind{};  ///< "example", "signature", "testcase" or "script"
    std::string name{};
    std::string group{};  ///< package or folder: the line of the summary
    Status status = Status::passed;
    std::string verdict{};  ///< one word for why it failed, e.g. "order"
    std::string message{};
    std::string reason{};  ///< why it deviates, where that is known
    std::string script{};
    std::vector<Table> wanted{};
    std::vector<Table> got{};
    double duration_ms = 0;
};

/// A case that can be run, on any thread.
struct Case {
    std::string kind{};
    std::string name{};
    std::string group{};
    std::function<CaseOutcome()> run{};
};

}  // namespace fluxi::cli::conformance
