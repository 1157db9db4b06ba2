// Diagnostics in SARIF 2.1.0, the format that code hosts and editors read.
#pragma once

#include <string>
#include <vector>

namespace fluxi::cli {

/// `diagnostics` are JSON objects as base::to_json makes them.
std::string sarif_report(const std::vector<std::string>& diagnostics);

}  // namespace fluxi::cli
