// The file of the store when something is wrong with it or with the world around it: each time a
// clear error, and nothing lost.
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "store/delete_predicate.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"
#include "tests/support/store_files.hpp"

using namespace fluxi;
using store::TagPredicate;

namespace {

std::shared_ptr<store::Store> open(const tests::StoreFolder& folder, std::int64_t now = 0) {
    return store::open_store(folder.file(), std::make_shared<host::FixedClock>(now));
}

/// Writes lines; gives the outcome of the commit.
store::WriteOutcome write(store::Store& store, store::BucketId bucket, std::string_view lines) {
    const auto transaction = store.begin();
    io::LineProtocolReader reader(lines, io::LinePrecision::ns, 0);
    io::LinePoint point;
    while (reader.next(point)) transaction->write(bucket, point);
    CHECK(reader.problems().empty());
    return transaction->commit();
}

store::BucketId make_bucket(store::Store& store, std::string_view name,
                            std::int64_t retention = 0) {
    const auto transaction = store.begin();
    const store::BucketId id = transaction->create_bucket(name, retention).id;
    transaction->commit();
    return id;
}

/// The points of all series, read from their chunks.
std::uint64_t count(const store::Bucket& bucket) {
    std::uint64_t points = 0;
    const auto series = bucket.series(TagPredicate::everything(), store::kAllTime);
    const auto chunks = bucket.chunks(series, store::kAllTime);
    for (std::size_t i = 0; i < series.size(); ++i) {
        for (const auto& chunk : chunks[i]) {
            points +=
                bucket.load(series[i], chunk, store::kAllTime, store::Wanted::both).times.size();
        }
    }
    return points;
}

std::string many_lines(unsigned series, unsigned points) {
    std::string lines;
    for (unsigned i = 0; i < points; ++i) {
        for (unsigned s = 0; s < series; ++s) {
            lines += "m,t=" + std::to_string(s) +
                     " f=" + std::to_string(std::uint64_t{7919} * i * (s + 3) * (i + s) % 1000003) +
                     ".5 " + std::to_string(i * 1000 + i % 7) + "\n";
        }
    }
    return lines;
}

template <typename F>
std::string error_of(F&& f) {
    try {
        f();
    } catch (const base::RuntimeError& error) {
        return error.what();
    }
    return "no error";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

void execute(const tests::StoreFolder& folder, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(folder.file().c_str(), &database) == SQLITE_OK);
    CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

}  // namespace

TEST_CASE("a store that is not there reads as empty and is made by the first commit") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    CHECK(store->buckets().empty());
    CHECK(store->bucket("b") == nullptr);
    CHECK_FALSE(std::filesystem::exists(folder.file()));
    make_bucket(*store, "b");
    CHECK(store->bucket("b") != nullptr);
    CHECK(store->buckets().size() == 1);
    std::filesystem::resize_file(folder.file(), 0);
    CHECK(open(folder)->buckets().empty());
}

TEST_CASE("a store of a newer version and other files are refused") {
    const tests::StoreFolder folder;
    make_bucket(*open(folder), "b");
    execute(folder, "PRAGMA user_version = 99");
    CHECK(has(error_of([&] { open(folder); }), "has version 99 of the format"));
    const tests::StoreFolder other;
    execute(other, "CREATE TABLE t (x)");
    CHECK(has(error_of([&] { open(other); }), "an SQLite database of another program"));
    other.write("cpu,host=a usage=1 1\ncpu,host=a usage=1 1\n");
    CHECK(has(error_of([&] { open(other); }), "is not a store of fluxi"));
    CHECK(other.bytes().starts_with("cpu,host=a"));
}

TEST_CASE("a view stays as it was while others write") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto id = make_bucket(*store, "b");
    write(*store, id, "m f=1 1\n");
    const auto before = store->bucket("b");
    CHECK(count(*before) == 1);
    write(*store, id, "m f=2 2\nm g=1 1\n");
    CHECK(count(*before) == 1);
    CHECK(count(*store->bucket("b")) == 3);
    const auto transaction = store->begin();
    transaction->drop_bucket(id);
    transaction->commit();
    CHECK(count(*before) == 1);
    CHECK(store->bucket("b") == nullptr);
}

