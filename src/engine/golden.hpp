// The expected tables of a testcase that compares: where in its file they are written down, and
// what would have to stand there for the testcase to pass. A comparison can be rewritten if it is
// the only `testing.diff` or `testing.assertEquals` of the testcase and `want` is, directly or by
// the name of a variable, `csv.from(csv: "…")` or `array.from(rows: […])`: any other stream is
// computed, and there is no text to replace.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "base/span.hpp"
#include "engine/test_case.hpp"
#include "table/batch.hpp"

namespace fluxi::engine {

/// The result that a script of `golden_place` gives what was got under.
inline constexpr std::string_view kGotResult = "_got_to_update";

struct GoldenPlace {
    base::Span literal{};  ///< the string of the CSV, or the list of rows
    bool csv = false;
    std::string script{};  ///< the file, with `got` as the result of the testcase
};

/// @throws base::RuntimeError that says why there is nothing that could be rewritten
GoldenPlace golden_place(const TestSource& source, const base::SourceMap& sources,
                         std::string_view testcase);

/// The text for a place that holds these tables; `indent` blanks stand before its line.
/// @throws base::RuntimeError if such a literal cannot hold them
std::string golden_text(const GoldenPlace& place, const std::vector<table::Batch>& tables,
                        std::size_t indent);

}  // namespace fluxi::engine
