#include "cli/conformance/example_buckets.hpp"

#include <unistd.h>

#include <atomic>
#include <filesystem>

#include <fmt/format.h>

#include "host/clock.hpp"
#include "store/store.hpp"

namespace fluxi::cli::conformance {

namespace fs = std::filesystem;

namespace {

std::string fresh_file() {
    static std::atomic<unsigned> number{0};
    return (fs::temp_directory_path() /
            fmt::format("fluxi-conformance-{}-{}.db", getpid(), number++))
        .string();
}

}  // namespace

ExampleBuckets::ExampleBuckets() : file_(fresh_file()) {}

ExampleBuckets::~ExampleBuckets() {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(file_ + ending, ignored);
}

bool ExampleBuckets::make_missing(const std::string& error) {
    constexpr std::string_view kMissing = "could not find bucket \"";
    if (!error.starts_with(kMissing)) return false;
    const auto end = error.find('"', kMissing.size());
    if (end == std::string::npos) return false;
    const std::string name = error.substr(kMissing.size(), end - kMissing.size());
    if (store::parse_id(name) || !made_.insert(name).second) return false;
    const auto store = store::open_store(file_, std::make_shared<host::SystemClock>());
    const auto transaction = store->begin();
    transaction->create_bucket(name, 0);
    transaction->commit();
    return true;
}

}  // namespace fluxi::cli::conformance
