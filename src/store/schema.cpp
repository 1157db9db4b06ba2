#include "store/schema.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/core.h>

#include "base/error.hpp"

namespace fluxi::store {

namespace {

/// "flux"; tells our files from other SQLite databases.
constexpr std::int64_t kApplication = 0x666C7578;

/// Step i brings a store of version i to version i + 1.
constexpr std::array kSteps = {
    R"sql(
CREATE TABLE bucket (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    retention INTEGER NOT NULL);
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY,
    bucket INTEGER NOT NULL REFERENCES bucket,
    name TEXT NOT NULL,
    first_time INTEGER, last_time INTEGER,
    UNIQUE (bucket, name));
CREATE TABLE field (
    id INTEGER PRIMARY KEY,
    measurement INTEGER NOT NULL REFERENCES measurement,
    name TEXT NOT NULL,
    type INTEGER NOT NULL,
    first_time INTEGER, last_time INTEGER,
    UNIQUE (measurement, name));
CREATE TABLE tag (
    measurement INTEGER NOT NULL REFERENCES measurement,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    first_time INTEGER, last_time INTEGER,
    id INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (measurement, key, value)) WITHOUT ROWID;
CREATE TABLE tag_set (
    id INTEGER PRIMARY KEY,
    measurement INTEGER NOT NULL REFERENCES measurement,
    tags BLOB NOT NULL,
    UNIQUE (measurement, tags));
CREATE TABLE tag_member (
    tag INTEGER NOT NULL REFERENCES tag,
    tag_set INTEGER NOT NULL REFERENCES tag_set,
    PRIMARY KEY (tag, tag_set)) WITHOUT ROWID;
CREATE TABLE series (
    tag_set INTEGER NOT NULL REFERENCES tag_set,
    field INTEGER NOT NULL REFERENCES field,
    id INTEGER NOT NULL,
    first_time INTEGER, last_time INTEGER,
    PRIMARY KEY (tag_set, field)) WITHOUT ROWID;
CREATE TABLE chunk (
    series INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    first_time INTEGER NOT NULL,
    points INTEGER NOT NULL,
    block INTEGER NOT NULL,
    statistics BLOB NOT NULL,
    PRIMARY KEY (series, last_time)) WITHOUT ROWID;
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL);
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counter VALUES ('series', 1);
)sql",
};
static_assert(kSteps.size() == kFormatVersion);

[[noreturn]] void fail_open(const std::string& path, std::string_view what) {
    base::fail_with(base::Code::file, "the store {} {}", path, what);
}

/// The version of a store; 0 for an empty file.
std::int64_t version_of(Database& database) {
    const std::int64_t version = database.integer("PRAGMA user_version");
    const std::int64_t application = database.integer("PRAGMA application_id");
    if (application != kApplication) {
        if (version == 0 && application == 0 &&
            database.integer("SELECT count(*) FROM sqlite_master") == 0) {
            return 0;
        }
        fail_open(database.path(),
                  "is an SQLite database of another program, not a store of fluxi");
    }
    if (version > kFormatVersion) {
        fail_open(database.path(),
                  fmt::format("has version {} of the format; this fluxi knows versions up to {}: "
                              "use a newer one",
                              version, kFormatVersion));
    }
    return version;
}

/// Brings the store up to the version known here. Two programs may come here at once: the second
/// finds the work done.
void upgrade(Database& database) {
    if (version_of(database) == kFormatVersion) return;
    database.execute("BEGIN IMMEDIATE");
    for (auto version = version_of(database); version < kFormatVersion; ++version) {
        database.execute(kSteps[static_cast<std::size_t>(version)]);
        database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                     kApplication, version + 1)
                             .c_str());
    }
    database.execute("COMMIT");
}

void set_up(Database& database) {
    database.execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -32768");
}

}  // namespace

std::unique_ptr<Database> open_for_reading(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error == std::errc::no_such_file_or_directory) return nullptr;
    if (error) fail_open(path, fmt::format("cannot be opened: {}", error.message()));
    if (size == 0) return nullptr;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const bool own_files = access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
    auto how = Database::Access::read_write;
    if (access(path.c_str(), W_OK) != 0 || !own_files) {
        // A file that has neither a log nor its index beside it is in nobody's use, and nobody here
        // could write it.
        const bool indexed = std::filesystem::exists(path + "-shm", error);
        const bool logged = std::filesystem::exists(path + "-wal", error) &&
                            std::filesystem::file_size(path + "-wal", error) > 0;
        if (logged && !indexed && !own_files) {
            fail_open(path,
                      "was left by a program that did not end properly; somebody who may write it "
                      "and its folder has to open it once");
        }
        how = own_files || indexed ? Database::Access::read_only : Database::Access::immutable;
    }
    auto database = std::make_unique<Database>(path, how);
    set_up(*database);
    const std::int64_t version = version_of(*database);
    if (version == 0) return nullptr;
    if (version < kFormatVersion) upgrade(*database);
    database->execute("PRAGMA query_only = ON");
    return database;
}

std::unique_ptr<Database> open_for_writing(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) {
        fail_open(path, fmt::format("cannot be made: {}: {}", folder.string(), error.message()));
    }
    auto database = std::make_unique<Database>(path, Database::Access::create);
    set_up(*database);
    // What is set here counts for a file that is still empty, and is kept by one that is not.
    database->execute("PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL");
    version_of(*database);
    database->execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    upgrade(*database);
    return database;
}

}  // namespace fluxi::store
