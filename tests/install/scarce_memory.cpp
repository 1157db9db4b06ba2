// Uses the installed library while memory is short: an allocation fails, alone or with all behind
// it, at many places of a run. No exception may come out, and afterwards all works as before.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>

#include <fluxi/fluxi.hpp>

namespace {

long left = -1;  // allocations until one fails; none does below zero
bool for_good = false;
long made = 0;

void* allocate(std::size_t size) {
    ++made;
    if (left == 0) {
        if (!for_good) left = -1;
        throw std::bad_alloc();
    }
    if (left > 0) --left;
    void* found = std::malloc(size == 0 ? 1 : size);
    if (found == nullptr) throw std::bad_alloc();
    return found;
}

constexpr const char* kScript = R"(
import "array"
import "strings"

array.from(rows: [{a: 1, s: "a text longer than twelve"}, {a: 2, s: "b"}])
    |> map(fn: (r) => ({r with u: strings.toUpper(v: r.s)}))
    |> group(columns: ["s"])
    |> sort(columns: ["a"])
)";

/// Whether a run whose allocation number `count` fails ends as it should: with a message, or with
/// its results where it can do without that memory (as sorting can).
bool ends_well(const fluxi::Engine& engine, const std::string& wanted, long count,
               bool all_behind) {
    left = count;
    for_good = all_behind;
    try {
        const fluxi::Result result = engine.run(kScript);
        left = -1;
        if (result.status == fluxi::Status::failed && !result.messages.empty()) return true;
        if (result.ok() && result.output == wanted) return true;
        std::printf("allocation %ld: status %d\n", count, static_cast<int>(result.status));
    } catch (const std::exception& error) {
        left = -1;
        std::printf("allocation %ld: %s came out\n", count, error.what());
    }
    return false;
}

}  // namespace

void* operator new(std::size_t size) {
    return allocate(size);
}
void* operator new[](std::size_t size) {
    return allocate(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

int main() {
    const fluxi::Engine engine;
    made = 0;
    const fluxi::Result first = engine.run(kScript);
    const long all = made;
    if (!first.ok() || all < 1000) return 1;
    int wrong = 0;
    for (long count = 0; count < all; count += 43) {
        if (!ends_well(engine, first.output, count, false)) ++wrong;
        if (!ends_well(engine, first.output, count, true)) ++wrong;
    }
    const fluxi::Result last = engine.run(kScript);
    return wrong == 0 && last.output == first.output ? 0 : 1;
}
