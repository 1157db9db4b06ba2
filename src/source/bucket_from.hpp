// from(bucket:): the source of a plan before it has taken anything. It takes the range, filters,
// group, windows, aggregates and selectors that InfluxDB evaluates in its storage, exactly in the
// shapes in which InfluxDB does so, since that can be seen in columns, keys and missing tags
// (semantics J.4 to J.7). By itself, without a range, it cannot run.
#pragma once

#include "flow/plan/source.hpp"
#include "source/access.hpp"

namespace fluxi::source {

class BucketFrom final : public flow::Source {
  public:
    explicit BucketFrom(BucketName bucket) : bucket_(std::move(bucket)) {}
    [[nodiscard]] std::string_view name() const override { return "from"; }
    [[nodiscard]] std::string describe() const override { return "bucket: " + bucket_.text(); }
    [[nodiscard]] Taken take(const flow::Node& self, std::span<const flow::Node* const> chain,
                             eval::Evaluator& evaluator) const override;
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override;

  private:
    BucketName bucket_;
};

}  // namespace fluxi::source
