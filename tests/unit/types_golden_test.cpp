// tests/types/NAME.flux with the inferred types of its definitions in NAME.types.
#include <doctest/doctest.h>

#include "tests/support/type_world.hpp"

using namespace fluxi;

TEST_CASE("definitions have the types of the golden files") {
    test::TypeWorld world;
    const auto files = test::project_files("tests/types", ".flux");
    CHECK(!files.empty());
    for (const std::string& file : files) {
        types::InferOptions options;
        options.features.label_polymorphism = file.find("label") != std::string::npos;
        const auto checked = world.check(test::project_file("tests/types/" + file), options);
        CHECK_MESSAGE(checked.messages().empty(), file, ": ", checked.messages());
        const std::string golden = "tests/types/" + file.substr(0, file.size() - 5) + ".types";
        CHECK_MESSAGE(test::matches_golden(golden, checked.types()), golden, " should be\n",
                      checked.types());
    }
}
