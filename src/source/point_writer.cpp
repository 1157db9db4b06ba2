#include "source/point_writer.hpp"

#include <cmath>

#include "base/error.hpp"
#include "value/time.hpp"

namespace fluxi::source {

std::optional<io::LineValue> FieldColumn::at(std::uint32_t row) {
    const std::uint32_t place = column_.encoding() == table::Encoding::constant ? 0 : row;
    const std::uint8_t* valid = column_.validity();
    if (valid != nullptr && valid[place] == 0) return std::nullopt;
    switch (column_.type()) {
        case table::ColumnType::floating: {
            const double number = column_.values<double>()[place];
            if (!std::isfinite(number)) return std::nullopt;
            return number;
        }
        case table::ColumnType::integer:
            return column_.values<std::int64_t>()[place];
        case table::ColumnType::uinteger:
            return column_.values<std::uint64_t>()[place];
        case table::ColumnType::boolean:
            return column_.values<std::uint8_t>()[place] != 0;
        case table::ColumnType::string:
            return column_.values<table::StringView>()[place].view();
        case table::ColumnType::time:
            break;
    }
    const std::int64_t time = column_.values<std::int64_t>()[place];
    if (times_ == Times::as_numbers) return time;
    text_ = value::time_to_string(time);
    return std::string_view(text_);
}

void PointWriter::open() {
    if (!id_) id_ = access_.writable(bucket_);
}

void PointWriter::write(std::string_view measurement, const std::vector<TextColumn>& tags,
                        std::uint32_t row, std::int64_t time) {
    if (point_.fields.empty()) return;
    if (time < store::kEarliestTime || time > store::kLatestTime) {
        base::fail("{}: time {} is outside the range of a bucket, {} to {}", user_,
                   value::time_to_string(time), value::time_to_string(store::kEarliestTime),
                   value::time_to_string(store::kLatestTime));
    }
    point_.measurement = measurement;
    point_.time = time;
    point_.tags.clear();
    for (const TextColumn& tag : tags) {
        const std::string_view text = tag.at(row);
        if (!text.empty()) point_.tags.push_back({tag.label(), text});
    }
    const auto refusal = access_.transaction().write(*id_, point_);
    if (refusal) base::fail("{}: {}", user_, refusal->message);
}

}  // namespace fluxi::source