TEST_CASE("a transaction that is not committed or fails leaves nothing") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto id = make_bucket(*store, "b");
    {
        const auto transaction = store->begin();
        io::LinePoint point;
        point.measurement = "m";
        point.fields = {{"f", 1.0}};
        transaction->write(id, point);
        transaction->create_bucket("c", 0);
    }
    CHECK(store->buckets().size() == 1);
    CHECK(count(*store->bucket("b")) == 0);
    const auto first = store->begin();
    const auto second = store->begin();
    first->create_bucket("c", 0);
    second->create_bucket("d", 0);
    second->create_bucket("c", 0);
    first->commit();
    CHECK(has(error_of([&] { second->commit(); }), "bucket with name c already exists"));
    CHECK(store->bucket("d") == nullptr);
}

TEST_CASE("transactions that need the same bucket share it") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto first = store->begin();
    const auto second = store->begin();
    std::int64_t time = 0;
    for (const auto& transaction : {first.get(), second.get()}) {
        const auto id = transaction->ensure_bucket("shared");
        CHECK(transaction->ensure_bucket("shared") == id);
        io::LinePoint point;
        point.measurement = "m";
        point.fields = {{"f", 1.0}};
        point.time = ++time;
        transaction->write(id, point);
    }
    first->commit();
    second->commit();
    CHECK(store->buckets().size() == 1);
    CHECK(count(*store->bucket("shared")) == 2);
    CHECK(store->begin()->ensure_bucket("shared") == store->bucket("shared")->info().id);
}

TEST_CASE("a field keeps its type in all of a bucket") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto id = make_bucket(*store, "b");
    write(*store, id, "m,t=a f=1 1\n");
    const auto outcome = write(
        *store, id, "m,t=b f=1i,g=1 900000000000000000\nm g=2 2\nm,t=c h=1,h=2i 5\nn f=1i 1\n");
    CHECK(outcome.dropped == 2);
    CHECK(outcome.points == 2);
    CHECK(outcome.message() ==
          "partial write: field type conflict: input field \"f\" on measurement \"m\" is type "
          "integer, already exists as type float dropped=2");
    CHECK(count(*store->bucket("b")) == 3);
    // Two writers that agree on no type: the second learns it when it commits.
    const auto one = store->begin();
    const auto two = store->begin();
    io::LinePoint point;
    point.measurement = "race";
    point.fields = {{"f", 1.0}};
    one->write(id, point);
    point.fields = {{"f", true}};
    two->write(id, point);
    one->commit();
    CHECK(has(error_of([&] { two->commit(); }), "is type boolean, already exists as type float"));
}

TEST_CASE("what cannot be stored is refused in the words of InfluxDB") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto id = make_bucket(*store, "b");
    CHECK(
        write(*store, id, "m time=1,f=2 1\n").message() ==
        "partial write: invalid field name: input field \"time\" on measurement \"m\" is invalid. "
        "Field \"time\" has been stripped from point. dropped=0");
    CHECK(write(*store, id, "m time=1 1\n").message() ==
          "partial write: invalid field name: input field \"time\" on measurement \"m\" is invalid "
          "dropped=1");
    CHECK(write(*store, id, "m s=\"" + std::string(1'100'000, 'x') + "\" 1\n").message() ==
          "partial write: input field \"s\" on measurement \"m\" is too long, 1100000 > 1048576 "
          "dropped=1");
    CHECK(count(*store->bucket("b")) == 1);
    const auto transaction = store->begin();
    for (const char* name : {"", "_b", "a\"b", "b"}) {
        CHECK_THROWS_AS(transaction->create_bucket(name, 0), base::RuntimeError);
    }
    CHECK_THROWS_AS(transaction->drop_bucket(7), base::RuntimeError);
}

