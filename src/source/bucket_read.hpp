// A bounded read of a bucket with everything that it has taken from the plan: the operation that
// runs.
#pragma once

#include "flow/plan/source.hpp"
#include "source/read_spec.hpp"

namespace fluxi::source {

class BucketRead final : public flow::Source {
  public:
    explicit BucketRead(ReadSpec spec) : spec_(std::move(spec)) {}
    [[nodiscard]] std::string_view name() const override { return "from"; }
    [[nodiscard]] std::string describe() const override { return to_string(spec_); }
    [[nodiscard]] flow::Order order() const override {
        return is_left_to_flux(spec_.reduction, spec_.group.has_value()) ? flow::Order::loose_by_key
                                                                         : flow::Order::arrival;
    }
    [[nodiscard]] flow::MaybeBounds bounds(
        const std::vector<flow::MaybeBounds>& /*inputs*/) const override {
        return spec_.bounds;
    }
    /// A column that nobody looks at is not read; there are nulls in its place.
    [[nodiscard]] std::shared_ptr<const flow::Source> with_columns(
        std::vector<std::string> needed, std::vector<std::string> welcome) const override;
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override;
    [[nodiscard]] const ReadSpec& spec() const noexcept { return spec_; }

  private:
    ReadSpec spec_;
};

}  // namespace fluxi::source
