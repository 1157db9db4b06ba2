#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/budget.hpp"
#include "base/counted.hpp"
#include "base/spilling_vector.hpp"

using namespace fluxi;

TEST_CASE("containers count what they hold and give it back") {
    const auto budget = std::make_shared<base::MemoryBudget>(std::size_t{1} << 20);
    {
        const base::BudgetScope scope(budget);
        base::CountedVector<std::string> texts(100);
        CHECK(budget->used() >= 100 * sizeof(std::string));
        base::CountedMap<int, int> map;
        const std::size_t before = budget->used();
        for (int i = 0; i < 100; ++i) map.emplace(i, i);
        CHECK(budget->used() >= before + 100 * sizeof(std::pair<const int, int>));
        base::CountedHashMap<std::int64_t, std::uint32_t> hashed;
        hashed.emplace(1, 2U);
        base::SpillingVector<double> numbers(1000);
        CHECK(budget->used() >= 8000);
    }
    CHECK(budget->used() == 0);
}

TEST_CASE_TEMPLATE("a container whose elements were moved away counts what comes next", Container,
                   base::CountedVector<std::uint64_t>, base::SpillingVector<std::uint64_t>) {
    const auto budget = std::make_shared<base::MemoryBudget>(std::size_t{1} << 20);
    {
        const base::BudgetScope scope(budget);
        Container first(1000);
        const std::size_t of_first = budget->used();
        Container taken = std::move(first);
        CHECK(budget->used() == of_first);
        first.resize(1000);
        CHECK(budget->used() == 2 * of_first);
        taken = std::move(first);
        CHECK(budget->used() == of_first);
        first.resize(1000);
        CHECK(budget->used() == 2 * of_first);
    }
    CHECK(budget->used() == 0);
}
