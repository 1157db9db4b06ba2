// Takes the function of a `filter` apart: what a source can test by itself, and the function that
// is left for Flux. Of a chain of `and` each part is judged for itself, of an `or` all or nothing,
// as InfluxDB does it (semantics J.4); so which rows are left where a tag is missing does not
// depend on how well a source is able to test.
#pragma once

#include <optional>

#include "eval/evaluator.hpp"
#include "source/predicate.hpp"

namespace fluxi::source {

struct Split {
    Predicate taken{};
    /// The function with what is left; nothing when all was taken.
    std::optional<value::Value> rest{};
    /// What the rest implies of tags: a series that does not fulfil it has no row to look at.
    Predicate implied{};
    /// Whether `implied` says all that the rest says.
    bool exact = true;
};

/// `fn` is the argument of `filter`.
Split split(const value::Value& fn, eval::Evaluator& evaluator);

}  // namespace fluxi::source
