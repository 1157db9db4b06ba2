// The texts that spans point into. A SourceMap owns every text given to it and never moves or drops
// one, so string_views into a text live as long as the map. Positions shown to people are 1-based;
// columns count bytes, as the reference does.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fluxi::base {

struct Position {
    std::uint32_t line = 0;    ///< 1-based
    std::uint32_t column = 0;  ///< 1-based, in bytes
    friend bool operator==(const Position&, const Position&) = default;
};

class SourceFile {
  public:
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The text of a 1-based line without its line end; empty past the last line.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    /// Byte offset at which a 1-based line starts.
    [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const;

  private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

class SourceMap {
  public:
    FileId add(std::string name, std::string text);
    [[nodiscard]] const SourceFile& file(FileId id) const { return files_[id]; }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] std::size_t size() const { return files_.size(); }

  private:
    std::deque<SourceFile> files_;
};

}  // namespace fluxi::base
