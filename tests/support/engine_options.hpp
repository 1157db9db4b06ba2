// What tests of the public API run with: results as plain CSV, and a run with parameters.
#pragma once

#include <utility>

#include "engine/fluxi/fluxi.hpp"

namespace fluxi::tests {

inline Options plain() {
    Options options;
    options.format = "plain-csv";
    return options;
}

inline RunSettings with(Parameters parameters) {
    RunSettings settings;
    settings.parameters = std::move(parameters);
    return settings;
}

}  // namespace fluxi::tests
