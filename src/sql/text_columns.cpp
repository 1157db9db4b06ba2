#include "sql/text_columns.hpp"

#include <utility>

#include "base/error.hpp"
#include "sql/statements.hpp"
#include "value/number.hpp"

namespace fluxi::sql {

using table::ColumnType;

void TextColumns::add_column(std::string label, ColumnType type) {
    columns_.push_back({std::move(label), table::Builder(type)});
}

void TextColumns::add(std::size_t column, std::string_view text) {
    Target& target = columns_[column];
    switch (target.builder.type()) {
        case ColumnType::boolean:
            target.builder.append_stored(static_cast<std::uint8_t>(text == "t"));
            return;
        case ColumnType::integer: {
            std::int64_t number = 0;
            if (value::parse_int(text, number) != value::NumberError::none) fail(target, text);
            target.builder.append_stored(number);
            return;
        }
        case ColumnType::floating: {
            double number = 0;
            if (value::parse_float(text, number) != value::NumberError::none) fail(target, text);
            target.builder.append_stored(number);
            return;
        }
        case ColumnType::time: {
            const auto time = parse_time(text);
            if (!time) fail(target, text);
            target.builder.append_stored(*time);
            return;
        }
        case ColumnType::uinteger:
        case ColumnType::string:
            target.builder.append_text(text);
            return;
    }
}

bool TextColumns::finish(std::vector<table::Field>& fields, std::vector<table::Column>& columns) {
    if (row_ == handed_over_ && !first_) return false;
    first_ = false;
    handed_over_ = row_;
    fields.clear();
    columns.clear();
    for (Target& target : columns_) {
        fields.push_back({target.label, target.builder.type()});
        columns.push_back(target.builder.finish());
    }
    return true;
}

void TextColumns::fail(const Target& target, std::string_view text) const {
    base::fail(
        "{}: row {}: column \"{}\": \"{}\" is not a {} that Flux can hold; cast it to {} in the "
        "query",
        driver_, row_, target.label, text, table::type_name(target.builder.type()), text_type_);
}

}  // namespace fluxi::sql
