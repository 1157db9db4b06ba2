#include "store/bucket_index.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "store/bytes.hpp"

namespace fluxi::store {

namespace {

using Kind = TagPredicate::Kind;

constexpr std::int64_t kMostTags = std::int64_t{1} << 32;

/// A part that every match must fulfil and that says which values one tag may have.
struct Anchor {
    std::string key{};
    std::vector<std::string_view> values{};
};

bool is_tag_equality(const TagPredicate& predicate) {
    return predicate.kind == Kind::equal && !predicate.text.empty() &&
           predicate.key != "_measurement" && predicate.key != "_field";
}

std::optional<Anchor> anchor_of(const TagPredicate& predicate) {
    if (is_tag_equality(predicate)) return Anchor{predicate.key, {predicate.text}};
    if (predicate.kind == Kind::all_of) {
        std::optional<Anchor> best;
        for (const TagPredicate& part : predicate.parts) {
            auto anchor = anchor_of(part);
            if (anchor && (!best || anchor->values.size() < best->values.size())) {
                best = std::move(anchor);
            }
        }
        return best;
    }
    if (predicate.kind != Kind::any_of) return std::nullopt;
    std::optional<Anchor> all;
    for (const TagPredicate& part : predicate.parts) {
        auto anchor = anchor_of(part);
        if (!anchor || (all && all->key != anchor->key)) return std::nullopt;
        if (!all) {
            all = std::move(anchor);
        } else {
            all->values.insert(all->values.end(), anchor->values.begin(), anchor->values.end());
        }
    }
    return all;
}

}  // namespace

BucketIndex::Presence BucketIndex::presence(Span span, value::Bounds bounds) {
    if (span.first >= bounds.stop || span.last < bounds.start) return Presence::none;
    // There is a point at both ends of a span.
    return span.first >= bounds.start || span.last < bounds.stop ? Presence::certain
                                                                 : Presence::maybe;
}

const std::vector<BucketIndex::Measurement>& BucketIndex::measurements() {
    if (has_measurements_) return measurements_;
    Statement& list = statement_(
        "SELECT id, name, first_time, last_time FROM measurement WHERE bucket = ? ORDER BY name");
    list.with(bucket_);
    while (list.step()) {
        measurements_.push_back(
            {list.integer(0), keep(list.bytes(1)), {list.integer(2), list.integer(3)}, {}});
    }
    Statement& fields =
        statement_("SELECT id, name, type, first_time, last_time FROM field WHERE measurement = ?");
    for (Measurement& measurement : measurements_) {
        fields.with(measurement.id);
        while (fields.step()) {
            // A field whose points are all deleted has no span, but still a type.
            const Span span = fields.is_null(3) ? Span{kLatestTime, kEarliestTime}
                                                : Span{fields.integer(3), fields.integer(4)};
            measurement.fields.emplace(
                fields.integer(0),
                Field{keep(fields.bytes(1)), static_cast<FieldType>(fields.integer(2)), span});
        }
    }
    has_measurements_ = true;
    return measurements_;
}

Tag& BucketIndex::TagTable::operator[](std::int64_t id) {
    if (id < 0 || id > kMostTags) fail_damaged("an id of a tag is out of range");
    const auto place = static_cast<std::size_t>(id);
    if (place / kPage >= pages_.size()) pages_.resize(place / kPage + 1);
    auto& page = pages_[place / kPage];
    if (!page) page = std::make_unique<std::array<Tag, kPage>>();
    return (*page)[place % kPage];
}

std::span<Tag> BucketIndex::TagLists::add(std::size_t count) {
    if (room_ < count) {
        room_ = std::max(kBlock, count);
        blocks_.push_back(std::make_unique<Tag[]>(room_));
        next_ = blocks_.back().get();
    }
    const std::span<Tag> list(next_, count);
    next_ += count;
    room_ -= count;
    return list;
}

const Tag& BucketIndex::tag(std::int64_t id) {
    Tag& known = tags_[id];
    if (known.key.data() != nullptr) return known;
    Statement& read = statement_("SELECT key, value FROM tag WHERE id = ?");
    read.with(id);
    if (!read.step()) fail_damaged("a tag is missing");
    auto key = keys_.find(read.bytes(0));
    if (key == keys_.end()) {
        const std::string_view text = keep(read.bytes(0));
        key = keys_.emplace(text, text).first;
    }
    known = {key->second, keep(read.bytes(1))};
    read.reset();
    return known;
}

void BucketIndex::read_tags(const Measurement& measurement) {
    if (!tags_read_.try_emplace(measurement.id, true).second) return;
    Statement& read =
        statement_("SELECT id, key, value FROM tag WHERE measurement = ? ORDER BY key, value");
    read.with(measurement.id);
    std::string_view key;
    while (read.step()) {
        if (const std::string_view next = read.bytes(1); key.data() == nullptr || next != key) {
            key = keep(next);
        }
        Tag& known = tags_[read.integer(0)];
        if (known.key.data() == nullptr) known = {key, keep(read.bytes(2))};
    }
}

std::span<const Tag> BucketIndex::tags_of(std::string_view encoded) {
    if (encoded.empty()) return {};
    Reader in(encoded);
    const std::uint64_t count = in.varint();
    if (count > encoded.size()) fail_damaged("a tag set is too long");
    const std::span<Tag> list = tag_lists_.add(count);
    for (Tag& one : list) one = tag(static_cast<std::int64_t>(in.varint()));
    return list;
}

std::vector<BucketIndex::TagSet> BucketIndex::members(const Measurement& measurement,
                                                      const std::string& key,
                                                      const std::vector<std::string_view>& values) {
    std::vector<TagSet> found;
    Statement& read = statement_(
        "SELECT tag_set.id, tag_set.tags FROM tag "
        "JOIN tag_member ON tag_member.tag = tag.id JOIN tag_set ON tag_set.id = "
        "tag_member.tag_set "
        "WHERE tag.measurement = ? AND tag.key = ? AND tag.value = ?");
    std::vector<std::pair<std::int64_t, std::string>> rows;
    for (const std::string_view value : values) {
        read.with(measurement.id, std::string_view(key), value);
        while (read.step()) rows.emplace_back(read.integer(0), read.bytes(1));
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const auto& [id, tags] : rows) found.push_back({id, tags_of(tags)});
    return found;
}

std::vector<BucketIndex::TagSet> BucketIndex::candidates(const Measurement& measurement,
                                                         const TagPredicate& predicate) {
    if (const auto anchor = anchor_of(predicate)) {
        return members(measurement, anchor->key, anchor->values);
    }
    std::vector<TagSet> found;
    read_tags(measurement);
    Statement& read = statement_("SELECT id, tags FROM tag_set WHERE measurement = ?");
    read.with(measurement.id);
    while (read.step()) found.push_back({read.integer(0), tags_of(read.bytes(1))});
    std::sort(found.begin(), found.end(),
              [](const TagSet& a, const TagSet& b) { return a.id < b.id; });
    return found;
}

}  // namespace fluxi::store
