// SQLite with C++ manners: a Database closes itself, a Statement finalizes itself, and every
// failure is a base::RuntimeError (Code::file) that names the file and says in plain words what is
// wrong: damaged, read-only, no room left, held by another program. Not for several threads at
// once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace fluxi::store {

class Statement {
  public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    /// Sets the parameters from the first on, after a reset. Texts must live until the next call.
    template <typename... Args>
    Statement& with(const Args&... args) {
        reset();
        int place = 0;
        (bind(++place, args), ...);
        return *this;
    }
    /// The next row; false at the end.
    bool step();
    /// Runs a statement without rows.
    template <typename... Args>
    void run(const Args&... args) {
        with(args...).step();
        reset();
    }
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    /// A text or blob; valid until the next step or reset.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] bool is_null(int column) const;

  private:
    friend class Database;
    Statement(class Database& database, sqlite3_stmt* statement)
        : database_(&database), statement_(statement) {}
    void bind(int place, std::int64_t v);
    void bind(int place, std::uint64_t v) { bind(place, static_cast<std::int64_t>(v)); }
    void bind(int place, std::string_view text);
    void bind(int place, std::optional<std::int64_t> v);
    /// A blob, where a string_view is a text.
    void bind(int place, std::span<const char> blob);

    class Database* database_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

class Database {
  public:
    enum class Access : std::uint8_t {
        read_only,
        immutable,  ///< nobody changes the file, and no other file lies beside it
        read_write,
        create,
    };
    Database(const std::string& path, Access access);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    [[nodiscard]] const std::string& path() const { return path_; }
    void execute(const char* sql);
    /// The first column of the only row of a query.
    std::int64_t integer(const char* sql);
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] std::int64_t last_id() const;
    /// How often an execute or step waits for another program, about 1 ms each.
    void set_patience(int milliseconds);
    /// Throws if the result of a call is an error.
    void check(int result);

  private:
    [[noreturn]] void fail(int result) const;

    std::string path_;
    sqlite3* handle_ = nullptr;
};

/// Statements that are prepared when they are first used. They are found by their texts, which must
/// be literals.
class StatementCache {
  public:
    explicit StatementCache(Database& database) : database_(database) {}
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;
    Statement& operator()(std::string_view sql);

  private:
    Database& database_;
    std::unordered_map<std::string_view, Statement> statements_{};
};

/// Puts the name of the store before the message of an error about damaged data.
void name_file(base::RuntimeError& error, std::string_view path);

/// "process 4711 (fluxi import …)" if another process holds the write lock of the store, else
/// empty.
std::string lock_holder(const std::string& path);

}  // namespace fluxi::store
