// to and wideTo: write the rows of tables to a bucket and pass the tables on (semantics J.8, J.9).
// Points are staged with the run's transaction (Access); what the store refuses ends the run, and
// then nothing of it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"
#include "source/access.hpp"

namespace fluxi::source {

struct WriteSpec {
    BucketName bucket{};
    std::string time_column = "_time";
    std::string measurement_column = "_measurement";
    std::optional<std::vector<std::string>> tag_columns{};
    value::Value field_fn{};  ///< a function of a row, or null: field _field has the value _value
};

/// to(): a field per row, or those that a function makes.
class Write final : public flow::Operation {
  public:
    explicit Write(WriteSpec spec) : spec_(std::move(spec)) {}
    [[nodiscard]] std::string_view name() const override { return "to"; }
    [[nodiscard]] std::string describe() const override { return "bucket: " + spec_.bucket.text(); }
    [[nodiscard]] bool has_effects() const override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override;

  private:
    WriteSpec spec_;
};

/// wideTo() and experimental.to(): a field per column outside the group key.
class WideWrite final : public flow::Operation {
  public:
    explicit WideWrite(BucketName bucket) : bucket_(std::move(bucket)) {}
    [[nodiscard]] std::string_view name() const override { return "wideTo"; }
    [[nodiscard]] std::string describe() const override { return "bucket: " + bucket_.text(); }
    [[nodiscard]] bool has_effects() const override { return true; }
    [[nodiscard]] std::unique_ptr<flow::exec::Operator> make(
        flow::exec::Context& context) const override;

  private:
    BucketName bucket_;
};

}  // namespace fluxi::source
