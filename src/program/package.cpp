#include "program/package.hpp"

namespace fluxi::program {

std::uint32_t Package::find(std::string_view name) const {
    const auto found = by_name_.find(std::string(name));
    return found == by_name_.end() ? npos : found->second;
}

std::uint32_t Package::add(Cell cell) {
    const auto index = static_cast<std::uint32_t>(cells_.size());
    by_name_[cell.name] = index;
    cells_.push_back(std::move(cell));
    return index;
}

}  // namespace fluxi::program
