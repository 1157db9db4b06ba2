// A described file for people, as a table per part, and for programs, as JSON.
#pragma once

#include <cstddef>
#include <string>

#include "cli/describe/file_summary.hpp"

namespace fluxi::cli {

struct DescribeLook {
    std::size_t width = 0;  ///< cells of the terminal; 0: no limit
    bool color = false;
};

std::string description_text(const std::string& name, const DescribedFile& file,
                             const DescribeLook& look);
std::string description_json(const std::string& name, const DescribedFile& file);

}  // namespace fluxi::cli
