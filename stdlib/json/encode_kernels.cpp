#include "json/encode_kernels.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/json_text.hpp"
#include "io/json_writer.hpp"
#include "table/builder.hpp"
#include "vec/apply.hpp"

namespace fluxi::stdlib::json {
namespace {

using table::Column;
using table::ColumnType;
using value::Nature;
using value::Value;

template <ColumnType kType, typename T>
void append_element(std::string& out, const T& v) {
    if constexpr (kType == ColumnType::boolean) {
        out += v != 0 ? "true" : "false";
    } else if constexpr (kType == ColumnType::string) {
        io::append_json_string(out, v, io::JsonEscape::html);
    } else if constexpr (kType == ColumnType::integer) {
        io::append_json(out, Value::integer(v));
    } else if constexpr (kType == ColumnType::uinteger) {
        io::append_json(out, Value::uinteger(v));
    } else if constexpr (kType == ColumnType::floating) {
        io::append_json(out, Value::floating(v));
    } else {
        io::append_json(out, Value::time({v}));
    }
}

/// A value of a row, with the text in front of it.
struct Piece {
    std::string text{};
    std::size_t column = 0;
    ColumnType type{};
    vec::Form form{};
};

void append_stored(std::string& out, const Piece& piece, std::string_view stored) {
    if (piece.form.nature == Nature::bytes) return io::append_json_bytes(out, stored);
    if (piece.form.nature == Nature::duration)
        return io::append_json(out, Value::duration(vec::duration_in(stored)));
    out += '[';
    bool first = true;
    table::dispatch(piece.form.element, [&](auto type) {
        const vec::List list(stored, type.value);
        list.for_each_stored<type.value>([&](bool valid, const auto& v) {
            if (!first) out += ',';
            first = false;
            if (valid) {
                append_element<type.value>(out, v);
            } else {
                out += "null";
            }
        });
    });
    out += ']';
}

void append_cell(std::string& out, const Piece& piece, const Column& column, std::uint32_t row) {
    table::dispatch(piece.type, [&](auto type) {
        const vec::Reader<table::stored_t<type.value>> cells(column);
        if (!cells.valid(row)) {
            out += "null";
        } else if constexpr (type.value == ColumnType::string) {
            if (piece.form.is_stored()) return append_stored(out, piece, cells[row].view());
            append_element<type.value>(out, cells[row].view());
        } else {
            append_element<type.value>(out, cells[row]);
        }
    });
}

class Encode final : public vec::Kernel {
  public:
    Encode(std::vector<Piece> pieces, std::string tail)
        : Kernel(vec::kBytesForm, true), pieces_(std::move(pieces)), tail_(std::move(tail)) {}
    Column run(std::span<const Column> arguments, std::uint32_t rows,
               const std::uint8_t* mask) const override {
        table::Builder builder(ColumnType::string);
        builder.reserve(rows);
        std::string text;
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (mask != nullptr && mask[row] == 0) {
                builder.append_null();
                continue;
            }
            text.clear();
            for (const Piece& piece : pieces_) {
                text += piece.text;
                append_cell(text, piece, arguments[piece.column], row);
            }
            text += tail_;
            builder.append_text(text);
        }
        return builder.finish();
    }

  private:
    std::vector<Piece> pieces_;
    std::string tail_;
};

/// Takes an argument apart.
class Pieces {
  public:
    void add(const vec::KernelArgument& argument, std::size_t column) {
        if (argument.constant != nullptr) {
            io::append_json(text_, *argument.constant);
        } else if (argument.whole == Nature::array) {
            add_array(argument, column);
        } else if (argument.whole == Nature::record) {
            add_record(argument, column);
        } else {
            pieces_.push_back({std::exchange(text_, {}), column,
                               argument.type.value_or(ColumnType::string), argument.form});
        }
    }
    vec::KernelRef finish() {
        return std::make_shared<Encode>(std::move(pieces_), std::move(text_));
    }

  private:
    void add_array(const vec::KernelArgument& argument, std::size_t column) {
        text_ += '[';
        for (std::size_t i = 0; i < argument.parts.size(); ++i) {
            if (i != 0) text_ += ',';
            add(argument.parts[i], column);
            column += argument.parts[i].columns();
        }
        text_ += ']';
    }
    /// The properties stand in the order of their labels, the columns in that of the record.
    void add_record(const vec::KernelArgument& argument, std::size_t column) {
        std::vector<std::size_t> columns;
        for (const vec::KernelArgument& part : argument.parts) {
            columns.push_back(column);
            column += part.columns();
        }
        std::vector<std::size_t> order(columns.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return argument.labels[a] < argument.labels[b];
        });
        text_ += '{';
        for (const std::size_t i : order) {
            if (i != order.front()) text_ += ',';
            io::append_json_string(text_, argument.labels[i], io::JsonEscape::html);
            text_ += ':';
            add(argument.parts[i], columns[i]);
        }
        text_ += '}';
    }

    std::vector<Piece> pieces_{};
    std::string text_{};
};

}  // namespace

vec::KernelRef EncodeKernels::bind(std::span<const vec::KernelArgument> arguments) const {
    Pieces pieces;
    pieces.add(arguments[0], 0);
    return pieces.finish();
}

}  // namespace fluxi::stdlib::json
