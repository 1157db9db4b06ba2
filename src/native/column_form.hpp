// How the C++ types of natives are stored in columns, and how a stored value becomes an argument.
// Compile-time facts; nothing here owns anything.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "native/convert.hpp"
#include "table/column.hpp"
#include "vec/stored_form.hpp"

namespace fluxi::native::adapter {

/// How a C++ type is stored in a column; `kColumn` is false for types that cannot be. `kNature` is
/// that of a value in a stored form, or none.
template <typename T>
struct ColumnForm {
    static constexpr bool kColumn = false;
    static constexpr value::Nature kNature = value::Nature::none;
};
#define FLUXI_COLUMN_FORM(cpp, column_type)                                        \
    template <>                                                                    \
    struct ColumnForm<cpp> {                                                       \
        static constexpr bool kColumn = true;                                      \
        static constexpr table::ColumnType kType = table::ColumnType::column_type; \
        static constexpr value::Nature kNature = value::Nature::none;              \
    };
FLUXI_COLUMN_FORM(bool, boolean)
FLUXI_COLUMN_FORM(std::int64_t, integer)
FLUXI_COLUMN_FORM(std::uint64_t, uinteger)
FLUXI_COLUMN_FORM(double, floating)
FLUXI_COLUMN_FORM(std::string_view, string)
FLUXI_COLUMN_FORM(std::string, string)
FLUXI_COLUMN_FORM(value::Time, time)
#undef FLUXI_COLUMN_FORM
#define FLUXI_STORED_FORM(cpp, nature)                                        \
    template <>                                                               \
    struct ColumnForm<cpp> {                                                  \
        static constexpr bool kColumn = true;                                 \
        static constexpr table::ColumnType kType = table::ColumnType::string; \
        static constexpr value::Nature kNature = value::Nature::nature;       \
    };
FLUXI_STORED_FORM(value::Duration, duration)
FLUXI_STORED_FORM(Bytes, bytes)
FLUXI_STORED_FORM(NewBytes, bytes)
FLUXI_STORED_FORM(vec::List, array)
FLUXI_STORED_FORM(NewTexts, array)
FLUXI_STORED_FORM(NewIntegers, array)
#undef FLUXI_STORED_FORM

/// What a kernel is made with: the type of a result or its form.
template <typename T>
constexpr auto result_form() {
    if constexpr (ColumnForm<T>::kNature == value::Nature::none) {
        return ColumnForm<T>::kType;
    } else if constexpr (std::is_same_v<T, NewIntegers>) {
        return vec::Form{value::Nature::array, table::ColumnType::integer};
    } else {
        return vec::Form{ColumnForm<T>::kNature, table::ColumnType::string};
    }
}

/// What a text in a column stands for; `element` is the type of the elements of an array.
template <typename T>
T from_text(std::string_view text, [[maybe_unused]] table::ColumnType element) {
    if constexpr (std::is_same_v<T, value::Duration>) {
        return vec::duration_in(text);
    } else if constexpr (std::is_same_v<T, vec::List>) {
        return vec::List(text, element);
    } else {
        return T{text};
    }
}

template <typename T>
T from_stored(const table::stored_t<ColumnForm<T>::kType>& stored,
              [[maybe_unused]] table::ColumnType element) {
    if constexpr (ColumnForm<T>::kType == table::ColumnType::string) {
        return from_text<T>(stored.view(), element);
    } else if constexpr (std::is_same_v<T, value::Time>) {
        return value::Time{stored};
    } else {
        return static_cast<T>(stored);
    }
}

}  // namespace fluxi::native::adapter
