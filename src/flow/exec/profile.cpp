#include "flow/exec/profile.hpp"

#include <algorithm>

namespace fluxi::flow::exec {

namespace {

/// What the texts take that are too long to lie in their views.
std::uint64_t long_texts(const table::Column& column) {
    if (column.type() != table::ColumnType::string) return 0;
    std::uint64_t bytes = 0;
    const table::Column values = column.simple();
    const std::uint32_t count = values.encoding() == table::Encoding::constant
                                    ? std::min(values.size(), 1U)
                                    : values.size();
    for (std::uint32_t row = 0; row < count; ++row) {
        if (values.is_null(row)) continue;
        const std::uint32_t size = values.get<table::StringView>(row).size();
        if (size > table::StringView::kInline) bytes += size;
    }
    return bytes;
}

}  // namespace

std::uint64_t bytes_of(const table::Batch& batch) {
    std::uint64_t bytes = 0;
    for (const table::Column& column : batch.stored()) {
        const bool constant = column.encoding() == table::Encoding::constant;
        const std::uint64_t values = constant ? 1 : column.size();
        bytes += values * table::width_of(column.type()) + long_texts(column);
    }
    return bytes;
}

}  // namespace fluxi::flow::exec
