#include <doctest/doctest.h>

#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/budget.hpp"
#include "base/error.hpp"
#include "base/spill_file.hpp"
#include "base/spilling_vector.hpp"
#include "table/buffer.hpp"

using namespace fluxi;

namespace {

const std::string kFolder = std::filesystem::temp_directory_path().string();

}  // namespace

TEST_CASE("blocks of a spill file keep what is written to them") {
    base::SpillFile file(kFolder);
    struct Block {
        std::byte* data;
        std::size_t size;
        unsigned char content;
    };
    std::vector<Block> blocks;
    // More than stays resident, so that pages are given back in between; small and large ones.
    for (unsigned char i = 0; i < 200; ++i) {
        const std::size_t size =
            i % 7 == 0 ? (std::size_t{3} << 20) + i : std::size_t{5000} + 700U * i;
        blocks.push_back({file.allocate(size), size, i});
        std::memset(blocks.back().data, i, size);
        CHECK(file.owns(blocks.back().data));
        if (i % 3 == 2) {
            const Block& gone = blocks[blocks.size() - 2];
            file.release(gone.data, gone.size);
            blocks.erase(blocks.end() - 2);
        }
    }
    for (const Block& block : blocks) {
        for (std::size_t at = 0; at < block.size; at += 997)
            REQUIRE(block.data[at] == std::byte{block.content});
        REQUIRE(block.data[block.size - 1] == std::byte{block.content});
        file.release(block.data, block.size);
    }
    int outside = 0;
    CHECK_FALSE(file.owns(&outside));
    CHECK(file.peak() > (std::size_t{60} << 20));
}

TEST_CASE("a spill file that cannot be made says so") {
    base::SpillFile file(kFolder + "/there is no such folder");
    CHECK_THROWS_AS(file.allocate(4096), base::RuntimeError);
}

TEST_CASE("buffers past half of the limit lie in the spill file") {
    constexpr std::size_t kLimit = std::size_t{1} << 20;
    constexpr std::size_t kBlock = std::size_t{64} << 10;
    const auto file = std::make_shared<base::SpillFile>(kFolder);
    const auto budget = std::make_shared<base::MemoryBudget>(kLimit, file);
    const base::BudgetScope scope(budget);
    std::vector<std::shared_ptr<table::Buffer>> buffers;
    for (int i = 0; i < 100; ++i) {
        buffers.push_back(table::Buffer::allocate(kBlock));
        std::memset(buffers.back()->data(), i, kBlock);
    }
    CHECK_FALSE(file->owns(buffers.front()->data()));
    CHECK(file->owns(buffers.back()->data()));
    CHECK(budget->used() <= kLimit / 2);
    for (int i = 0; i < 100; ++i)
        CHECK(buffers[static_cast<std::size_t>(i)]->data()[kBlock - 1] ==
              static_cast<std::byte>(i));
    base::SpillingVector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < 300'000; ++i) numbers.push_back(i * i);
    CHECK(file->owns(numbers.data()));
    CHECK(numbers[299'999] == 299'999ULL * 299'999ULL);
    buffers.clear();
    CHECK(budget->used() == 0);
}

TEST_CASE("without a spill file the limit is an error") {
    const base::BudgetScope scope(std::make_shared<base::MemoryBudget>(std::size_t{1} << 20));
    CHECK_THROWS_AS(table::Buffer::allocate(std::size_t{2} << 20), base::RuntimeError);
}
