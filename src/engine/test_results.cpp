#include "engine/test_results.hpp"

#include <algorithm>

#include "io/pretty_writer.hpp"

namespace fluxi::engine {

namespace {

/// Rows of a table that has nothing to do with the failure.
constexpr std::uint64_t kRowsOfOthers = 50;

}  // namespace

bool TestResults::has_errors() const {
    return std::any_of(results_.begin(), results_.end(), [](const Result& result) {
        return result.name == kErrorOutput && !result.batches.empty();
    });
}

std::string TestResults::text() const {
    io::StringOutput output;
    const auto show = [&](const Result& result, std::uint64_t rows) {
        io::PrettyOptions options;
        options.max_rows = rows;
        io::PrettyWriter writer(output, options);
        writer.begin_result(result.name);
        for (const table::Batch& batch : result.batches) writer.push(batch);
        writer.end_result();
        writer.finish();
    };
    for (const Result& result : results_) {
        if (result.name == kErrorOutput) show(result, 0);
    }
    for (const Result& result : results_) {
        if (result.name != kErrorOutput) show(result, kRowsOfOthers);
    }
    return output.take();
}

}  // namespace fluxi::engine
