#include <memory>
#include <vector>

#include <doctest/doctest.h>

#include "date/time_kernels.hpp"
#include "table/builder.hpp"
#include "value/time.hpp"
#include "value/window.hpp"

using namespace fluxi;
using table::ColumnType;
using value::Value;

namespace {
/// Truncates to the unit that is the second argument.
auto truncating(const value::Location& location) {
    return [location](std::span<const vec::KernelArgument> constants) {
        return value::Truncation(constants[0].constant->as_duration(), location);
    };
}
}  // namespace

TEST_CASE("a kernel of times gives what the function gives row by row") {
    value::ZoneDatabase zones;
    const value::Location dublin{&zones.get("Europe/Dublin"), {}};
    const Value unit = Value::duration({value::kNsPerDay, 0});
    auto prepare = truncating(dublin);
    const stdlib::date::TimeKernels<decltype(prepare)> kernels(ColumnType::time, prepare);
    const std::vector<vec::KernelArgument> arguments{{ColumnType::time, nullptr},
                                                     {std::nullopt, &unit}};
    const vec::KernelRef kernel = kernels.bind(arguments);
    REQUIRE(kernel != nullptr);
    CHECK(kernel->type() == ColumnType::time);
    CHECK(kernel->can_fail());

    table::Builder builder(ColumnType::time);
    std::vector<std::int64_t> times;
    std::vector<std::uint8_t> counts;
    for (int i = 0; i < 3000; ++i) {
        // Up and down, over both changes of the clock of three years.
        times.push_back((i % 2 == 0 ? 1 : -1) * i * 7 * value::kNsPerHour);
        counts.push_back(i % 5 != 0);
        if (i % 5 == 0)
            builder.append_null();
        else
            builder.append_stored<std::int64_t>(times.back());
    }
    const std::vector<table::Column> columns{builder.finish()};
    // A null is no time; that matters only in rows that count.
    CHECK_THROWS_WITH(kernel->run(columns, 3000, nullptr), "null is not Timeable");
    const table::Column result = kernel->run(columns, 3000, counts.data());
    REQUIRE(result.size() == 3000);
    int wrong = 0;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        const Value got = result.at(i);
        if (i % 5 == 0) continue;
        value::Truncation fresh({value::kNsPerDay, 0}, dublin);
        wrong += static_cast<int>(got.as_time().nanoseconds != fresh(times[i]));
    }
    CHECK(wrong == 0);
}

TEST_CASE("a kernel of times needs a column of times and constants") {
    auto prepare = truncating({});
    const stdlib::date::TimeKernels<decltype(prepare)> kernels(ColumnType::time, prepare);
    const Value unit = Value::duration({1, 0});
    const Value null = Value::null();
    using Arguments = std::vector<vec::KernelArgument>;
    CHECK(kernels.bind(Arguments{{ColumnType::integer, nullptr}, {std::nullopt, &unit}}) ==
          nullptr);
    CHECK(kernels.bind(Arguments{{ColumnType::time, nullptr}, {ColumnType::string, nullptr}}) ==
          nullptr);
    CHECK(kernels.bind(Arguments{{ColumnType::time, nullptr}, {std::nullopt, &null}}) == nullptr);
}
