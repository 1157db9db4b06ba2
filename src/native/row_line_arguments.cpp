#include "native/row_line_arguments.hpp"

#include <utility>

#include "native/stream.hpp"

namespace fluxi::native {

io::RowLineSettings row_line_settings(const Arguments& arguments, std::string user,
                                      const RowLineParameters& at) {
    io::RowLineSettings lines;
    lines.user = std::move(user);
    lines.name = text_or(arguments, at.name, "");
    lines.name_column =
        at.name_column ? text_or(arguments, *at.name_column, "_measurement") : "_measurement";
    lines.time_column = text_or(arguments, at.time_column, "_time");
    lines.tag_columns = arguments.strings_or(at.tag_columns, {});
    lines.value_columns = arguments.strings_or(at.value_columns, {});
    if (lines.value_columns.empty()) lines.value_columns = {"_value"};
    return lines;
}

}  // namespace fluxi::native
