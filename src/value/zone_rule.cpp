#include "value/zone_rule.hpp"

#include <algorithm>

#include "value/time.hpp"

namespace fluxi::value {
namespace {

/// Takes pieces off the front of a rule's text.
struct Reader {
    std::string_view rest;

    bool take(char c) {
        if (rest.empty() || rest[0] != c) return false;
        rest.remove_prefix(1);
        return true;
    }

    bool number(int low, int high, int& out) {
        std::size_t end = 0;
        out = 0;
        for (; end < rest.size() && rest[end] >= '0' && rest[end] <= '9' && end < 4; ++end)
            out = out * 10 + (rest[end] - '0');
        rest.remove_prefix(end);
        return end > 0 && out >= low && out <= high;
    }

    /// An abbreviation: three letters or more, or anything in angle brackets.
    bool name() {
        if (!rest.empty() && rest[0] == '<') {
            const std::size_t end = rest.find('>');
            if (end == std::string_view::npos) return false;
            rest.remove_prefix(end + 1);
            return true;
        }
        const std::size_t end = std::min(rest.find_first_of("0123456789,+-"), rest.size());
        rest.remove_prefix(end);
        return end >= 3;
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    bool clock(int& out) {
        const bool negative = !rest.empty() && rest[0] == '-';
        if (negative || (!rest.empty() && rest[0] == '+')) rest.remove_prefix(1);
        int part = 0;
        if (!number(0, 24 * 7, part)) return false;
        out = part * 3600;
        for (const int unit : {60, 1}) {
            if (!take(':')) break;
            if (!number(0, 59, part)) return false;
            out += part * unit;
        }
        if (negative) out = -out;
        return true;
    }

    bool day(ZoneRule::Day& out) {
        using Kind = ZoneRule::Day::Kind;
        if (take('J')) {
            out.kind = Kind::julian;
            if (!number(1, 365, out.day)) return false;
        } else if (take('M')) {
            out.kind = Kind::month_week;
            if (!number(1, 12, out.month) || !take('.') || !number(1, 5, out.week) || !take('.') ||
                !number(0, 6, out.day))
                return false;
        } else {
            out.kind = Kind::zero_based;
            if (!number(0, 365, out.day)) return false;
        }
        return !take('/') || clock(out.seconds);
    }
};

}  // namespace

std::int64_t ZoneRule::Day::at(std::int64_t year) const {
    std::int64_t days = days_from_date(year, 1, 1);
    switch (kind) {
        case Kind::julian:
            // February 29 is never counted.
            days += day - 1 + static_cast<int>(is_leap_year(year) && day >= 60);
            break;
        case Kind::zero_based:
            days += day;
            break;
        case Kind::month_week: {
            const std::int64_t first = days_from_date(year, month, 1);
            const std::int64_t to_weekday = floor_mod(day - weekday_of_days(first), 7);
            std::int64_t in_month = to_weekday + std::int64_t{week - 1} * 7;
            while (in_month >= days_in_month(year, month)) in_month -= 7;
            days = first + in_month;
            break;
        }
    }
    return days * 86400 + seconds;
}

std::optional<ZoneRule> ZoneRule::parse(std::string_view text) {
    ZoneRule rule;
    Reader reader{text};
    int west = 0;
    if (!reader.name() || !reader.clock(west)) return std::nullopt;
    rule.standard = -west;
    if (reader.rest.empty()) return rule;
    rule.has_daylight = true;
    rule.daylight = rule.standard + 3600;
    if (!reader.name()) return std::nullopt;
    if (!reader.rest.empty() && reader.rest[0] != ',') {
        if (!reader.clock(west)) return std::nullopt;
        rule.daylight = -west;
    }
    if (!reader.take(',') || !reader.day(rule.daylight_start) || !reader.take(',') ||
        !reader.day(rule.daylight_end) || !reader.rest.empty())
        return std::nullopt;
    return rule;
}

std::vector<ZoneRule::Change> ZoneRule::changes(std::int64_t last, std::int64_t first_year,
                                                std::int64_t last_year) const {
    std::vector<Change> all;
    if (!has_daylight) return all;
    for (std::int64_t year = first_year; year <= last_year; ++year) {
        all.push_back({daylight_start.at(year) - standard, daylight});
        all.push_back({daylight_end.at(year) - daylight, standard});
    }
    std::erase_if(all, [last](const Change& change) { return change.at <= last; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Change& a, const Change& b) { return a.at < b.at; });
    // Daylight time all year round ends and begins at the same instant: the later entry holds.
    std::vector<Change> distinct;
    for (const Change& change : all) {
        if (!distinct.empty() && distinct.back().at == change.at) distinct.pop_back();
        distinct.push_back(change);
    }
    return distinct;
}

}  // namespace fluxi::value
