#include "table/sort.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace fluxi::table {

namespace {

constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
constexpr std::size_t kRadixFrom = 512;       ///< below, a comparison sort is faster
constexpr std::ptrdiff_t kPauseAfter = 4096;  ///< rows between two looks at the token

/// A stored number as an unsigned integer of the same order.
std::uint64_t rank_of(std::uint8_t v) {
    return v;
}
std::uint64_t rank_of(std::uint64_t v) {
    return v;
}
std::uint64_t rank_of(std::int64_t v) {
    return static_cast<std::uint64_t>(v) ^ kSign;
}
std::uint64_t rank_of(double v) {
    if (v != v) return 0;
    if (v == 0) v = 0;
    const auto bits = std::bit_cast<std::uint64_t>(v);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}
/// The first eight bytes of a text as a number of the same order; equal numbers decide nothing.
std::uint64_t rank_of(const StringView& v) {
    const std::string_view text = v.view();
    std::uint64_t rank = 0;
    std::memcpy(&rank, text.data(), std::min<std::size_t>(text.size(), 8));
    return __builtin_bswap64(rank);
}

struct Item {
    std::uint64_t rank;
    std::uint32_t row;
};

using Items = base::SpillingVector<Item>;

/// A sort on its way, which may be stopped.
struct Pause {
    const base::CancelToken* cancel;
    void operator()() const {
        if (cancel != nullptr) cancel->check();
    }
};

bool by_rank(const Item& a, const Item& b) {
    return a.rank < b.rank;
}

/// Least significant digit first; bytes that are the same in all items take no pass.
void radix_sort(Items& items, const Pause& pause) {
    std::array<std::array<std::uint32_t, 256>, 8> counts{};
    for (const Item& item : items) {
        for (std::size_t digit = 0; digit < 8; ++digit) {
            ++counts[digit][(item.rank >> (digit * 8)) & 0xFF];
        }
    }
    Items other(items.size());
    for (std::size_t digit = 0; digit < 8; ++digit) {
        auto& count = counts[digit];
        if (count[(items[0].rank >> (digit * 8)) & 0xFF] == items.size()) continue;
        std::uint32_t sum = 0;
        for (std::uint32_t& entry : count) sum += std::exchange(entry, sum);
        for (const Item& item : items) other[count[(item.rank >> (digit * 8)) & 0xFF]++] = item;
        pause();
        items.swap(other);
    }
}

void sort_items(Items& items, const Pause& pause) {
    if (std::is_sorted(items.begin(), items.end(), by_rank)) return;
    if (items.size() < kRadixFrom) {
        std::stable_sort(items.begin(), items.end(), by_rank);
    } else {
        radix_sort(items, pause);
    }
}

/// After the ranks are sorted: orders the texts whose first eight bytes are the same.
void sort_ties(Items& items, const StringView* texts, bool descending, const Pause& pause) {
    const auto before = [texts, descending](const Item& a, const Item& b) {
        return descending ? texts[b.row] < texts[a.row] : texts[a.row] < texts[b.row];
    };
    for (auto begin = items.begin(); begin != items.end();) {
        auto end = begin + 1;
        while (end != items.end() && end->rank == begin->rank) ++end;
        if (end - begin > 1) {
            // The sort takes half as much again for itself.
            base::Reservation scratch;
            scratch.resize(static_cast<std::size_t>(end - begin) * sizeof(Item) / 2);
            std::stable_sort(begin, end, before);
            if (end - begin > kPauseAfter) pause();
        }
        begin = end;
    }
}

/// Sorts the rows stably by one flat column.
void sort_by(const Column& column, bool descending, Rows& rows, const Pause& pause) {
    Items items;
    items.reserve(rows.size());
    std::size_t nulls = 0;
    const std::uint8_t* valid = column.validity();
    dispatch(column.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        const T* values = column.values<T>();
        for (const std::uint32_t row : rows) {
            if (valid != nullptr && valid[row] == 0) {
                rows[nulls++] = row;
            } else {
                const std::uint64_t rank = rank_of(values[row]);
                items.push_back({descending ? ~rank : rank, row});
            }
        }
        if (items.empty()) return;
        sort_items(items, pause);
        if constexpr (tag() == ColumnType::string) sort_ties(items, values, descending, pause);
    });
    for (std::size_t i = 0; i < items.size(); ++i) rows[nulls + i] = items[i].row;
}

}  // namespace

