// What a part of a lambda is while it is bound: known already, a column of the program, a column of
// values in a stored form, or a record or array of such. The row itself is a record whose fields
// are the columns of the schema, made into registers only when they are read.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "value/value.hpp"
#include "vec/program.hpp"

namespace fluxi::vec {

struct Symbol;

/// A record under construction: labels in order; a null entry is never read.
struct SymbolicRecord {
    std::vector<std::pair<std::string, Symbol>> fields;
    bool is_row = false;  ///< the parameter itself: unread columns are not in the program yet
    [[nodiscard]] const Symbol* find(std::string_view label) const;
};

/// A column of the batch that no instruction has read yet.
struct UnreadColumn {
    std::size_t position = 0;
    table::ColumnType type{};
};

/// A column whose texts stand for durations, bytes or arrays.
struct StoredColumn {
    Register column = 0;
    Form form{};
};

struct SymbolicArray;

struct Symbol {
    std::variant<value::Value, Register, UnreadColumn, std::shared_ptr<const SymbolicRecord>,
                 StoredColumn, std::shared_ptr<const SymbolicArray>>
        content{};
};

/// An array that is written out, with elements that are no constants.
struct SymbolicArray {
    std::vector<Symbol> elements;
};

inline const Symbol* SymbolicRecord::find(std::string_view label) const {
    for (const auto& [name, symbol] : fields) {
        if (name == label) return &symbol;
    }
    return nullptr;
}

}  // namespace fluxi::vec
