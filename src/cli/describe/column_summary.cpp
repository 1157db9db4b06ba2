#include "cli/describe/column_summary.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <type_traits>

#include "table/builder.hpp"
#include "table/hash.hpp"
#include "value/number.hpp"

namespace fluxi::cli {

using table::Column;
using table::ColumnType;

namespace {

bool has_frequent(ColumnType type) {
    return type == ColumnType::string || type == ColumnType::boolean;
}

/// `time` as nanoseconds after `start`; wrapping keeps differences of more than 2^63 right.
double since(std::int64_t start, std::int64_t time) {
    const auto a = static_cast<std::uint64_t>(start);
    const auto b = static_cast<std::uint64_t>(time);
    return time >= start ? static_cast<double>(b - a) : -static_cast<double>(a - b);
}

/// A text that a person would call a number: no underscores, no hexadecimal digits, and no code
/// such as 007.
bool looks_like_number(std::string_view text) {
    if (text == "NaN" || text == "Inf" || text == "+Inf" || text == "-Inf") return true;
    std::size_t at = text.front() == '-' || text.front() == '+' ? 1 : 0;
    const auto digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    if (digit(at) && text[at] == '0' && digit(at + 1)) return false;
    if (at < text.size() && text[at] == '.') ++at;
    return digit(at) && text.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
}

}  // namespace

ColumnSummary::ColumnSummary(ColumnType type) : type_(type) {
    if (has_frequent(type)) frequent_.emplace();
}

template <typename T>
void ColumnSummary::widen(const T& value) {
    if (auto* known = std::get_if<Extremes<T>>(&extremes_)) {
        if (value < known->least) known->least = value;
        if (known->greatest < value) known->greatest = value;
    } else {
        extremes_ = Extremes<T>{value, value};
    }
}

template <typename T>
void ColumnSummary::add_value(T value, std::uint64_t count) {
    values_ += count;
    if constexpr (std::is_same_v<T, bool>) {
        count_frequent(value ? "true" : "false", count);
        widen(value);
    } else if (type_ == ColumnType::time) {
        const auto time = static_cast<std::int64_t>(value);
        if (values_ == count) first_time_ = time;
        histogram_.add(since(first_time_, time), count);
        widen(time);
    } else {
        const auto number = static_cast<double>(value);
        if (number != number) {
            nans_ += count;
            return;
        }
        if (std::isfinite(number)) histogram_.add(number, count);
        widen(value);
    }
}

void ColumnSummary::add_text(std::string_view text, std::uint64_t count) {
    values_ += count;
    count_frequent(text, count);
    auto* known = std::get_if<Extremes<std::string>>(&extremes_);
    if (known == nullptr) {
        extremes_ = Extremes<std::string>{std::string(text), std::string(text)};
        return;
    }
    if (text < known->least) known->least = text;
    if (text > known->greatest) known->greatest = text;
}

void ColumnSummary::count_frequent(std::string_view text, std::uint64_t count) {
    if (!frequent_) return;
    for (auto& [known, times] : *frequent_) {
        if (known == text) {
            times += count;
            return;
        }
    }
    if (frequent_->size() == kFrequent) {
        frequent_.reset();
    } else {
        frequent_->emplace_back(text, count);
    }
}

void ColumnSummary::add(const Column& column, std::uint32_t row, std::uint64_t count) {
    if (column.is_null(row) || count == 0) return;
    const Column one = column.slice(row, 1);
    hashes_.resize(1);
    table::hash_rows(std::span(&one, 1), hashes_);
    distinct_.add(hashes_.front());
    table::dispatch(type_, [&](auto tag) {
        if constexpr (tag() == ColumnType::string) {
            add_text(column.get<table::StringView>(row).view(), count);
        } else if constexpr (tag() == ColumnType::boolean) {
            add_value(column.get<std::uint8_t>(row) != 0, count);
        } else {
            add_value(column.get<table::stored_t<tag()>>(row), count);
        }
    });
}

void ColumnSummary::add(const Column& all) {
    if (all.size() == 0) return;
    const Column column = all.simple();
    if (column.encoding() == table::Encoding::constant) return add(column, 0, column.size());
    const std::uint32_t rows = column.size();
    hashes_.resize(rows);
    table::hash_rows(std::span(&column, 1), hashes_);
    const std::uint8_t* valid = column.validity();
    table::dispatch(type_, [&](auto tag) {
        using Stored = table::stored_t<tag()>;
        const Stored* values = column.values<Stored>();
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (valid != nullptr && valid[row] == 0) continue;
            distinct_.add(hashes_[row]);
            if constexpr (tag() == ColumnType::string) {
                add_text(values[row].view(), 1);
            } else if constexpr (tag() == ColumnType::boolean) {
                add_value(values[row] != 0, 1);
            } else {
                add_value(values[row], 1);
            }
        }
    });
}

