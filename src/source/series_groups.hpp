// The series of a bucket that a pushed group puts together. A group owns its series; it is made
// before any of its rows is read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "source/read_spec.hpp"
#include "source/series_reader.hpp"
#include "source/series_tables.hpp"

namespace fluxi::source {

struct SeriesGroup {
    GroupShape shape{};
    std::vector<bool> missing{};  ///< of the listed columns: those that its series do not have
    std::vector<Candidate> series{};
};

/// The groups in the order of their values, those without a value last (J.5). Calls `each_series`
/// before each series, so that it can stop.
std::vector<SeriesGroup> series_groups(const SeriesReader& reader, const ReadSpec& spec,
                                       const std::function<void()>& each_series);

/// Throws where series of a group hold values of different types, unless only rows are counted.
void check_types(const SeriesGroup& group, const ReadSpec& spec);

/// Throws an error of the table code at a call that was pushed down.
[[noreturn]] void fail_at(const base::CallFrame& call, std::string message);

}  // namespace fluxi::source
