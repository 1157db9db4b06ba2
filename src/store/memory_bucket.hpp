// A bucket whose points all lie in memory: files of line protocol and annotated CSV that are
// mounted as buckets, and tests. It is filled once and then only read. The memory of its columns
// counts against the budget in force when it is finished.
#pragma once

#include <memory>

#include "io/line_protocol.hpp"
#include "store/bucket.hpp"

namespace fluxi::store {

class MemoryBucketBuilder {
  public:
    explicit MemoryBucketBuilder(BucketInfo info);
    ~MemoryBucketBuilder();
    MemoryBucketBuilder(const MemoryBucketBuilder&) = delete;
    MemoryBucketBuilder& operator=(const MemoryBucketBuilder&) = delete;

    /// Adds a point; texts are copied. The last value of a field at a time wins. Returns what is
    /// wrong if the point is refused because a field has another type, else an empty text.
    std::string add(const io::LinePoint& point);
    /// The bucket; the builder is empty then.
    [[nodiscard]] BucketRef finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fluxi::store
