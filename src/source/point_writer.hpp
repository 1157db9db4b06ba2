// What to and wideTo have in common: the bucket and the transaction they write to, columns read row
// by row, points put together from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "io/line_protocol.hpp"
#include "source/access.hpp"

namespace fluxi::source {

/// A string column as tag, measurement or name of a field; null and empty are the same.
class TextColumn {
  public:
    TextColumn(std::string label, const table::Column& column)
        : label_(std::move(label)), view_(column) {}
    [[nodiscard]] const std::string& label() const noexcept { return label_; }
    [[nodiscard]] std::string_view at(std::uint32_t row) const {
        return view_.valid(row) ? view_[row].view() : std::string_view();
    }

  private:
    std::string label_;
    flow::exec::View<table::StringView> view_;
};

/// A column of any type as values of a field.
class FieldColumn {
  public:
    enum class Times : std::uint8_t {
        as_numbers,  ///< nanoseconds
        as_texts,    ///< 2020-01-01T00:00:00.000000000Z
    };
    FieldColumn(std::string label, const table::Column& column, Times times)
        : label_(std::move(label)), column_(column.simple()), times_(times) {}
    [[nodiscard]] const std::string& label() const noexcept { return label_; }
    /// The value of a row; nothing for null, NaN and infinities. A text lives until the next call.
    [[nodiscard]] std::optional<io::LineValue> at(std::uint32_t row);

  private:
    std::string label_;
    table::Column column_;
    Times times_;
    std::string text_{};
};

class PointWriter {
  public:
    PointWriter(flow::exec::Context& context, std::string_view user, BucketName bucket)
        : access_(context.evaluator().extension<Access>()),
          user_(user),
          bucket_(std::move(bucket)) {}

    /// Finds the bucket; throws if it cannot be written.
    void open();
    /// Writes a point of the row: tags that are not empty, fields as they are. Without fields
    /// nothing is written.
    void write(std::string_view measurement, const std::vector<TextColumn>& tags, std::uint32_t row,
               std::int64_t time);
    /// The fields of the point that is written next.
    [[nodiscard]] std::vector<io::LineField>& fields() noexcept { return point_.fields; }
    [[nodiscard]] std::string_view user() const noexcept { return user_; }

  private:
    Access& access_;
    std::string_view user_;
    BucketName bucket_;
    std::optional<store::BucketId> id_{};
    io::LinePoint point_{};
};

}  // namespace fluxi::source
