#include "store/points.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace fluxi::store {

void RawPoints::clear() {
    times.clear();
    words.clear();
    texts.clear();
}

void RawPoints::append(const RawPoints& more, std::size_t begin, std::size_t end) {
    const auto from = [](const auto& all, std::size_t i) {
        return all.begin() + static_cast<std::ptrdiff_t>(i);
    };
    times.insert(times.end(), from(more.times, begin), from(more.times, end));
    if (more.texts.empty()) {
        words.insert(words.end(), from(more.words, begin), from(more.words, end));
        return;
    }
    for (std::size_t i = begin; i < end; ++i) {
        words.push_back(texts.size());
        texts.push_back(more.texts[more.words[i]]);
    }
}

void normalise(RawPoints& points) {
    const auto not_before = [](std::int64_t a, std::int64_t b) { return a >= b; };
    if (std::adjacent_find(points.times.begin(), points.times.end(), not_before) ==
        points.times.end()) {
        return;
    }
    std::vector<std::pair<std::int64_t, std::uint64_t>> sorted(points.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = {points.times[i], points.words[i]};
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i + 1 < sorted.size() && sorted[i + 1].first == sorted[i].first) continue;
        points.times[kept] = sorted[i].first;
        points.words[kept++] = sorted[i].second;
    }
    points.times.resize(kept);
    points.words.resize(kept);
}

FieldType type_of(const io::LineValue& value) {
    return static_cast<FieldType>(value.index());
}
static_assert(std::is_same_v<std::variant_alternative_t<0, io::LineValue>, double> &&
              std::is_same_v<std::variant_alternative_t<1, io::LineValue>, std::int64_t> &&
              std::is_same_v<std::variant_alternative_t<2, io::LineValue>, std::uint64_t> &&
              std::is_same_v<std::variant_alternative_t<3, io::LineValue>, bool>);

std::uint64_t word_of(const io::LineValue& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        return std::bit_cast<std::uint64_t>(*number);
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return static_cast<std::uint64_t>(*number);
    }
    if (const auto* number = std::get_if<std::uint64_t>(&value)) return *number;
    const auto* truth = std::get_if<bool>(&value);
    return truth != nullptr && *truth ? 1 : 0;
}

namespace {

template <typename T>
Statistics numeric_statistics(std::span<const std::int64_t> times,
                              std::span<const std::uint64_t> words) {
    const auto at = [&](std::size_t i) { return std::bit_cast<T>(words[i]); };
    std::size_t least = 0;
    std::size_t greatest = 0;
    // Whole numbers are summed as unsigned ones, so that they wrap around.
    std::conditional_t<std::is_floating_point_v<T>, T, std::uint64_t> sum = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (at(i) < at(least)) least = i;
        if (at(i) > at(greatest)) greatest = i;
        sum += static_cast<decltype(sum)>(at(i));
    }
    return {at(0),        at(words.size() - 1), at(least),          at(greatest),
            times[least], times[greatest],      static_cast<T>(sum)};
}

}  // namespace

Statistics statistics_of(FieldType type, std::span<const std::int64_t> times,
                         std::span<const std::uint64_t> words) {
    Statistics statistics;
    if (words.empty()) return statistics;
    switch (type) {
        case FieldType::floating:
            return numeric_statistics<double>(times, words);
        case FieldType::integer:
            return numeric_statistics<std::int64_t>(times, words);
        case FieldType::uinteger:
            return numeric_statistics<std::uint64_t>(times, words);
        case FieldType::boolean:
            statistics.first = words.front() != 0;
            statistics.last = words.back() != 0;
            break;
        case FieldType::string:
            break;
    }
    return statistics;
}

table::Column time_column(std::span<const std::int64_t> times) {
    auto buffer = table::Buffer::allocate(times.size_bytes());
    if (!times.empty()) std::memcpy(buffer->data(), times.data(), times.size_bytes());
    return table::Column::flat(table::ColumnType::time, static_cast<std::uint32_t>(times.size()),
                               std::move(buffer), nullptr);
}

namespace {

table::Column text_column(std::span<const std::uint64_t> words,
                          std::span<const std::string_view> texts) {
    auto heap = std::make_shared<table::StringHeap>();
    std::vector<table::StringView> views(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool fits = texts[i].size() <= table::StringView::kInline;
        views[i] = table::StringView(fits ? texts[i] : heap->add(texts[i]));
    }
    auto buffer = table::Buffer::allocate(words.size() * sizeof(table::StringView));
    auto* out = reinterpret_cast<table::StringView*>(buffer->data());
    for (std::size_t i = 0; i < words.size(); ++i) out[i] = views[words[i]];
    return table::Column::flat(table::ColumnType::string, static_cast<std::uint32_t>(words.size()),
                               std::move(buffer), nullptr, {std::move(heap)});
}

}  // namespace

table::Column value_column(FieldType type, std::span<const std::uint64_t> words,
                           std::span<const std::string_view> texts) {
    if (type == FieldType::string) return text_column(words, texts);
    const auto rows = static_cast<std::uint32_t>(words.size());
    const bool is_bool = type == FieldType::boolean;
    auto buffer = table::Buffer::allocate(is_bool ? words.size() : words.size_bytes());
    if (is_bool) {
        auto* out = reinterpret_cast<std::uint8_t*>(buffer->data());
        for (const std::uint64_t word : words) *out++ = static_cast<std::uint8_t>(word);
    } else if (!words.empty()) {
        std::memcpy(buffer->data(), words.data(), words.size_bytes());
    }
    return table::Column::flat(column_type(type), rows, std::move(buffer), nullptr);
}

int compare_tags(std::span<const Tag> a, std::span<const Tag> b) {
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (const int order = a[i].key.compare(b[i].key); order != 0) return order;
        if (const int order = a[i].value.compare(b[i].value); order != 0) return order;
    }
    return a.size() < b.size() ? -1 : static_cast<int>(a.size() > b.size());
}

bool series_before(const Series& a, const Series& b) {
    if (const int order = a.measurement.compare(b.measurement); order != 0) return order < 0;
    if (a.tag_set != b.tag_set) {
        if (const int order = compare_tags(a.tags, b.tags); order != 0) return order < 0;
    }
    return a.field < b.field;
}

}  // namespace fluxi::store
