// Layouts of Go's time package (`2006-01-02 15:04`), which annotated CSV names in `dateTime:`
// datatypes. A layout is compiled once and then parses any number of cells; it owns its literal
// texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::value {

inline constexpr std::string_view kRfc3339Layout = "2006-01-02T15:04:05Z07:00";
inline constexpr std::string_view kRfc3339NanoLayout = "2006-01-02T15:04:05.999999999Z07:00";

class TimeLayout {
  public:
    explicit TimeLayout(std::string_view layout);

    /// Reads `text`, which must match as a whole. Without a zone in the layout the time is UTC.
    /// What the layout does not tell is 0, so a layout without a year means year 0 (and wraps).
    /// @param problem receives Go's message on failure, if given
    bool parse(std::string_view text, std::int64_t& time, std::string* problem = nullptr) const;

    [[nodiscard]] const std::string& text() const { return layout_; }

    /// What one piece of a layout stands for.
    enum class Element : std::uint8_t {
        literal_end,
        year,
        long_year,
        month,
        long_month,
        number_month,
        zero_month,
        weekday,
        long_weekday,
        day,
        under_day,
        zero_day,
        under_year_day,
        zero_year_day,
        hour,
        hour12,
        zero_hour12,
        minute,
        zero_minute,
        second,
        zero_second,
        upper_pm,
        lower_pm,
        zone_name,
        zone,          ///< -0700
        zone_short,    ///< -07
        zone_colon,    ///< -07:00
        zone_seconds,  ///< -070000
        zone_colon_seconds,
        fraction_exact,    ///< .000
        fraction_trimmed,  ///< .999
    };

    /// A literal text and the element after it.
    struct Chunk {
        std::string prefix;
        std::string text;  ///< the element as written in the layout
        Element element = Element::literal_end;
        bool accepts_z = false;  ///< zones written Z07:00 also take `Z`
    };

  private:
    std::string layout_;
    std::vector<Chunk> chunks_;  ///< the last has Element::literal_end
};

}  // namespace fluxi::value
