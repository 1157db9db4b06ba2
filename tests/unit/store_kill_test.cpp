// A writer that is killed at any moment: the store opens, holds whole transactions only, and loses
// none that was reported done. tests/crash/kill_import.py does the same to the program, for many
// rounds.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include <doctest/doctest.h>

#include "store/store.hpp"
#include "tests/support/store_files.hpp"

using namespace fluxi;
using store::TagPredicate;

namespace {

constexpr int kRounds = 8;
constexpr std::int64_t kPointsOfABatch = 500;

/// Writes batch after batch and tells the number of each that is committed, until it is killed.
[[noreturn]] void write_until_killed(const std::string& file, store::BucketId id, int first,
                                     int reports) {
    const auto store = store::open_store(file, std::make_shared<host::FixedClock>(0));
    for (int batch = first;; ++batch) {
        const auto transaction = store->begin();
        io::LinePoint point;
        point.measurement = "m";
        point.time = batch;
        const std::string tag = std::to_string(batch % 7);
        for (std::int64_t i = 0; i < kPointsOfABatch; ++i) {
            const std::string name = "f" + std::to_string(i);
            point.tags = {{"t", tag}};
            point.fields = {{name, static_cast<double>(batch)}};
            transaction->write(id, point);
        }
        transaction->commit();
        if (write(reports, &batch, sizeof batch) != sizeof batch) _exit(1);
    }
}

/// The batches that the store holds, all of them whole.
std::int64_t batches(const std::string& file) {
    const auto store = store::open_store(file, std::make_shared<host::FixedClock>(0));
    const auto bucket = store->bucket("b");
    std::int64_t points = 0;
    const auto series = bucket->series(TagPredicate::everything(), store::kAllTime);
    const auto chunks = bucket->chunks(series, store::kAllTime);
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (const auto& chunk : chunks[i]) {
            points += bucket->load(series[i], chunk, store::kAllTime, store::Wanted::values)
                          .values.size();
        }
    }
    CHECK(points % kPointsOfABatch == 0);
    return points / kPointsOfABatch;
}

}  // namespace

TEST_CASE("a writer that is killed leaves whole transactions, and all that it reported") {
    const tests::StoreFolder folder;
    store::BucketId id = 0;
    {
        const auto store = store::open_store(folder.file(), std::make_shared<host::FixedClock>(0));
        const auto transaction = store->begin();
        id = transaction->create_bucket("b", 0).id;
        transaction->commit();
    }
    std::mt19937 random(11);
    std::int64_t stored = 0;
    for (int round = 0; round < kRounds; ++round) {
        int reports[2] = {-1, -1};
        REQUIRE(pipe(reports) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) write_until_killed(folder.file(), id, static_cast<int>(stored), reports[1]);
        close(reports[1]);
        usleep(static_cast<useconds_t>(20'000 + random() % 80'000));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        std::int64_t reported = stored;
        for (int batch = 0; read(reports[0], &batch, sizeof batch) == sizeof batch;) {
            reported = batch + 1;
        }
        close(reports[0]);
        stored = batches(folder.file());
        // The last batch may be stored and not yet reported.
        CHECK(stored >= reported);
        CHECK(stored <= reported + 1);
    }
    CHECK(stored > 0);
}
