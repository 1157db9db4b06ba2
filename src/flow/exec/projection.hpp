// The shape of operators that only choose, name, copy or set columns: for each schema they state
// once where every output column comes from, then batches are put together from shared columns.
// Group keys can change, so keys may repeat in the output.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

struct Projection {
    static constexpr std::uint32_t kConstant = static_cast<std::uint32_t>(-1);
    struct Output {
        table::Field field;
        std::uint32_t source = kConstant;  ///< position in the input
        value::Value constant{};
        bool key = false;
    };
    std::vector<Output> columns{};
    /// Labels in key order; without it the key columns in the order of the table.
    std::vector<std::string> key_order{};

    /// Every column as it is.
    static Projection identity(const table::Schema& schema);
    /// The output column of that label, or null.
    [[nodiscard]] Output* find(std::string_view label);
};

class ProjectionOperator : public UnaryOperator {
  public:
    Demand push(table::Batch batch) final;

  protected:
    [[nodiscard]] virtual Projection project(const table::Schema& schema) = 0;

  private:
    table::SchemaRef input_{};
    table::SchemaRef output_{};
    Projection projection_{};
};

}  // namespace fluxi::flow::exec
