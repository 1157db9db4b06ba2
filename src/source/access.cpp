#include "source/access.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/nearest.hpp"

namespace fluxi::source {

namespace {

std::string key_of(const BucketName& name) {
    return name.name.empty() ? "#" + name.id : "=" + name.name;
}

store::BucketId id_of(const BucketName& name) {
    const auto id = store::parse_id(name.id);
    if (!id) base::fail("invalid bucket id \"{}\": it must have 16 hexadecimal digits", name.id);
    return *id;
}

}  // namespace

void Access::mount(std::string name, OpenMount open) {
    Mount mounted;
    // Ids of mounted buckets stand apart from those that a store gives.
    constexpr store::BucketId kFirst = 0xf000000000000000;
    mounted.info.id = kFirst + mounts_.size();
    mounted.info.name = name;
    mounted.open = std::move(open);
    mounts_.insert_or_assign(std::move(name), std::move(mounted));
}

store::Store& Access::store() {
    if (!store_) {
        if (!open_store_) base::fail("this session has no store of buckets");
        store_ = open_store_();
    }
    return *store_;
}

void Access::begin_run() {
    roll_back();
    views_.clear();
}

void Access::roll_back() {
    transaction_.reset();
    written_.clear();
}

void Access::commit() {
    if (!transaction_) return;
    const auto transaction = std::exchange(transaction_, nullptr);
    written_.clear();
    const store::WriteOutcome outcome = transaction->commit();
    if (outcome.first) base::fail("{}", outcome.message());
}

store::BucketRef Access::open(const BucketName& name) {
    const std::string key = key_of(name);
    if (const auto known = views_.find(key); known != views_.end()) return known->second;
    for (auto& [mounted_name, mounted] : mounts_) {
        const bool wanted = name.name.empty() ? mounted.info.id == store::parse_id(name.id)
                                              : mounted_name == name.name;
        if (!wanted) continue;
        if (!mounted.bucket) mounted.bucket = mounted.open(mounted.info);
        return mounted.bucket;
    }
    store::BucketRef bucket =
        name.name.empty() ? store().bucket(id_of(name)) : store().bucket(name.name);
    if (!bucket) fail_missing(name, "make it with `fluxi bucket create` or `fluxi import`");
    views_.emplace(key, bucket);
    return bucket;
}

std::vector<store::BucketInfo> Access::buckets() {
    std::vector<store::BucketInfo> all;
    for (const auto& entry : mounts_) all.push_back(entry.second.info);
    if (open_store_) {
        for (const store::BucketInfo& info : store().buckets()) {
            if (!mounts_.contains(info.name)) all.push_back(info);
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

store::BucketId Access::writable(const BucketName& name) {
    const std::string key = key_of(name);
    if (const auto known = written_.find(key); known != written_.end()) return known->second;
    if (mounts_.contains(name.name)) {
        base::fail("bucket \"{}\" is a mounted file and cannot be written", name.name);
    }
    const auto id = name.id.empty() ? std::nullopt : std::optional(id_of(name));
    const std::vector<store::BucketInfo> known = store().buckets();
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& info) {
        return id ? info.id == *id : info.name == name.name;
    });
    store::BucketId bucket = 0;
    if (found != known.end()) {
        bucket = found->id;
    } else if (create_buckets_ && !id) {
        bucket = transaction().ensure_bucket(name.name);
    } else {
        fail_missing(name, "--create-buckets makes those that are not there");
    }
    written_.emplace(key, bucket);
    return bucket;
}

store::Transaction& Access::transaction() {
    if (!transaction_) transaction_ = store().begin();
    return *transaction_;
}

void Access::fail_missing(const BucketName& name, std::string_view hint) {
    std::vector<std::string> names;
    for (const store::BucketInfo& info : buckets()) names.push_back(info.name);
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view near = base::nearest(name.name, views);
    std::string text = fmt::format("could not find bucket \"{}\"", name.text());
    if (!near.empty()) text += fmt::format("; did you mean \"{}\"?", near);
    if (names.empty()) {
        text += "; there are no buckets";
    } else {
        text += fmt::format("; there are: {}", fmt::join(names, ", "));
    }
    base::fail("{} ({})", text, hint);
}

}  // namespace fluxi::source