TEST_CASE("points beyond the retention are neither stored nor read") {
    constexpr std::int64_t kHour = 3'600'000'000'000;
    const tests::StoreFolder folder;
    const auto id = make_bucket(*open(folder), "b", kHour);
    const auto outcome = write(
        *open(folder, 2 * kHour), id,
        "m f=1 3599999999999\nm f=1 3600000000000\nm f=1 5000000000000\nm f=1 7000000000000\n");
    CHECK(outcome.expired == 1);
    CHECK(count(*open(folder, 2 * kHour)->bucket(id)) == 3);
    CHECK(count(*open(folder, 2 * kHour + 1)->bucket(id)) == 2);
    CHECK(count(*open(folder, 5'000'000'000'001 + kHour)->bucket(id)) == 1);
    // What is known about a chunk does not count for a part of it.
    const auto bucket = open(folder, 5'000'000'000'001 + kHour)->bucket(id);
    const auto series = bucket->series(TagPredicate::everything(), store::kAllTime);
    CHECK_FALSE(bucket->chunks(series, store::kAllTime)[0][0].inside(store::kAllTime));
    CHECK(open(folder, 4 * kHour)
              ->bucket(id)
              ->tag_values("_field", TagPredicate::everything(), store::kAllTime)
              .empty());
}

TEST_CASE("what is expired is deleted by a later write") {
    constexpr std::int64_t kHour = 3'600'000'000'000;
    const tests::StoreFolder folder;
    const auto id = make_bucket(*open(folder), "b", kHour);
    write(*open(folder), id, "m,t=old f=1 1\nm,t=new f=1 1\nm,t=new f=2 3600000000000\n");
    const auto later = open(folder, 2 * kHour);
    CHECK(later->bucket(id)->summary().points == 3);
    write(*later, id, "m,t=new f=3 7200000000000\n");
    CHECK(later->bucket(id)->summary().points == 2);
    CHECK(later->bucket(id)->summary().series == 1);
    CHECK(count(*open(folder)->bucket(id)) == 2);
}

TEST_CASE("appending point by point leaves few chunks") {
    const tests::StoreFolder folder;
    const auto store = open(folder);
    const auto id = make_bucket(*store, "b");
    for (int i = 0; i < 200; ++i) write(*store, id, "m f=1.5 " + std::to_string(i) + "\n");
    const auto bucket = store->bucket("b");
    const auto series = bucket->series(TagPredicate::everything(), store::kAllTime);
    CHECK(bucket->chunks(series, store::kAllTime)[0].size() < 12);
    CHECK(count(*bucket) == 200);
}

