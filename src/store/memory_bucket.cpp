#include "store/memory_bucket.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "store/points.hpp"

namespace fluxi::store {

namespace {

struct Stored {
    FieldType type = FieldType::floating;
    RawPoints raw{};
    Points points{};
    std::vector<Chunk> chunks{};

    /// Sorted, cut into chunks and turned into columns.
    void finish() {
        normalise(raw);
        const std::span<const std::int64_t> times(raw.times);
        const std::span<const std::uint64_t> words(raw.words);
        for (std::size_t begin = 0; begin < times.size(); begin += kChunkPoints) {
            const std::size_t count = std::min(kChunkPoints, times.size() - begin);
            Chunk chunk;
            chunk.first_time = times[begin];
            chunk.last_time = times[begin + count - 1];
            chunk.count = static_cast<std::uint32_t>(count);
            chunk.ref = begin;
            chunk.statistics =
                statistics_of(type, times.subspan(begin, count), words.subspan(begin, count));
            chunks.push_back(chunk);
        }
        points = {time_column(times), value_column(type, words, raw.texts)};
        raw = {};
    }
};

class MemoryBucket final : public Bucket {
  public:
    MemoryBucket(BucketInfo info, std::shared_ptr<const void> texts, std::vector<Series> series,
                 std::vector<Stored> stored)
        : info_(std::move(info)),
          texts_(std::move(texts)),
          series_(std::move(series)),
          stored_(std::move(stored)) {}

    [[nodiscard]] const BucketInfo& info() const override { return info_; }

    [[nodiscard]] std::vector<Series> series(const TagPredicate& predicate,
                                             value::Bounds bounds) const override {
        std::vector<Series> found;
        each(predicate, [&](const Series& series, const Stored& stored) {
            const bool some = std::any_of(stored.chunks.begin(), stored.chunks.end(),
                                          [&](const Chunk& c) { return c.overlaps(bounds); });
            if (some) found.push_back(series);
        });
        return found;
    }

    [[nodiscard]] std::vector<std::vector<Chunk>> chunks(std::span<const Series> series,
                                                         value::Bounds bounds) const override {
        std::vector<std::vector<Chunk>> found(series.size());
        for (std::size_t i = 0; i < series.size(); ++i) {
            const auto& chunks = stored_[series[i].id].chunks;
            std::copy_if(chunks.begin(), chunks.end(), std::back_inserter(found[i]),
                         [&](const Chunk& chunk) { return chunk.overlaps(bounds); });
        }
        return found;
    }

    [[nodiscard]] Points load(const Series& series, const Chunk& chunk, value::Bounds bounds,
                              Wanted wanted) const override {
        const Points& all = stored_[series.id].points;
        const auto* times = all.times.values<std::int64_t>();
        const auto* first = times + chunk.ref;
        const auto* last = first + chunk.count;
        first = std::lower_bound(first, last, bounds.start);
        last = std::lower_bound(first, last, bounds.stop);
        const auto begin = static_cast<std::uint32_t>(first - times);
        const auto rows = static_cast<std::uint32_t>(last - first);
        Points cut;
        if (wanted != Wanted::values) cut.times = all.times.slice(begin, rows);
        if (wanted != Wanted::times) cut.values = all.values.slice(begin, rows);
        return cut;
    }

    [[nodiscard]] std::vector<std::string> tag_keys(const TagPredicate& predicate,
                                                    value::Bounds bounds) const override {
        std::vector<std::string> names;
        each_within(predicate, bounds, [&](const Series& series) {
            for (const Tag& tag : series.tags) names.emplace_back(tag.key);
        });
        return distinct(std::move(names));
    }

    [[nodiscard]] std::vector<std::string> tag_values(std::string_view key,
                                                      const TagPredicate& predicate,
                                                      value::Bounds bounds) const override {
        std::vector<std::string> names;
        each_within(predicate, bounds, [&](const Series& series) {
            const std::string_view value = tag_value(series, key);
            if (!value.empty()) names.emplace_back(value);
        });
        return distinct(std::move(names));
    }

    [[nodiscard]] std::uint64_t cardinality(const TagPredicate& predicate,
                                            value::Bounds bounds) const override {
        std::uint64_t count = 0;
        std::uint64_t last = 0;
        each_within(predicate, bounds, [&](const Series& series) {
            if (count == 0 || series.tag_set != last) ++count;
            last = series.tag_set;
        });
        return count;
    }

    [[nodiscard]] BucketSummary summary() const override {
        BucketSummary summary;
        summary.series = series_.size();
        summary.tag_sets = cardinality(TagPredicate::everything(), kAllTime);
        for (const Stored& stored : stored_) {
            const std::int64_t first = stored.chunks.front().first_time;
            const std::int64_t last = stored.chunks.back().last_time;
            summary.points += stored.points.times.size();
            summary.first_time = std::min(summary.first_time.value_or(first), first);
            summary.last_time = std::max(summary.last_time.value_or(last), last);
        }
        return summary;
    }

  private:
    template <typename Visit>
    void each(const TagPredicate& predicate, Visit&& visit) const {
        Matcher matches(predicate);
        for (const Series& series : series_) {
            if (matches(series)) visit(series, stored_[series.id]);
        }
    }

