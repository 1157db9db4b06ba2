// The list of known deviations: cases that are expected to fail, each with a reason. A TOML file:
//
//     [[deviation]]
//     reason = "why it differs"
//     cases = ["name of a case", "another"]
//
// A name may end in `*`, which stands for any rest.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/conformance/outcome.hpp"

namespace fluxi::cli::conformance {

class Deviations {
  public:
    /// Reads the file. @throws base::RuntimeError that names file and line
    static Deviations read(const std::string& file);

    /// Looks a case up: what failed becomes `known`, what passed `surprising`.
    void apply(CaseOutcome& outcome);
    /// The entries that no case had so far.
    [[nodiscard]] std::vector<std::string> unused() const;

  private:
    std::map<std::string, std::string> reasons_{};   ///< by name
    std::map<std::string, std::string> prefixes_{};  ///< by beginning of a name
    std::set<std::string> used_{};
};

}  // namespace fluxi::cli::conformance
