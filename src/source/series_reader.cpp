#include "source/series_reader.hpp"

#include <algorithm>
#include <utility>

#include "source/chunk_verdict.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::source {

using store::Chunk;
using store::Points;
using store::TagPredicate;

namespace {

TagPredicate tag_test(const Predicate& predicate) {
    using Test = Predicate::Test;
    const std::string& key = predicate.label;
    const value::Value& literal = predicate.literal;
    const bool text = literal.is(value::Nature::string);
    switch (predicate.test) {
        case Test::equal:
            return text ? TagPredicate::equal(key, std::string(literal.as_text()))
                        : TagPredicate::nothing();
        case Test::not_equal:
            return text ? TagPredicate::not_equal(key, std::string(literal.as_text()))
                        : TagPredicate::nothing();
        case Test::match:
            return TagPredicate::matches(key, literal.as_regexp().shared());
        case Test::not_match:
            return TagPredicate::not_matches(key, literal.as_regexp().shared());
        case Test::exists:
            return TagPredicate::exists(key);
        case Test::missing:
            return TagPredicate::not_exists(key);
        default:
            return TagPredicate::nothing();
    }
}

}  // namespace

TagPredicate index_predicate(const Predicate& predicate) {
    switch (predicate.kind) {
        case Predicate::Kind::truth:
            return predicate.holds ? TagPredicate::everything() : TagPredicate::nothing();
        case Predicate::Kind::value:
            return TagPredicate::everything();
        case Predicate::Kind::tag:
            return tag_test(predicate);
        case Predicate::Kind::all:
        case Predicate::Kind::any:
            break;
    }
    std::vector<TagPredicate> parts;
    for (const Predicate& part : predicate.parts) {
        TagPredicate next = index_predicate(part);
        if (next.is_everything()) {
            if (predicate.kind == Predicate::Kind::any) return next;
            continue;
        }
        parts.push_back(std::move(next));
    }
    return predicate.kind == Predicate::Kind::all ? TagPredicate::all_of(std::move(parts))
                                                  : TagPredicate::any_of(std::move(parts));
}

void SeriesReader::each(const std::function<bool(Candidate&)>& visit) const {
    std::vector<Predicate> both{spec_.predicate, spec_.implied};
    const Predicate wanted = Predicate::all_of(std::move(both));
    const std::vector<store::Series> all =
        bucket_.series(pushdown_ ? index_predicate(wanted) : TagPredicate::everything(), bounds_);
    // Where values are not asked for, the index has tested everything.
    const bool test = !pushdown_ || wanted.tests_values();
    constexpr std::size_t kBlock = 2048;
    for (std::size_t begin = 0; begin < all.size(); begin += kBlock) {
        const auto block = std::span(all).subspan(begin, std::min(kBlock, all.size() - begin));
        std::vector<std::vector<Chunk>> chunks = bucket_.chunks(block, bounds_);
        for (std::size_t i = 0; i < block.size(); ++i) {
            Candidate candidate{block[i], {}, std::move(chunks[i])};
            if (test) {
                const auto tag = [&](std::string_view label) {
                    return std::optional(store::tag_value(block[i], label));
                };
                candidate.rest = for_series(wanted, tag, store::column_type(block[i].type));
                if (candidate.rest.is_false()) continue;
            }
            if (!visit(candidate)) return;
        }
    }
}

bool SeriesReader::has_points(const Candidate& candidate) const {
    return std::any_of(candidate.chunks.begin(), candidate.chunks.end(), [&](const Chunk& chunk) {
        if (bounds_.contains(chunk.first_time) || bounds_.contains(chunk.last_time)) return true;
        return bucket_.load(candidate.series, chunk, bounds_, store::Wanted::times).times.size() !=
               0;
    });
}

Points SeriesReader::load(const Candidate& candidate, const Chunk& chunk) const {
    bool all = candidate.rest.is_true();
    if (!all && pushdown_) {
        const Verdict verdict = judge(candidate.rest, chunk.statistics);
        if (verdict == Verdict::none) return {};
        all = verdict == Verdict::all;
    }
    const store::Wanted wanted = all ? spec_.wanted : store::Wanted::both;
    Points points = bucket_.load(candidate.series, chunk, bounds_, wanted);
    if (wanted == store::Wanted::times) {
        const auto type = store::column_type(candidate.series.type);
        points.values = table::Column::nulls(type, points.times.size());
    } else if (wanted == store::Wanted::values) {
        points.times = table::Column::nulls(table::ColumnType::time, points.values.size());
    }
    if (all || points.times.size() == 0) return points;
    std::vector<std::uint32_t> rows;
    ValueTest(candidate.rest, store::column_type(candidate.series.type))
        .select(points.values, rows);
    if (rows.size() == points.times.size()) return points;
    return {points.times.take(rows), points.values.take(rows)};
}

void SeriesReader::rows(const Candidate& candidate,
                        const std::function<bool(const Points&)>& visit) const {
    for (const Chunk& chunk : candidate.chunks) {
        const Points points = load(candidate, chunk);
        if (points.times.size() != 0 && !visit(points)) return;
    }
}

Partial SeriesReader::reduce(const Candidate& candidate, const Reducer& reducer) const {
    Partial partial;
    const auto add = [&](const Chunk& chunk) {
        if (whole(candidate, chunk) && reducer.add(partial, chunk)) return;
        const Points points = load(candidate, chunk);
        reducer.add(partial, points.times, points.values, 0, points.times.size());
    };
    const auto& chunks = candidate.chunks;
    if (spec_.reduction == Reduction::last) {
        for (auto chunk = chunks.rbegin(); chunk != chunks.rend() && partial.rows == 0; ++chunk)
            add(*chunk);
        return partial;
    }
    for (const Chunk& chunk : chunks) {
        add(chunk);
        if (spec_.reduction == Reduction::first && partial.rows != 0) break;
    }
    return partial;
}

std::vector<WindowPartial> SeriesReader::reduce_windows(const Candidate& candidate,
                                                        const Reducer& reducer) const {
    std::vector<WindowPartial> found;
    const value::Window& window = spec_.window->window;
    if (window.is_infinite()) {
        Partial all = reduce(candidate, reducer);
        if (all.rows != 0) found.push_back({bounds_, std::move(all)});
        return found;
    }
    value::WindowCursor cursor(window);
    const auto current = [&]() -> Partial& {
        const value::Bounds bounds = cursor.bounds();
        if (found.empty() || found.back().window.start != bounds.start)
            found.push_back({bounds, {}});
        return found.back().partial;
    };
    for (const Chunk& chunk : candidate.chunks) {
        if (whole(candidate, chunk)) {
            cursor.seek(chunk.first_time);
            if (chunk.last_time < cursor.bounds().stop && reducer.add(current(), chunk)) continue;
        }
        const Points points = load(candidate, chunk);
        const std::uint32_t count = points.times.size();
        if (count == 0) continue;
        const auto* times = points.times.values<std::int64_t>();
        for (std::uint32_t begin = 0, end = 0; begin < count; begin = end) {
            cursor.seek(times[begin]);
            const std::int64_t stop = cursor.bounds().stop;
            end = begin + 1;
            if (times[begin] >= stop) continue;  // between two windows of months
            while (end < count && times[end] < stop) ++end;
            reducer.add(current(), points.times, points.values, begin, end);
        }
    }
    std::erase_if(found, [](const WindowPartial& entry) { return entry.partial.rows == 0; });
    return found;
}

}  // namespace fluxi::source
