// The buckets that the scripts of a session can reach: those of the embedded store and files
// mounted under a name. Set up by whoever makes the session; kept as an extension of the evaluator,
// so that natives and operators find it. Within one run every bucket is read through one view,
// whatever is written meanwhile; what is written is staged and takes effect at the end of the run.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.hpp"

namespace fluxi::source {

/// How a script names a bucket: exactly one of both is not empty.
struct BucketName {
    std::string name{};
    std::string id{};
    [[nodiscard]] std::string text() const { return name.empty() ? id : name; }
};

class Access {
  public:
    using OpenStore = std::function<std::shared_ptr<store::Store>()>;
    /// Reads files into a bucket of that name.
    using OpenMount = std::function<store::BucketRef(const store::BucketInfo& info)>;

    /// The store is opened when it is first needed.
    void set_store(OpenStore open) { open_store_ = std::move(open); }
    /// A mounted bucket hides one of the same name in the store.
    void mount(std::string name, OpenMount open);
    void set_create_buckets(bool create) noexcept { create_buckets_ = create; }
    /// Whether the store may answer from indexes and statistics. Without it every point is read;
    /// results are the same, which tests check.
    void set_pushdown(bool on) noexcept { pushdown_ = on; }
    [[nodiscard]] bool pushdown() const noexcept { return pushdown_; }

    /// A run begins: buckets are looked at anew, nothing is staged.
    void begin_run();
    /// A run ended well: makes what was written durable. Throws when the store refuses.
    void commit();
    /// A run failed: forgets what was written.
    void roll_back();

    /// The view of a bucket. Throws `could not find bucket "x"` with what there is.
    store::BucketRef open(const BucketName& name);
    /// All buckets, sorted by name.
    std::vector<store::BucketInfo> buckets();
    /// Where a write to a bucket goes; makes the bucket if that is allowed. Throws for a bucket
    /// that is not there or is a file.
    store::BucketId writable(const BucketName& name);
    store::Transaction& transaction();

  private:
    struct Mount {
        store::BucketInfo info{};
        OpenMount open{};
        store::BucketRef bucket{};  ///< once it was read
    };

    store::Store& store();
    [[noreturn]] void fail_missing(const BucketName& name, std::string_view hint);

    OpenStore open_store_{};
    std::shared_ptr<store::Store> store_{};
    std::map<std::string, Mount, std::less<>> mounts_{};
    std::map<std::string, store::BucketRef> views_{};
    std::map<std::string, store::BucketId> written_{};  ///< by name or id
    std::unique_ptr<store::Transaction> transaction_{};
    bool create_buckets_ = false;
    bool pushdown_ = true;
};

}  // namespace fluxi::source
