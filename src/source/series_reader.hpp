// Gets the series of a read and their points: which series can have rows at all, what their rows
// still have to be tested for, the rows that are left, and partial results of a reduction, for
// which chunks are only read where their statistics do not tell. With pushdown off every point of
// the range is read and tested, with the same outcome.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "source/read_spec.hpp"
#include "source/reduce.hpp"
#include "store/bucket.hpp"

namespace fluxi::source {

/// The condition as the store takes it; what it cannot express there holds always.
store::TagPredicate index_predicate(const Predicate& predicate);

/// A series with what is left to be tested of its rows.
struct Candidate {
    store::Series series{};
    Predicate rest{};
    std::vector<store::Chunk> chunks{};
};

/// A window that has rows.
struct WindowPartial {
    value::Bounds window{};
    Partial partial{};
};

class SeriesReader {
  public:
    /// The bucket and the spec outlive the reader.
    SeriesReader(const store::Bucket& bucket, const ReadSpec& spec, bool pushdown)
        : bucket_(bucket),
          spec_(spec),
          bounds_{spec.bounds.start, spec.bounds.stop},
          pushdown_(pushdown) {}

    /// Calls `visit(Candidate)` for the series in their order, until it answers false. Chunks are
    /// asked for a block of series at a time.
    void each(const std::function<bool(Candidate&)>& visit) const;
    /// Whether there is a point in the range, whatever its value.
    [[nodiscard]] bool has_points(const Candidate& candidate) const;
    /// Calls `visit(Points)` for the rows of the candidate by ascending time, chunk by chunk, not
    /// for chunks without rows, until it answers false.
    void rows(const Candidate& candidate,
              const std::function<bool(const store::Points&)>& visit) const;
    /// The reduction of all rows.
    [[nodiscard]] Partial reduce(const Candidate& candidate, const Reducer& reducer) const;
    /// The reduction of the rows of each window that has some, by ascending time.
    [[nodiscard]] std::vector<WindowPartial> reduce_windows(const Candidate& candidate,
                                                            const Reducer& reducer) const;

  private:
    /// Whether statistics of a chunk may stand for its rows.
    [[nodiscard]] bool whole(const Candidate& candidate, const store::Chunk& chunk) const {
        return pushdown_ && candidate.rest.is_true() && chunk.inside(bounds_);
    }
    /// The rows of a chunk that are left; maybe none.
    [[nodiscard]] store::Points load(const Candidate& candidate, const store::Chunk& chunk) const;

    const store::Bucket& bucket_;
    const ReadSpec& spec_;
    value::Bounds bounds_;
    bool pushdown_;
};

}  // namespace fluxi::source
