// A program that uses the installed library.
#include <fluxi/fluxi.hpp>
#include <iostream>

int main() {
    const fluxi::Result result = fluxi::Engine().run("6 * 7");
    std::cout << result.value.value_or(result.messages) << '\n';
    return result.ok() ? 0 : 1;
}
