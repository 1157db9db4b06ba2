// What a documentation page states that can be checked: examples with their tables, and the types
// of functions. An example is a block of Flux; the tables below it that are introduced as output
// are its results, those introduced as input its data.
#pragma once

#include <string>
#include <vector>

#include "cli/conformance/markdown.hpp"

namespace fluxi::cli::conformance {

struct Example {
    std::string heading{};  ///< that it stands below
    std::size_t line = 0;   ///< of its first line in the page
    std::string code{};
    std::vector<Table> given{};  ///< what it works on, where the page shows that
    std::vector<Table> wanted{};
};

struct Signature {
    std::size_t line = 0;
    std::string text{};
};

struct PageExamples {
    std::vector<Example> examples{};
    std::vector<Signature> signatures{};
};

PageExamples find_examples(const Page& page);

}  // namespace fluxi::cli::conformance
