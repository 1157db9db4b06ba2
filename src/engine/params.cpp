#include "engine/params.hpp"

#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "base/nearest.hpp"

namespace fluxi::engine {

std::optional<std::string> unknown_param(const program::Package& script, const std::string& name) {
    if (script.find(name) != program::Package::npos) return std::nullopt;
    std::vector<std::string_view> defined;
    for (const program::Cell& cell : script.cells()) defined.push_back(cell.name);
    const std::string_view near = base::nearest(name, defined);
    return fmt::format("the script defines no variable or option of this name{}",
                       near.empty() ? "" : fmt::format("; did you mean {}?", near));
}

}  // namespace fluxi::engine
