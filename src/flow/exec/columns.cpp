#include "flow/exec/columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/nearest.hpp"

namespace fluxi::flow::exec {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::Schema;

base::SpillingVector<double> as_floats(const Column& column) {
    base::SpillingVector<double> floats(column.size());
    table::dispatch(column.type(), [&](auto tag) {
        using T = table::stored_t<tag()>;
        if constexpr (!std::is_same_v<T, table::StringView>) {
            const View<T> view(column);
            for (std::uint32_t row = 0; row < column.size(); ++row)
                floats[row] = static_cast<double>(view[row]);
        }
    });
    return floats;
}

base::RuntimeError missing_column_error(const Schema& schema, std::string_view wanted,
                                        std::string message) {
    base::RuntimeError error(base::Code::table, std::move(message));
    auto& help = error.diagnostic().help;
    std::vector<std::string_view> labels;
    for (const table::Field& field : schema.fields()) labels.emplace_back(field.label);
    if (labels.empty()) {
        help.emplace_back("the table has no columns");
    } else {
        help.push_back(fmt::format("the table has the columns {}", fmt::join(labels, ", ")));
    }
    const std::string_view near = base::nearest(wanted, labels);
    if (!near.empty()) help.push_back(fmt::format("did you mean \"{}\"?", near));
    return error;
}

std::size_t require_column(const Schema& schema, std::string_view label, std::string_view user) {
    const std::size_t found = schema.find(label);
    if (found == Schema::npos) {
        fail_missing_column(schema, label, "{}: no column \"{}\" exists", user, label);
    }
    return found;
}

std::size_t require_time_column(const Schema& schema, std::string_view label,
                                std::string_view user) {
    const std::size_t found = require_column(schema, label, user);
    if (schema.fields()[found].type != ColumnType::time) {
        base::fail_with(base::Code::table,
                        "{}: column \"{}\" must be of type time, it is of type {}", user, label,
                        table::type_name(schema.fields()[found].type));
    }
    return found;
}

std::vector<value::Value> key_values(const Batch& batch, std::size_t run) {
    std::vector<value::Value> values;
    for (const std::uint32_t i : batch.schema()->key()) values.push_back(batch.key_value(i, run));
    return values;
}

TableEdit::TableEdit(const Batch& whole)
    : fields_(whole.schema()->fields()),
      columns_(whole.stored()),
      rows_(whole.rows()),
      schema_(whole.schema()) {
    for (const std::uint32_t i : schema_->key()) key_.push_back(fields_[i].label);
}

TableEdit TableEdit::empty(std::uint32_t rows) {
    TableEdit edit;
    edit.rows_ = rows;
    return edit;
}

TableEdit TableEdit::key_only(const Batch& whole, std::uint32_t rows) {
    TableEdit edit;
    edit.rows_ = rows;
    for (const std::uint32_t i : whole.schema()->key()) {
        edit.fields_.push_back(whole.schema()->fields()[i]);
        edit.columns_.push_back(whole.stored(i));
        edit.key_.push_back(edit.fields_.back().label);
    }
    return edit;
}

std::size_t TableEdit::find(std::string_view label) const {
    const auto found = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const table::Field& f) { return f.label == label; });
    return static_cast<std::size_t>(found - fields_.begin());
}

void TableEdit::set(std::string_view label, const Column& column) {
    const std::size_t i = find(label);
    const bool in_key = std::find(key_.begin(), key_.end(), label) != key_.end();
    if (i == fields_.size()) {
        fields_.push_back({std::string(label), column.type()});
        columns_.push_back(column);
        schema_ = nullptr;
        return;
    }
    if (fields_[i].type != column.type()) schema_ = nullptr;
    fields_[i].type = column.type();
    if (!in_key) {
        columns_[i] = column;
    } else if (column.size() != 0) {
        columns_[i] = column.slice(0, 1).simple();
    } else if (columns_[i].type() != column.type()) {
        columns_[i] = Column::nulls(column.type(), 1);  // no row says what the key is now
    }
}

void TableEdit::set_key(std::string_view label, ColumnType type, const value::Value& v) {
    const std::size_t i = find(label);
    if (i == fields_.size()) {
        fields_.push_back({std::string(label), type});
        columns_.emplace_back();
    }
    if (fields_[i].type != type || i + 1 == fields_.size()) schema_ = nullptr;
    fields_[i].type = type;
    columns_[i] = Column::constant(type, 1, v);
    if (std::find(key_.begin(), key_.end(), label) == key_.end()) {
        key_.emplace_back(label);
        schema_ = nullptr;
    }
}

void TableEdit::remove(std::string_view label) {
    const std::size_t i = find(label);
    if (i == fields_.size()) return;
    fields_.erase(fields_.begin() + static_cast<std::ptrdiff_t>(i));
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(i));
    key_.erase(std::remove(key_.begin(), key_.end(), label), key_.end());
    schema_ = nullptr;
}

void TableEdit::take(std::span<const std::uint32_t> rows) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (std::find(key_.begin(), key_.end(), fields_[i].label) == key_.end())
            columns_[i] = columns_[i].take(rows);
    }
    rows_ = static_cast<std::uint32_t>(rows.size());
}

void TableEdit::slice(std::uint32_t begin, std::uint32_t length) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (std::find(key_.begin(), key_.end(), fields_[i].label) == key_.end())
            columns_[i] = columns_[i].slice(begin, length);
    }
    rows_ = length;
}

Batch TableEdit::finish() const {
    table::SchemaRef schema = schema_;
    if (!schema) {
        std::vector<std::uint32_t> key;
        for (const std::string& label : key_)
            key.push_back(static_cast<std::uint32_t>(find(label)));
        schema = table::make_schema(fields_, std::move(key));
    }
    return {std::move(schema), columns_, {table::Run{0, 0, rows_, true, true}}};
}

}  // namespace fluxi::flow::exec
