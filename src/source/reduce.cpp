#include "source/reduce.hpp"

#include <cmath>
#include <type_traits>
#include <utility>

#include "base/overloaded.hpp"
#include "flow/exec/columns.hpp"
#include "value/compare.hpp"

namespace fluxi::source {

using table::ColumnType;
using value::Value;

namespace {

Value value_of(const store::Scalar& scalar) {
    return std::visit(base::Overloaded{
                          [](std::monostate) { return Value::null(); },
                          [](double v) { return Value::floating(v); },
                          [](std::int64_t v) { return Value::integer(v); },
                          [](std::uint64_t v) { return Value::uinteger(v); },
                          [](bool v) { return Value::boolean(v); },
                      },
                      scalar);
}

template <typename T>
Value boxed(ColumnType type, const T& v) {
    if constexpr (std::is_same_v<T, table::StringView>) {
        return Value::string(v.view());
    } else if constexpr (std::is_same_v<T, double>) {
        return Value::floating(v);
    } else if constexpr (std::is_same_v<T, std::uint64_t>) {
        return Value::uinteger(v);
    } else if constexpr (std::is_same_v<T, std::uint8_t>) {
        return Value::boolean(v != 0);
    } else {
        return type == ColumnType::time ? Value::time({v}) : Value::integer(v);
    }
}

/// Whether the sum of so many values between these cannot have wrapped around.
bool surely_fits(std::uint32_t count, const store::Scalar& min, const store::Scalar& max) {
    constexpr double kRoom = 9.0e18;
    const auto size = [](const store::Scalar& scalar) {
        if (const auto* v = std::get_if<std::int64_t>(&scalar))
            return std::fabs(static_cast<double>(*v));
        if (const auto* v = std::get_if<std::uint64_t>(&scalar)) return static_cast<double>(*v);
        return kRoom;
    };
    return std::fmax(size(min), size(max)) * static_cast<double>(count) < kRoom;
}

}  // namespace

bool Reducer::takes(Reduction reduction, ColumnType type) {
    const bool number =
        type == ColumnType::integer || type == ColumnType::uinteger || type == ColumnType::floating;
    switch (reduction) {
        case Reduction::sum:
        case Reduction::mean:
        case Reduction::min:
        case Reduction::max:
            return number;
        default:
            return true;
    }
}

ColumnType Reducer::result() const {
    if (reduction_ == Reduction::count) return ColumnType::integer;
    return reduction_ == Reduction::mean ? ColumnType::floating : type_;
}

void Reducer::pick(Partial& known, const Value& v, std::int64_t time) const {
    if (known.rows != 0) {
        if (reduction_ == Reduction::first) return;
        if (reduction_ == Reduction::min && !(value::compare(v, known.picked) < 0)) return;
        if (reduction_ == Reduction::max && !(value::compare(v, known.picked) > 0)) return;
    }
    known.picked = v;
    known.time = time;
}

void Reducer::add_sum(Partial& known, const store::Scalar& sum) const {
    std::visit(base::Overloaded{
                   [](std::monostate) {},
                   [](bool) {},
                   [&](double v) { known.floating += v; },
                   [&](std::int64_t v) {
                       known.whole += static_cast<std::uint64_t>(v);
                       known.exact += v;
                   },
                   [&](std::uint64_t v) {
                       known.whole += v;
                       known.exact += v;
                   },
               },
               sum);
}

template <typename T>
void Reducer::add_rows(Partial& known, const table::Column& times, const table::Column& values,
                       std::uint32_t begin, std::uint32_t end) const {
    const T* all = values.values<T>();
    const auto* at = times.values<std::int64_t>();
    std::uint32_t chosen = begin;
    switch (reduction_) {
        case Reduction::none:
        case Reduction::count:
            return;
        case Reduction::sum:
        case Reduction::mean:
            if constexpr (std::is_same_v<T, double>) {
                // One value after the other, so that the sum does not tell how points lie in
                // chunks.
                double sum = known.floating;
                for (std::uint32_t row = begin; row < end; ++row) sum += all[row];
                known.floating = sum;
            } else if constexpr (std::is_same_v<T, std::int64_t> ||
                                 std::is_same_v<T, std::uint64_t>) {
                for (std::uint32_t row = begin; row < end; ++row) {
                    known.whole += static_cast<std::uint64_t>(all[row]);
                    known.exact += all[row];
                }
            }
            return;
        case Reduction::first:
            break;
        case Reduction::last:
            chosen = end - 1;
            break;
        case Reduction::min:
            for (std::uint32_t row = begin + 1; row < end; ++row) {
                if (all[row] < all[chosen]) chosen = row;
            }
            break;
        case Reduction::max:
            for (std::uint32_t row = begin + 1; row < end; ++row) {
                if (all[chosen] < all[row]) chosen = row;
            }
            break;
    }
    pick(known, boxed(type_, all[chosen]), at[chosen]);
}

void Reducer::add(Partial& known, const table::Column& times, const table::Column& values,
                  std::uint32_t begin, std::uint32_t end) const {
    if (begin == end) return;
    table::dispatch(type_, [&](auto tag) {
        add_rows<table::stored_t<tag()>>(known, times, values, begin, end);
    });
    known.rows += end - begin;
}

/// Whether the sum of a chunk may be added as it is known: of floats only the first, because a sum
/// of sums is rounded otherwise than a sum of values.
bool Reducer::may_add(const Partial& known) const {
    return type_ != ColumnType::floating || known.rows == 0;
}

bool Reducer::add(Partial& known, const store::Chunk& chunk) const {
    const store::Statistics& s = chunk.statistics;
    const auto known_scalar = [](const store::Scalar& scalar) {
        return !std::holds_alternative<std::monostate>(scalar);
    };
    switch (reduction_) {
        case Reduction::none:
            return false;
        case Reduction::count:
            break;
        case Reduction::sum:
            if (!known_scalar(s.sum) || !may_add(known)) return false;
            add_sum(known, s.sum);
            break;
        case Reduction::mean:
            if (!known_scalar(s.sum) || !may_add(known)) return false;
            if (type_ != ColumnType::floating && !surely_fits(chunk.count, s.min, s.max))
                return false;
            add_sum(known, s.sum);
            break;
        case Reduction::first:
            if (!known_scalar(s.first)) return false;
            pick(known, value_of(s.first), chunk.first_time);
            break;
        case Reduction::last:
            if (!known_scalar(s.last)) return false;
            pick(known, value_of(s.last), chunk.last_time);
            break;
        case Reduction::min:
            if (!known_scalar(s.min)) return false;
            pick(known, value_of(s.min), s.min_time);
            break;
        case Reduction::max:
            if (!known_scalar(s.max)) return false;
            pick(known, value_of(s.max), s.max_time);
            break;
    }
    known.rows += chunk.count;
    return true;
}

bool Reducer::join(Partial& known, const Partial& later) const {
    if (later.rows == 0) return false;
    bool replaces = known.rows == 0;
    if (!replaces) {
        switch (reduction_) {
            case Reduction::first:
                replaces = later.time < known.time;
                break;
            case Reduction::last:
                replaces = later.time >= known.time;
                break;
            case Reduction::min:
                replaces = value::compare(later.picked, known.picked) < 0;
                break;
            case Reduction::max:
                replaces = value::compare(later.picked, known.picked) > 0;
                break;
            default:
                break;
        }
    }
    if (replaces) {
        known.picked = later.picked;
        known.time = later.time;
    }
    known.rows += later.rows;
    known.floating += later.floating;
    known.whole += later.whole;
    known.exact += later.exact;
    return replaces;
}

void Reducer::finish(const Partial& known, table::Builder& results) const {
    if (reduction_ == Reduction::count)
        return results.append_stored(static_cast<std::int64_t>(known.rows));
    if (known.rows == 0) return results.append_null();
    if (reduction_ == Reduction::mean) {
        const double sum =
            type_ == ColumnType::floating ? known.floating : static_cast<double>(known.exact);
        return results.append_stored(sum / static_cast<double>(known.rows));
    }
    if (reduction_ != Reduction::sum) return results.append(known.picked);
    if (type_ == ColumnType::floating) return results.append_stored(known.floating);
    results.append_stored(known.whole);
}

}  // namespace fluxi::source
