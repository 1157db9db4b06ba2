#include "io/cells.hpp"

#include <cstring>

namespace fluxi::io {

using table::ColumnType;

Cells::Cells(const table::Column& column)
    : column_(column.simple()),
      type_(column_.type()),
      step_(column_.encoding() == table::Encoding::constant ? 0 : 1),
      values_(column_.values<char>()),
      valid_(column_.validity()) {
    values_ = table::dispatch(type_, [this](auto tag) -> const void* {
        return column_.values<table::stored_t<tag()>>();
    });
}

char* Cells::write(char* out, std::uint32_t row) {
    switch (type_) {
        case ColumnType::boolean: {
            const std::string_view text = value<std::uint8_t>(row) != 0 ? "true" : "false";
            std::memcpy(out, text.data(), text.size());
            return out + text.size();
        }
        case ColumnType::integer:
            return value::write_int(out, value<std::int64_t>(row));
        case ColumnType::uinteger:
            return value::write_uint(out, value<std::uint64_t>(row));
        case ColumnType::floating:
            return value::write_float(out, value<double>(row));
        case ColumnType::time:
            return times_.write(out, value<std::int64_t>(row));
        case ColumnType::string:
            break;
    }
    return out;
}

void Cells::append(std::string& out, std::uint32_t row) {
    if (is_null(row)) return;
    if (type_ == ColumnType::string) {
        out += text(row);
        return;
    }
    char buffer[kRoom];
    out.append(buffer, static_cast<std::size_t>(write(buffer, row) - buffer));
}

}  // namespace fluxi::io
