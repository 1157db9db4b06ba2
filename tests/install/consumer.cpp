// A program that uses the installed library.
#include <fluxi/fluxi.hpp>
#include <fluxi/testing.hpp>
#include <iostream>

int main() {
    fluxi::TestSelection none;
    none.paths = {"no such folder"};
    if (fluxi::run_tests({}, none).error.empty()) return 2;
    const fluxi::Result result = fluxi::Engine().run("6 * 7");
    std::cout << result.value.value_or(result.messages) << '\n';
    return result.ok() ? 0 : 1;
}
