#include "table/schema.hpp"

#include <algorithm>
#include <utility>

namespace fluxi::table {

Schema::Schema(std::vector<Field> fields, std::vector<std::uint32_t> key)
    : fields_(std::move(fields)), key_(std::move(key)), sorted_key_(key_), in_key_(fields_.size()) {
    std::sort(sorted_key_.begin(), sorted_key_.end(), [this](std::uint32_t a, std::uint32_t b) {
        return fields_[a].label != fields_[b].label ? fields_[a].label < fields_[b].label : a < b;
    });
    for (const std::uint32_t column : key_) in_key_[column] = 1;
}

std::size_t Schema::find(std::string_view label) const noexcept {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].label == label) return i;
    }
    return npos;
}

SchemaRef make_schema(std::vector<Field> fields, std::vector<std::uint32_t> key) {
    return std::make_shared<const Schema>(std::move(fields), std::move(key));
}

bool same(const SchemaRef& a, const SchemaRef& b) {
    return a == b || (a && b && *a == *b);
}

}  // namespace fluxi::table
