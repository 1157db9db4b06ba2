// Private to TimeLayout: what a text says about a time, read piece by piece as the elements of a
// layout ask for it. Plain values; the text outlives the reading.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "value/time_layout.hpp"

namespace fluxi::value::time_reading {

using Element = TimeLayout::Element;
using Chunk = TimeLayout::Chunk;

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool digit_at(std::string_view text, std::size_t i) {
    return i < text.size() && is_digit(text[i]);
}
constexpr bool is_mark(char c) {
    return c == '.' || c == ',';
}

/// The state of one parse: what is left of the text, and what was read so far.
struct Reading {
    std::string_view rest;
    std::int64_t year = 0;
    int month = -1;
    int day = -1;
    int year_day = -1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t nanosecond = 0;
    bool pm = false;
    bool am = false;
    std::int64_t offset_seconds = 0;
    const char* range = nullptr;  ///< what was out of range

    bool number(bool fixed, int& out);
    bool number3(bool fixed, int& out);
    template <std::size_t N>
    bool name(const std::array<std::string_view, N>& names, bool whole, int& out);
    bool fraction(std::size_t bytes);
    bool half_day(std::string_view after, std::string_view before);
    bool zone(const Chunk& chunk);
    bool zone_name();
    bool clock(const Chunk& chunk, const Chunk& next);
    bool calendar(const Chunk& chunk);
    bool element(const Chunk& chunk, const Chunk& next);
    const char* finish(std::int64_t& time);
};

}  // namespace fluxi::value::time_reading
