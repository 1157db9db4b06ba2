// The types of columns: their names, their natures, what they take.
#include "table/column.hpp"

namespace fluxi::table {

using value::Nature;

std::string_view type_name(ColumnType type) {
    return value::nature_name(nature_of(type));
}

Nature nature_of(ColumnType type) {
    switch (type) {
        case ColumnType::boolean:
            return Nature::boolean;
        case ColumnType::integer:
            return Nature::integer;
        case ColumnType::uinteger:
            return Nature::uinteger;
        case ColumnType::floating:
            return Nature::floating;
        case ColumnType::string:
            return Nature::string;
        case ColumnType::time:
            break;
    }
    return Nature::time;
}

std::optional<ColumnType> column_type_of(Nature nature) {
    switch (nature) {
        case Nature::boolean:
            return ColumnType::boolean;
        case Nature::integer:
            return ColumnType::integer;
        case Nature::uinteger:
            return ColumnType::uinteger;
        case Nature::floating:
            return ColumnType::floating;
        case Nature::string:
            return ColumnType::string;
        case Nature::time:
            return ColumnType::time;
        default:
            return std::nullopt;
    }
}

std::size_t width_of(ColumnType type) {
    return dispatch(type, [](auto tag) { return sizeof(stored_t<tag()>); });
}

}  // namespace fluxi::table