void ColumnSummary::become_float() {
    type_ = ColumnType::floating;
    if (const auto* known = std::get_if<Extremes<std::int64_t>>(&extremes_)) {
        extremes_ = Extremes<double>{static_cast<double>(known->least),
                                     static_cast<double>(known->greatest)};
    }
}

std::optional<ColumnSummary::Value> ColumnSummary::least() const {
    return std::visit(
        [](const auto& known) -> std::optional<Value> {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::monostate>) {
                return std::nullopt;
            } else {
                return Value(known.least);
            }
        },
        extremes_);
}

std::optional<ColumnSummary::Value> ColumnSummary::greatest() const {
    return std::visit(
        [](const auto& known) -> std::optional<Value> {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::monostate>) {
                return std::nullopt;
            } else {
                return Value(known.greatest);
            }
        },
        extremes_);
}

void TextSummary::add(const Column& texts) {
    const Column flat = texts.flattened();
    const auto* values = flat.values<table::StringView>();
    const std::uint8_t* valid = flat.validity();
    std::vector<std::uint32_t> filled;
    filled.reserve(flat.size());
    for (std::uint32_t row = 0; row < flat.size(); ++row) {
        if ((valid != nullptr && valid[row] == 0) || values[row].size() == 0) continue;
        filled.push_back(row);
        if (!decided_) add_text(values[row].view());
    }
    texts_.add(filled.size() == flat.size() ? flat : flat.take(filled));
}

void TextSummary::add_text(std::string_view text) {
    if (!typed_) {
        for (const ColumnType type :
             {ColumnType::integer, ColumnType::floating, ColumnType::time, ColumnType::boolean}) {
            typed_.emplace(type);
            if (take(text, type)) return;
        }
    } else {
        if (take(text, typed_->type())) return;
        if (typed_->type() == ColumnType::integer && take(text, ColumnType::floating)) return;
    }
    typed_.reset();
    decided_ = true;
}

bool TextSummary::take(std::string_view text, ColumnType type) {
    if (type == ColumnType::time) {
        std::int64_t time = 0;
        if (!times_.parse(text, time)) {
            const auto day = value::parse_date(text);
            if (!day) return false;
            time = *day;
        }
        typed_->add_value(time, 1);
        return true;
    }
    if (type == ColumnType::boolean) {
        if (text != "true" && text != "false") return false;
        typed_->add_value(text == "true", 1);
        return true;
    }
    if (!looks_like_number(text)) return false;
    std::int64_t whole = 0;
    double number = 0;
    if (type == ColumnType::integer) {
        if (value::parse_int(text, whole) != value::NumberError::none) return false;
        typed_->add_value(whole, 1);
        return true;
    }
    if (value::parse_float(text, number) != value::NumberError::none) return false;
    if (typed_->type() == ColumnType::integer) typed_->become_float();
    typed_->add_value(number, 1);
    return true;
}

}  // namespace fluxi::cli
