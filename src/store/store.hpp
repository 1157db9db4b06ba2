// The store: named buckets, read through views (Bucket) and changed by transactions. A Store may be
// used from several threads; a Transaction belongs to one. Failures are base::RuntimeError:
// Code::runtime for what the caller asked for and cannot have (no such bucket, a name that is
// taken), Code::file for the file itself.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/clock.hpp"
#include "host/environment.hpp"
#include "io/line_protocol.hpp"
#include "store/bucket.hpp"

namespace fluxi::store {

/// Why a point, or a field of it, is not stored.
struct Refusal {
    bool whole_point = true;  ///< or only the field `time`, and the rest is stored
    std::string message{};  ///< in InfluxDB's words: `field type conflict: input field "f" on …`
};

struct WriteOutcome {
    std::uint64_t points = 0;   ///< values of fields handed in and not refused
    std::uint64_t dropped = 0;  ///< points that were refused
    std::uint64_t expired = 0;  ///< points older than the retention of their bucket: not stored
    std::optional<Refusal> first{};

    /// `partial write: …  dropped=N`, the words of InfluxDB; empty if nothing was refused.
    [[nodiscard]] std::string message() const;
};

/// Changes that take effect together or not at all. They are staged, in memory and beyond a bound
/// in a temporary file; the store is locked only while `commit` runs. Destroyed without commit it
/// leaves nothing. What is staged is not seen by reads.
class Transaction {
  public:
    Transaction() = default;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    virtual ~Transaction() = default;

    /// Throws if the name is taken (also in this transaction) or cannot be one (J.2).
    virtual BucketInfo create_bucket(std::string_view name, std::int64_t retention) = 0;
    /// The bucket with this name; where there is none, it is created without a retention, or is the
    /// one that another writer creates before this transaction is committed.
    virtual BucketId ensure_bucket(std::string_view name) = 0;
    virtual void drop_bucket(BucketId bucket) = 0;
    /// Stages a point; texts are copied. The last value of a field at a time wins. Tells if it is
    /// refused (J.2): another type than the field has, a field or tag named `time`, a text or key
    /// that is too long. Throws if there is no such bucket.
    virtual std::optional<Refusal> write(BucketId bucket, const io::LinePoint& point) = 0;
    /// Deletes the points of the matching series from `first` to `last`, both included: those
    /// stored and those staged before.
    virtual void remove(BucketId bucket, std::int64_t first, std::int64_t last,
                        const TagPredicate& predicate) = 0;
    /// Makes all of it durable. Waits up to 5 s for another writer, then throws an error that says
    /// who it is. After a throw nothing has changed.
    virtual WriteOutcome commit() = 0;
};

class Store {
  public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// Sorted by name.
    [[nodiscard]] virtual std::vector<BucketInfo> buckets() const = 0;
    /// A view of a bucket; null if there is none.
    [[nodiscard]] virtual BucketRef bucket(std::string_view name) const = 0;
    [[nodiscard]] virtual BucketRef bucket(BucketId id) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Transaction> begin() = 0;
};

/// The embedded store in one SQLite file (docs/storage.md). A file that does not exist reads as a
/// store without buckets; the first commit makes it, with the folders it lies in. Throws for a file
/// that is no store or that a newer fluxi has written.
std::shared_ptr<Store> open_store(std::string path, std::shared_ptr<const host::Clock> clock);

/// `--data` if it is given, else FLUXI_DATA, else fluxi/data.db in the user's data folder.
std::string store_path(std::string_view option, const host::Environment& environment);

/// Throws if a bucket cannot have this name (J.2): empty, begins with `_`, has a `"`.
void check_bucket_name(std::string_view name);

}  // namespace fluxi::store
