// A source of random tables, for tests: one table of floats for each combination of tag values.
// The same seed gives the values that it gives in the reference.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow {

class RandomTables final : public Operation {
  public:
    struct Tag {
        std::string name;
        std::int64_t cardinality =
            0;  ///< number of different values; a tag without any is left out
    };
    struct Settings {
        std::int64_t rows = 0;  ///< of each table
        std::vector<Tag> tags{};
        double nulls = 0;  ///< share of values that are null
        std::int64_t seed = 0;
        std::int64_t start = 0;  ///< time of the first rows; the others follow every ten seconds
    };

    explicit RandomTables(Settings settings) : settings_(std::move(settings)) {}
    [[nodiscard]] std::string_view name() const override { return "tables"; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    Settings settings_;
};

}  // namespace fluxi::flow
