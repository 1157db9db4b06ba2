#include "array/array_from.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "flow/ops/tables.hpp"
#include "native/stream.hpp"
#include "table/builder.hpp"

namespace fluxi::stdlib::array {

using value::Nature;
using value::Value;

namespace {

/// A column under construction; its type is that of the first value that has one.
struct Building {
    std::string label;
    std::optional<table::Builder> builder{};
};

void append(Building& column, const Value* v, std::uint32_t row) {
    if (v != nullptr && v->nature() != Nature::none) {
        const auto type = table::column_type_of(v->nature());
        if (!type) {
            base::fail("from: cannot represent the type {} as column data: column \"{}\" of row {}",
                       value::nature_name(v->nature()), column.label, row);
        }
        if (!column.builder) {
            column.builder.emplace(*type);
            while (column.builder->size() < row) column.builder->append_null();
        } else if (column.builder->type() != *type) {
            base::fail("from: column \"{}\" is a {} in row {} and a {} before it", column.label,
                       table::type_name(*type), row, table::type_name(column.builder->type()));
        }
    }
    if (!column.builder) return;
    if (v == nullptr) {
        column.builder->append_null();
    } else {
        column.builder->append(*v);
    }
}

}  // namespace

Value from(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    const auto& rows = arguments.get<value::Array>(0).elements();
    if (rows.empty()) base::fail("from: rows must be non-empty");
    std::vector<Building> columns;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (!rows[row].is(Nature::record)) arguments.fail(0, "an array of records");
        const value::Record& record = rows[row].as_record();
        if (row == 0) {
            for (const std::string& label : record.shape()->labels()) columns.push_back({label});
        }
        for (Building& column : columns) append(column, record.find(column.label), row);
    }
    std::vector<table::Field> fields;
    std::vector<table::Column> finished;
    for (Building& column : columns) {
        if (!column.builder) continue;
        fields.push_back({column.label, column.builder->type()});
        finished.push_back(column.builder->finish());
    }
    std::vector<table::Batch> batches;
    batches.push_back(table::Batch::single(table::make_schema(std::move(fields), {}),
                                           std::move(finished),
                                           static_cast<std::uint32_t>(rows.size()), 0));
    return native::apply(evaluator,
                         std::make_shared<flow::ops::Tables>("array.from", std::move(batches)), {});
}

}  // namespace fluxi::stdlib::array
