// The buckets of an example: a store of its own in a temporary folder, in which every bucket that
// the example asks for is made, empty. So its calls are checked, though nothing is known of the
// data. The folder goes with the object.
#pragma once

#include <set>
#include <string>

namespace fluxi::cli::conformance {

class ExampleBuckets {
  public:
    ExampleBuckets();
    ExampleBuckets(const ExampleBuckets&) = delete;
    ExampleBuckets& operator=(const ExampleBuckets&) = delete;
    ~ExampleBuckets();

    [[nodiscard]] std::string file() const { return folder_ + "/data.db"; }
    /// Makes the bucket that an error says is not there. False if it says something else, or that
    /// a bucket of an id is missing.
    bool make_missing(const std::string& error);
    [[nodiscard]] bool any() const noexcept { return !made_.empty(); }

  private:
    std::string folder_;
    std::set<std::string> made_{};
};

}  // namespace fluxi::cli::conformance
