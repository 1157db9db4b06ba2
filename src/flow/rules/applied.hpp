// How often each rule was applied to the plans of a run. Kept with the evaluator (its `extension`),
// for tests that state what they expect of the planner.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace fluxi::flow::rules {

struct Applied {
    std::map<std::string, std::int64_t, std::less<>> counts{};

    void note(std::string_view rule) { ++counts[std::string(rule)]; }
    [[nodiscard]] std::int64_t count(std::string_view rule) const {
        const auto found = counts.find(rule);
        return found == counts.end() ? 0 : found->second;
    }
};

}  // namespace fluxi::flow::rules
