// The buckets of an example: a store of its own in a temporary file, in which every bucket that the
// example asks for is made, empty. So its calls are checked, though nothing is known of the data.
// The file goes with the object.
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

    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    /// Makes the bucket that an error says is not there. False if it says something else, or that
    /// a bucket of an id is missing.
    bool make_missing(const std::string& error);
    [[nodiscard]] bool any() const noexcept { return !made_.empty(); }

  private:
    std::string file_;
    std::set<std::string> made_{};
};

}  // namespace fluxi::cli::conformance
