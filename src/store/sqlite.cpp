#include "store/sqlite.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/core.h>
#include <sqlite3.h>

#include "base/error.hpp"
#include "store/bytes.hpp"

namespace fluxi::store {

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(database_, other.database_);
    std::swap(statement_, other.statement_);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

bool Statement::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) database_->check(result);
    return false;
}

void Statement::reset() {
    sqlite3_reset(statement_);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Statement::bind(int place, std::int64_t v) {
    database_->check(sqlite3_bind_int64(statement_, place, v));
}

void Statement::bind(int place, std::optional<std::int64_t> v) {
    if (v) return bind(place, *v);
    database_->check(sqlite3_bind_null(statement_, place));
}

void Statement::bind(int place, std::string_view text) {
    const char* data = text.data() == nullptr ? "" : text.data();
    database_->check(
        sqlite3_bind_text64(statement_, place, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int place, std::span<const char> blob) {
    const char* data = blob.data() == nullptr ? "" : blob.data();
    database_->check(sqlite3_bind_blob64(statement_, place, data, blob.size(), SQLITE_STATIC));
}

namespace {

constexpr int kPatience = 5000;  // ms

/// Percent-encoded, as the path of an SQLite URI must be.
std::string uri_of(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '?' || c == '#' || c == '%') {
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

Database::Database(const std::string& path, Access access) : path_(path) {
    int flags = SQLITE_OPEN_NOMUTEX;
    switch (access) {
        case Access::immutable:
            flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
            break;
        case Access::read_only:
            flags |= SQLITE_OPEN_READONLY;
            break;
        case Access::read_write:
            flags |= SQLITE_OPEN_READWRITE;
            break;
        case Access::create:
            flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
            break;
    }
    // A plain name must not be taken for a URI or for a database in memory.
    const bool plain = !path.empty() && path[0] != '/' && path[0] != '.';
    const std::string name = plain ? "./" + path : path;
    const int result = sqlite3_open_v2((access == Access::immutable ? uri_of(name) : name).c_str(),
                                       &handle_, flags, nullptr);
    if (result != SQLITE_OK) {
        const std::string reason = handle_ == nullptr ? "out of memory"
                                   : sqlite3_system_errno(handle_) != 0
                                       ? std::strerror(sqlite3_system_errno(handle_))
                                       : sqlite3_errmsg(handle_);
        sqlite3_close_v2(handle_);
        base::fail_with(base::Code::file, "the store {} cannot be opened: {}", path_, reason);
    }
    sqlite3_extended_result_codes(handle_, 1);
    set_patience(kPatience);
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

void Database::set_patience(int milliseconds) {
    sqlite3_busy_timeout(handle_, milliseconds);
}

void Database::execute(const char* sql) {
    check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(const char* sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(
        sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    return {*this, statement};
}

std::int64_t Database::last_id() const {
    return sqlite3_last_insert_rowid(handle_);
}

void Database::check(int result) {
    if (result != SQLITE_OK) fail(result);
}

void Database::fail(int result) const {
    const auto say = [&](std::string_view what) {
        base::fail_with(base::Code::file, "the store {} {}", path_, what);
    };
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: {
            const std::string holder = lock_holder(path_);
            say(fmt::format("is held by {}: it was waited for {} s",
                            holder.empty() ? "another program" : holder, kPatience / 1000));
            break;
        }
        case SQLITE_CORRUPT:
            say("is damaged; what can be saved of it, `sqlite3 FILE .recover` shows");
            break;
        case SQLITE_NOTADB:
            say("is not a store of fluxi");
            break;
        case SQLITE_FULL:
            say("has no room left on its disk; nothing was changed");
            break;
        case SQLITE_READONLY:
            say("cannot be written: it or its folder is read-only");
            break;
        case SQLITE_CANTOPEN:
            say(fmt::format("cannot be opened: {}", std::strerror(sqlite3_system_errno(handle_))));
            break;
        case SQLITE_IOERR: {
            const int system = sqlite3_system_errno(handle_);
            say(fmt::format("cannot be used: {}",
                            system != 0 ? std::strerror(system) : sqlite3_errmsg(handle_)));
            break;
        }
        default:
            say(fmt::format("cannot be used: {}", sqlite3_errmsg(handle_)));
    }
    std::abort();  // `say` has thrown
}

Statement& StatementCache::operator()(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    return statements_.emplace(sql, database_.prepare(sql)).first->second;
}

void name_file(base::RuntimeError& error, std::string_view path) {
    std::string& message = error.diagnostic().message;
    if (message.starts_with(kDamaged)) message = fmt::format("the store {}: {}", path, message);
}

// The kernel lists the locks of all processes with the device and the number of the file. The write
// lock of a database with a write-ahead log is byte 120 of its FILE-shm. (Asking with F_GETLK would
// mean to open that file, and closing it again would drop the locks that this process has on it.)
std::string lock_holder(const std::string& path) {
    struct stat file = {};
    if (stat((path + "-shm").c_str(), &file) != 0) return {};
    std::ifstream locks("/proc/locks");
    for (std::string line; std::getline(locks, line);) {
        std::istringstream words(line);
        std::string number, kind, mode, access, place, begin, end;
        long process = 0;
        words >> number >> kind >> mode >> access >> process >> place >> begin >> end;
        const std::size_t colon = place.rfind(':');
        if (colon == std::string::npos || place.substr(colon + 1) != std::to_string(file.st_ino) ||
            begin != "120" || access != "WRITE") {
            continue;
        }
        std::ifstream command(fmt::format("/proc/{}/cmdline", process));
        std::string text;
        std::getline(command, text);
        for (char& c : text) {
            if (c == '\0') c = ' ';
        }
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return text.empty() ? fmt::format("process {}", process)
                            : fmt::format("process {} ({})", process, text);
    }
    return {};
}

}  // namespace fluxi::store