TEST_CASE("damage of the file is noticed, wherever it is") {
    const tests::StoreFolder folder;
    {
        const auto store = open(folder);
        write(*store, make_bucket(*store, "b"), many_lines(30, 2000));
        CHECK(count(*store->bucket("b")) == 60'000);
    }
    const std::string good = folder.bytes();
    const std::string name = folder.file();
    int noticed = 0;
    for (std::size_t place = 3000; place < good.size(); place += good.size() / 60) {
        std::string bad = good;
        for (std::size_t i = place; i < std::min(place + 64, bad.size()); ++i) {
            bad[i] = static_cast<char>(bad[i] ^ 0x5A);
        }
        folder.write(bad);
        std::uint64_t points = 0;
        const std::string said = error_of([&] {
            const auto bucket = open(folder)->bucket("b");
            points = bucket == nullptr ? 0 : count(*bucket);
        });
        if (said != "no error") {
            ++noticed;
            CHECK(has(said, name));
        }
        // Damage to what is not read, or to the names of the index, leaves the points readable.
        CAPTURE(place);
        CHECK((said != "no error" || points == 60'000 || points == 0));
    }
    CHECK(noticed > 10);
    folder.write(good.substr(0, good.size() / 2));
    CHECK(has(error_of([&] { count(*open(folder)->bucket("b")); }), name));
    folder.write(good);
    CHECK(count(*open(folder)->bucket("b")) == 60'000);
}

TEST_CASE("a store that must not be written is read, and says so when it is written") {
    if (geteuid() == 0) return;  // root may write everything
    const tests::StoreFolder folder;
    const auto id = make_bucket(*open(folder), "b");
    write(*open(folder), id, "m f=1 1\n");
    namespace fs = std::filesystem;
    fs::permissions(folder.file(), fs::perms::owner_read);
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(count(*open(folder)->bucket("b")) == 1);
    CHECK(has(error_of([&] { write(*open(folder), id, "m f=1 1\n"); }), folder.file()));
}

TEST_CASE("two writers at once both succeed; one that holds the file for long is named") {
    const tests::StoreFolder folder;
    const auto id = make_bucket(*open(folder), "b");
    const auto work = [&](int number) {
        const auto store = open(folder);
        for (int i = 0; i < 20; ++i) {
            write(*store, id, "m,w=" + std::to_string(number) + " f=1 " + std::to_string(i) + "\n");
        }
    };
    std::thread one(work, 1);
    std::thread two(work, 2);
    one.join();
    two.join();
    CHECK(count(*open(folder)->bucket("b")) == 40);
}

TEST_CASE("who holds the lock is named") {
    const tests::StoreFolder folder;
    make_bucket(*open(folder), "b");
    CHECK(store::lock_holder(folder.file()).empty());
    int ready[2] = {-1, -1};
    int done[2] = {-1, -1};
    REQUIRE(pipe(ready) == 0);
    REQUIRE(pipe(done) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    char byte = 0;
    if (child == 0) {
        sqlite3* database = nullptr;
        sqlite3_open(folder.file().c_str(), &database);
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        if (::write(ready[1], &byte, 1) == 1 && ::read(done[0], &byte, 1) == 1) _exit(0);
        _exit(1);
    }
    CHECK(::read(ready[0], &byte, 1) == 1);
    CHECK(has(store::lock_holder(folder.file()), "process " + std::to_string(child)));
    CHECK(::write(done[1], &byte, 1) == 1);
    waitpid(child, nullptr, 0);
    for (const int end : {ready[0], ready[1], done[0], done[1]}) close(end);
}

TEST_CASE("a disk that is full loses nothing") {
    const tests::StoreFolder folder;
    const auto id = make_bucket(*open(folder), "b");
    write(*open(folder), id, "m f=1 1\n");
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    rlimit small = limit;
    small.rlim_cur = 400'000;
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const std::string said = error_of([&] { write(*open(folder), id, many_lines(100, 2000)); });
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    CHECK(has(said, folder.file()));
    CHECK(count(*open(folder)->bucket("b")) == 1);
    write(*open(folder), id, "m f=1 2\n");
    CHECK(count(*open(folder)->bucket("b")) == 2);
}

TEST_CASE("a predicate of delete is read as J.10 has it") {
    const auto problem = [](std::string_view text) {
        return error_of([&] { store::parse_delete_predicate(text); });
    };
    CHECK(store::parse_delete_predicate("  ").is_everything());
    for (const char* good : {"t=\"a\"", "t = a and \"u\" != b", "(t=1 AND (u=-1.5)) AND v=1h30m",
                             "_measurement=\"m\"", "t=true", "t=\"a\\\"b\""}) {
        CHECK(problem(good) == "no error");
    }
    CHECK(has(problem("_field=\"x\""), "delete by field is not supported, at position 1"));
    CHECK(has(problem("t=\"a\" OR t=\"b\""), "OR is not supported yet"));
    CHECK(has(problem("t=~/a/"), "the operator =~ is not supported"));
    CHECK(has(problem("t>\"a\""), "the operator > is not supported"));
    CHECK(has(problem("t==\"a\""), "the operator == is not supported"));
    CHECK(has(problem("t='a'"), "a value: a word, a number or a text in double quotes expected"));
    CHECK(has(problem("t="), "expected, at position 3"));
    CHECK(has(problem("(t=\"a\""), "extra ( seen"));
    CHECK(has(problem("t=\"a\")"), "extra ) seen"));
    CHECK(has(problem("t=\"a\" u=\"b\""), "AND expected"));
    CHECK(has(problem("t=\"a\" AND"), "a tag or _measurement expected"));
    CHECK(has(problem("AND t=\"a\""), "= or != expected"));
    CHECK(has(problem("(r) => r.t == \"a\""), "= or != expected"));
    CHECK(has(problem("t=\"a"), "the quote is not closed"));
    CHECK(has(problem(std::string(100'000, '(')), "nested too deeply"));
}