int compare_values(const Column& a, std::uint32_t i, const Column& b, std::uint32_t j,
                   bool descending) {
    const bool a_null = a.is_null(i);
    const bool b_null = b.is_null(j);
    if (a_null || b_null) return static_cast<int>(b_null) - static_cast<int>(a_null);
    const int order = dispatch(a.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        const T& left = a.get<T>(i);
        const T& right = b.get<T>(j);
        if constexpr (tag() == ColumnType::string) {
            const int c = left.view().compare(right.view());
            return c < 0 ? -1 : (c > 0 ? 1 : 0);
        } else {
            const std::uint64_t x = rank_of(left);
            const std::uint64_t y = rank_of(right);
            return x < y ? -1 : (x > y ? 1 : 0);
        }
    });
    return descending ? -order : order;
}

void append_not_after(const Column& column, std::uint32_t begin, std::uint32_t end,
                      const Column& other, std::uint32_t bound, bool descending, Rows& rows) {
    const Column values = column.simple();
    if (column.type() == ColumnType::string || values.encoding() == Encoding::constant ||
        values.validity() != nullptr || other.is_null(bound)) {
        for (std::uint32_t row = begin; row < end; ++row) {
            if (compare_values(values, row, other, bound, descending) <= 0) rows.push_back(row);
        }
        return;
    }
    dispatch(column.type(), [&](auto tag) {
        using T = stored_t<tag()>;
        if constexpr (tag() != ColumnType::string) {
            const T* const stored = values.values<T>();
            const std::uint64_t flip = descending ? ~std::uint64_t{0} : 0;
            const std::uint64_t last = rank_of(other.get<T>(bound)) ^ flip;
            for (std::uint32_t row = begin; row < end; ++row) {
                if ((rank_of(stored[row]) ^ flip) <= last) rows.push_back(row);
            }
        }
    });
}

Rows sort_permutation(std::span<const SortColumn> columns, std::uint32_t rows,
                      const base::CancelToken* cancel) {
    const Pause pause{cancel};
    Rows order(rows);
    std::iota(order.begin(), order.end(), 0U);
    // Stable sorts from the least significant column on leave the most significant in charge.
    for (auto sort = columns.rbegin(); sort != columns.rend(); ++sort) {
        const Column column = sort->column.simple();
        if (column.encoding() != Encoding::constant)
            sort_by(column, sort->descending, order, pause);
        pause();
    }
    return order;
}

Rows top_permutation(std::span<const SortColumn> columns, std::uint32_t rows, std::uint32_t count,
                     const base::CancelToken* cancel) {
    if (std::size_t{count} * 8 > rows) {
        Rows order = sort_permutation(columns, rows, cancel);
        order.resize(std::min(rows, count));
        return order;
    }
    std::vector<SortColumn> simple;
    for (const SortColumn& sort : columns)
        simple.push_back({sort.column.simple(), sort.descending});
    const auto before = [&simple](std::uint32_t a, std::uint32_t b) {
        for (const SortColumn& sort : simple) {
            const int order = compare_values(sort.column, a, sort.column, b, sort.descending);
            if (order != 0) return order < 0;
        }
        return a < b;
    };
    // A heap of the best rows so far, the worst of them on top.
    Rows best;
    best.reserve(count);
    const Pause pause{cancel};
    for (std::uint32_t row = 0; row < rows && count != 0; ++row) {
        if (row % kPauseAfter == 0) pause();
        if (best.size() < count) {
            best.push_back(row);
            std::push_heap(best.begin(), best.end(), before);
        } else if (before(row, best.front())) {
            std::pop_heap(best.begin(), best.end(), before);
            best.back() = row;
            std::push_heap(best.begin(), best.end(), before);
        }
    }
    std::sort_heap(best.begin(), best.end(), before);
    return best;
}

}  // namespace fluxi::table
