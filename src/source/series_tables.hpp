// Makes the tables of a read: which columns they have, in which order, and which of them are the
// group key (semantics J.3, J.5, J.6). Columns of a table are those of its points followed by the
// tags, measurement and field among them, sorted by their bytes.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"
#include "source/read_spec.hpp"
#include "store/model.hpp"
#include "table/batch.hpp"

namespace fluxi::source {

/// A column for every table of a batch, or one value for all of them.
struct TableBounds {
    table::Column start;
    table::Column stop;
    static TableBounds same(flow::Bounds bounds, std::uint32_t runs);
};

/// The series that a pushed group puts together, and what their table looks like.
struct GroupShape {
    std::vector<std::string> values{};  ///< of the listed columns; empty where it is missing
    std::vector<std::string>
        labels{};  ///< all tags of the series with measurement and field, sorted
};

class SeriesTables {
  public:
    explicit SeriesTables(const ReadSpec& spec) : spec_(spec) {}

    /// Tables of one series, one per run. Without `times` they have no column _time.
    table::Batch of_series(const store::Series& series, const TableBounds& bounds,
                           const std::optional<table::Column>& times, const table::Column& values,
                           std::vector<table::Run> runs);
    /// Rows of a series within the table of its group.
    table::Batch of_group(const GroupShape& group, const store::Series& series,
                          const table::Column& times, const table::Column& values);
    /// The table of a group with one value and nothing of its series.
    table::Batch of_group(const GroupShape& group, const table::Column& value);

    /// The same with the key first, and without the listed columns that no series has.
    table::Batch of_group_as_flux(const GroupShape& group, const table::Column& value);

  private:
    struct Known {
        std::string text{};
        table::Column column{};
    };
    const table::SchemaRef& schema(const std::vector<std::string_view>& labels,
                                   table::ColumnType type, bool has_time, bool grouped);
    /// The same text in every row; remembers the last one of each column.
    const table::Column& constant(std::string_view label, std::string_view text,
                                  std::uint32_t size);

    const ReadSpec& spec_;
    std::map<std::string, table::SchemaRef, std::less<>> schemas_{};
    std::map<std::string, Known, std::less<>> texts_{};
    std::string name_{};  ///< of a schema, while it is looked for
};

/// Tags of a series with `_measurement` and `_field` among them, sorted.
std::vector<std::string_view> labels_of(const store::Series& series);

}  // namespace fluxi::source
