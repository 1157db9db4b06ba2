#include "store/model.hpp"

#include <charconv>

#include <fmt/core.h>

namespace fluxi::store {

std::string_view type_name(FieldType type) {
    switch (type) {
        case FieldType::floating:
            return "float";
        case FieldType::integer:
            return "integer";
        case FieldType::uinteger:
            return "unsigned";
        case FieldType::boolean:
            return "boolean";
        case FieldType::string:
            break;
    }
    return "string";
}

table::ColumnType column_type(FieldType type) {
    switch (type) {
        case FieldType::floating:
            return table::ColumnType::floating;
        case FieldType::integer:
            return table::ColumnType::integer;
        case FieldType::uinteger:
            return table::ColumnType::uinteger;
        case FieldType::boolean:
            return table::ColumnType::boolean;
        case FieldType::string:
            break;
    }
    return table::ColumnType::string;
}

std::string id_text(BucketId id) {
    return fmt::format("{:016x}", id);
}

std::optional<BucketId> parse_id(std::string_view text) {
    BucketId id = 0;
    if (text.size() != 16) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id, 16);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return id;
}

}  // namespace fluxi::store
