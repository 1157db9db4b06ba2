// Rows of tables as line protocol, with the columns that a script names: what mqtt.to and kafka.to
// send. Bound to one schema after the other; holds no rows.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "table/batch.hpp"

namespace fluxi::io {

struct RowLineSettings {
    std::string user{};         ///< the function, in messages
    std::string name{};         ///< the measurement, or
    std::string name_column{};  ///< the column that has it
    std::string time_column{};
    std::vector<std::string> tag_columns{};
    std::vector<std::string> value_columns{};
};

class RowLines {
  public:
    explicit RowLines(RowLineSettings settings) : settings_(std::move(settings)) {}

    /// Calls `take` with the line of each row from `begin` to `end`, which ends in a newline. Null
    /// tags and fields are left out, and rows without any field. Fields are sorted by name;
    /// unsigned integers are written as integers.
    /// @throws base::RuntimeError (Code::table) for a column that is not there or has the wrong
    /// type, a row without name or time, and a float that is not finite
    void each(const table::Batch& batch, std::uint32_t begin, std::uint32_t end,
              const std::function<void(std::string_view line)>& take);

  private:
    struct Part {
        std::string label;
        table::Column column;
    };
    void bind(const table::Batch& batch);

    RowLineSettings settings_;
    table::Column time_{};
    table::Column name_{};
    bool has_name_ = false;
    std::vector<Part> tags_{};
    std::vector<Part> values_{};
};

}  // namespace fluxi::io
