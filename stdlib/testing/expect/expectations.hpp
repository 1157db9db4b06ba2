// What a test expects of the planner. Kept with the evaluator (its `extension`) by expect.planner
// and looked at by the test runner when the test has run.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "eval/evaluator.hpp"

namespace fluxi::stdlib::testing_expect {

struct Expectations {
    std::map<std::string, std::int64_t> rules{};  ///< times that a rule is to be applied

    /// What was expected and is not so; empty if all is.
    [[nodiscard]] std::string broken(eval::Evaluator& evaluator) const;
};

}  // namespace fluxi::stdlib::testing_expect
