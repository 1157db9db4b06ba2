#include "engine/row_receiver.hpp"

namespace fluxi {

const Column* Rows::find(std::string_view label) const noexcept {
    for (const Column& column : columns) {
        if (column.label == label) return &column;
    }
    return nullptr;
}

Value Column::at(std::size_t row) const {
    if (is_null(row)) return Null{};
    switch (type) {
        case ColumnType::boolean:
            return booleans[row] != 0;
        case ColumnType::integer:
            return integers[row];
        case ColumnType::uinteger:
            return uintegers[row];
        case ColumnType::floating:
            return floats[row];
        case ColumnType::string:
            return std::string(texts[row]);
        case ColumnType::time:
            return Time{integers[row]};
    }
    return Null{};
}

namespace engine {

namespace {

ColumnType type_of(table::ColumnType type) {
    switch (type) {
        case table::ColumnType::boolean:
            return ColumnType::boolean;
        case table::ColumnType::integer:
            return ColumnType::integer;
        case table::ColumnType::uinteger:
            return ColumnType::uinteger;
        case table::ColumnType::floating:
            return ColumnType::floating;
        case table::ColumnType::string:
            return ColumnType::string;
        case table::ColumnType::time:
            return ColumnType::time;
    }
    return ColumnType::string;
}

/// The values of a flat column as the public API shows them; `texts` gets those of strings.
void show_values(const table::Column& column, std::vector<std::string_view>& texts, Column& shown) {
    const std::size_t size = column.size();
    switch (column.type()) {
        case table::ColumnType::boolean:
            shown.booleans = {column.values<std::uint8_t>(), size};
            break;
        case table::ColumnType::integer:
        case table::ColumnType::time:
            shown.integers = {column.values<std::int64_t>(), size};
            break;
        case table::ColumnType::uinteger:
            shown.uintegers = {column.values<std::uint64_t>(), size};
            break;
        case table::ColumnType::floating:
            shown.floats = {column.values<double>(), size};
            break;
        case table::ColumnType::string: {
            const auto* stored = column.values<table::StringView>();
            texts.reserve(size);
            // The text of a null is never looked at, and need not be there.
            for (std::size_t i = 0; i < size; ++i)
                texts.push_back(shown.is_null(i) ? std::string_view() : stored[i].view());
            shown.texts = texts;
            break;
        }
    }
}

}  // namespace

void RowReceiver::begin_result(const std::string& name) {
    result_ = name;
    tables_ = 0;
}

void RowReceiver::push(const table::Batch& batch) {
    if (batch.runs().size() == 1) {
        deliver(batch, batch.runs().front());
        return;
    }
    for (std::size_t i = 0; i < batch.runs().size(); ++i) deliver(batch.only(i), batch.runs()[i]);
}

void RowReceiver::deliver(const table::Batch& batch, const table::Run& run) {
    const table::Schema& schema = *batch.schema();
    std::vector<table::Column> flat;
    std::vector<std::vector<std::string_view>> texts(schema.size());
    std::vector<Column> columns(schema.size());
    flat.reserve(schema.size());
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const table::Column& column = flat.emplace_back(batch.column(i).flattened());
        columns[i].label = schema.fields()[i].label;
        columns[i].type = type_of(column.type());
        columns[i].in_group_key = schema.is_key(i);
        if (column.validity() != nullptr) columns[i].valid = {column.validity(), column.size()};
        show_values(column, texts[i], columns[i]);
    }
    if (run.opens) ++tables_;
    if (!handle({result_, tables_ - 1, run.opens, run.closes, batch.rows(), columns}))
        throw Stopped{};
}

bool RowReceiver::handle(const Rows& rows) {
    try {
        return handler_(rows);
    } catch (const std::exception& error) {
        failure_ = error.what();
    } catch (...) {
        failure_ = "an exception of unknown type";
    }
    return false;
}

}  // namespace engine

}  // namespace fluxi
