// One CSV record taken apart, with the leniency of Go's encoding/csv under LazyQuotes: a field that
// begins with a quote ends at a quote before a delimiter or line end, any other quote is text. The
// record's fields point into the data or into the record's own memory, until the next `read`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::io {

inline constexpr char kCsvDelimiter = ',';

struct CsvField {
    std::string_view text{};      ///< without quotes, CR LF inside as LF
    const char* begin = nullptr;  ///< where its bytes begin in the data
};

class CsvRecord {
  public:
    /// Reads the record that begins at `begin`; [begin, end) ends with a line feed. `added_end`:
    /// that line feed is not part of the input. Returns where the next record begins.
    const char* read(const char* begin, const char* end, bool added_end);

    [[nodiscard]] std::size_t size() const noexcept { return fields_.size(); }
    [[nodiscard]] const CsvField& operator[](std::size_t i) const noexcept { return fields_[i]; }
    [[nodiscard]] std::string_view text(std::size_t i) const noexcept { return fields_[i].text; }
    /// Line feeds that the record took, at least 1.
    [[nodiscard]] std::size_t lines() const noexcept { return lines_; }

  private:
    /// Reads the rest of a quoted field into `unquoted_`. Returns where the next field begins, or
    /// the next record, which `last` tells.
    const char* read_quoted(const char* p, const char* end, bool added_end, bool& last);
    void append_unquoted(const char* begin, const char* end);

    std::vector<CsvField> fields_{};
    std::string unquoted_{};
    std::size_t lines_ = 0;
};

/// Skips empty lines; adds their number to `lines`.
const char* skip_empty_lines(const char* p, const char* end, std::size_t& lines);

/// Where the last record that is whole in [begin, end) ends, which begins with a record; `begin` if
/// none is.
const char* last_record_end(const char* begin, const char* end);

}  // namespace fluxi::io