    template <typename Visit>
    void each_within(const TagPredicate& predicate, value::Bounds bounds, Visit&& visit) const {
        each(predicate, [&](const Series& series, const Stored& stored) {
            const auto* times = stored.points.times.values<std::int64_t>();
            const auto* end = times + stored.points.times.size();
            const auto* first = std::lower_bound(times, end, bounds.start);
            if (first != end && *first < bounds.stop) visit(series);
        });
    }

    static std::vector<std::string> distinct(std::vector<std::string> names) {
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    }

    BucketInfo info_;
    std::shared_ptr<const void> texts_;  ///< what the views in series_ point into
    std::vector<Series> series_;         ///< in the order of J.3
    std::vector<Stored> stored_;         ///< by the id of a series
};

/// Everything that the views of series point into.
struct Names {
    table::StringHeap heap{};
    std::vector<std::unique_ptr<std::vector<Tag>>> tags{};
};

void append_part(std::string& key, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    key.append(reinterpret_cast<const char*>(&size), sizeof size);
    key.append(part);
}

}  // namespace

struct MemoryBucketBuilder::State {
    struct TagSet {
        std::string_view measurement{};
        const std::vector<Tag>* tags = nullptr;
        std::vector<std::uint64_t> series{};
    };

    BucketInfo info{};
    std::shared_ptr<Names> names = std::make_shared<Names>();
    table::StringHeap texts{};
    std::unordered_map<std::string, std::size_t> known{};  ///< measurement and tags, to a tag set
    std::vector<TagSet> tag_sets{};
    std::map<std::pair<std::string_view, std::string_view>, FieldType> types{};
    std::vector<Series> series{};
    std::vector<Stored> stored{};
    std::string key{};

    std::size_t tag_set_of(const io::LinePoint& point) {
        key.clear();
        append_part(key, point.measurement);
        for (const io::LineTag& tag : point.tags) {
            append_part(key, tag.key);
            append_part(key, tag.value);
        }
        const auto [found, is_new] = known.try_emplace(key, tag_sets.size());
        if (is_new) {
            TagSet& made = tag_sets.emplace_back();
            made.measurement = names->heap.add(point.measurement);
            auto& tags = *names->tags.emplace_back(std::make_unique<std::vector<Tag>>());
            for (const io::LineTag& tag : point.tags) {
                tags.push_back({names->heap.add(tag.key), names->heap.add(tag.value)});
            }
            made.tags = &tags;
        }
        return found->second;
    }

    /// The type of a field of the measurement, which this is the first point of if it has none.
    FieldType type_for(const io::LinePoint& point, const io::LineField& field) {
        const auto found = types.find({point.measurement, field.key});
        if (found != types.end()) return found->second;
        types.emplace(std::pair(names->heap.add(point.measurement), names->heap.add(field.key)),
                      type_of(field.value));
        return type_of(field.value);
    }

    Stored& series_of(std::size_t tag_set, const io::LineField& field) {
        TagSet& owner = tag_sets[tag_set];
        for (const std::uint64_t id : owner.series) {
            if (series[id].field == field.key) return stored[id];
        }
        Series made;
        made.id = series.size();
        made.tag_set = tag_set;
        made.measurement = owner.measurement;
        made.tags = *owner.tags;
        made.field = names->heap.add(field.key);
        made.type = type_of(field.value);
        owner.series.push_back(made.id);
        series.push_back(made);
        stored.emplace_back().type = made.type;
        return stored.back();
    }
};

MemoryBucketBuilder::MemoryBucketBuilder(BucketInfo info) : state_(std::make_unique<State>()) {
    state_->info = std::move(info);
}

MemoryBucketBuilder::~MemoryBucketBuilder() = default;

std::string MemoryBucketBuilder::add(const io::LinePoint& point) {
    State& state = *state_;
    for (const io::LineField& field : point.fields) {
        const FieldType type = state.type_for(point, field);
        if (type == type_of(field.value)) continue;
        return fmt::format(
            "field type conflict: input field \"{}\" on measurement \"{}\" is type {}, already "
            "exists as type {}",
            field.key, point.measurement, type_name(type_of(field.value)), type_name(type));
    }
    const std::size_t tag_set = state.tag_set_of(point);
    for (const io::LineField& field : point.fields) {
        RawPoints& raw = state.series_of(tag_set, field).raw;
        raw.times.push_back(point.time);
        if (const auto* text = std::get_if<std::string_view>(&field.value)) {
            raw.words.push_back(raw.texts.size());
            raw.texts.push_back(state.texts.add(*text));
        } else {
            raw.words.push_back(word_of(field.value));
        }
    }
    return {};
}

BucketRef MemoryBucketBuilder::finish() {
    State& state = *state_;
    for (Stored& stored : state.stored) stored.finish();
    std::sort(state.series.begin(), state.series.end(), series_before);
    auto bucket = std::make_shared<MemoryBucket>(state.info, state.names, std::move(state.series),
                                                 std::move(state.stored));
    state_ = std::make_unique<State>();
    return bucket;
}

}  // namespace fluxi::store
