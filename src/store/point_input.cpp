#include "store/point_input.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"
#include "io/peeked_input.hpp"

namespace fluxi::store {

namespace {

constexpr std::size_t kBlock = std::size_t{4} << 20;
constexpr std::uint64_t kCountEvery = 4096;

class LineInput {
  public:
    LineInput(const PointInputOptions& options, const PointSink& sink)
        : options_(options), sink_(sink) {}

    PointInputReport read(host::InputFile& file) {
        std::string block;
        std::size_t filled = 0;
        for (bool last = false; !last;) {
            // A line longer than the block: more room, until it has an end.
            if (block.size() < filled + kBlock) block.resize(filled + kBlock);
            const std::size_t wanted = block.size() - filled;
            std::size_t got = 0;
            while (got < wanted) {
                const std::size_t more = file.read(std::span(block).subspan(filled + got));
                if (more == 0) break;
                got += more;
            }
            last = got < wanted;
            filled += got;
            const std::size_t done = read_block(std::string_view(block).substr(0, filled), last);
            std::copy(block.begin() + static_cast<std::ptrdiff_t>(done),
                      block.begin() + static_cast<std::ptrdiff_t>(filled), block.begin());
            filled -= done;
        }
        return std::move(report_);
    }

  private:
    /// Returns how much of the block was read.
    std::size_t read_block(std::string_view text, bool last) {
        io::LineProtocolReader reader(text, options_.precision, options_.now, line_, last);
        std::uint64_t uncounted = 0;
        while (reader.next(point_)) {
            sink_(point_, reader.point_line());
            ++report_.points;
            if (++uncounted == kCountEvery) count(std::exchange(uncounted, 0));
        }
        count(uncounted);
        line_ = reader.line();
        report_.problem_count += reader.problem_count();
        for (const io::LineProblem& problem : reader.problems()) {
            if (report_.problems.size() == io::LineProtocolReader::kKeptProblems) break;
            report_.problems.push_back(problem);
        }
        return reader.consumed();
    }

    void count(std::uint64_t points) {
        if (options_.progress == nullptr) return;
        options_.progress->rows_read.fetch_add(points, std::memory_order_relaxed);
    }

    const PointInputOptions& options_;
    const PointSink& sink_;
    io::LinePoint point_{};
    std::uint64_t line_ = 1;
    PointInputReport report_{};
};

/// Where the columns of a table are that make points.
struct PointColumns {
    std::size_t measurement;
    std::size_t field;
    std::size_t time;
    std::size_t value;
    std::vector<std::size_t> tags{};
};

std::size_t column(const table::Schema& schema, std::string_view label, bool right_type,
                   const std::string& name, std::string_view type) {
    const std::size_t found = schema.find(label);
    if (found == table::Schema::npos) {
        base::fail_with(base::Code::format, "{}: a table has no column {}", name, label);
    }
    if (!right_type) {
        base::fail_with(base::Code::format, "{}: column {} has type {}, {} is expected", name,
                        label, table::type_name(schema.fields()[found].type), type);
    }
    return found;
}

PointColumns columns_of(const table::Schema& schema, const std::string& name) {
    using Type = table::ColumnType;
    const auto require = [&](std::string_view label, Type type) {
        const std::size_t found = schema.find(label);
        const bool right = found == table::Schema::npos || schema.fields()[found].type == type;
        return column(schema, label, right, name, table::type_name(type));
    };
    PointColumns columns{require("_measurement", Type::string),
                         require("_field", Type::string),
                         require("_time", Type::time),
                         0,
                         {}};
    const std::size_t value = schema.find("_value");
    const bool storable = value == table::Schema::npos || schema.fields()[value].type != Type::time;
    columns.value = column(schema, "_value", storable, name, "bool, int, uint, float or string");
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const table::Field& field = schema.fields()[i];
        const bool own = i == columns.measurement || i == columns.field || i == columns.value ||
                         field.label == "result" || field.label == "table";
        if (!own && field.type == Type::string) columns.tags.push_back(i);
    }
    const auto by_label = [&](std::size_t a, std::size_t b) {
        return schema.fields()[a].label < schema.fields()[b].label;
    };
    std::sort(columns.tags.begin(), columns.tags.end(), by_label);
    return columns;
}

io::LineValue value_of(const table::Column& column, std::uint32_t row) {
    switch (column.type()) {
        case table::ColumnType::boolean:
            return column.get<std::uint8_t>(row) != 0;
        case table::ColumnType::integer:
        case table::ColumnType::time:
            return column.get<std::int64_t>(row);
        case table::ColumnType::uinteger:
            return column.get<std::uint64_t>(row);
        case table::ColumnType::floating:
            return column.get<double>(row);
        case table::ColumnType::string:
            break;
    }
    return column.get<table::StringView>(row).view();
}

void read_batch(const table::Batch& batch, const PointInputOptions& options, const PointSink& sink,
                PointInputReport& report) {
    const table::Schema& schema = *batch.schema();
    const PointColumns places = columns_of(schema, options.name);
    std::vector<table::Column> columns;
    for (std::size_t i = 0; i < schema.size(); ++i) columns.push_back(batch.column(i));
    const auto text = [&](std::size_t column, std::uint32_t row) {
        return columns[column].is_null(row) ? std::string_view()
                                            : columns[column].get<table::StringView>(row).view();
    };
    io::LinePoint point;
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
        if (columns[places.value].is_null(row) || columns[places.time].is_null(row)) continue;
        point.measurement = text(places.measurement, row);
        point.time = columns[places.time].get<std::int64_t>(row);
        point.tags.clear();
        for (const std::size_t tag : places.tags) {
            const std::string_view value = text(tag, row);
            if (!value.empty()) point.tags.push_back({schema.fields()[tag].label, value});
        }
        point.fields.assign(1, {text(places.field, row), value_of(columns[places.value], row)});
        sink(point, 0);
        ++report.points;
    }
    if (options.progress != nullptr) {
        options.progress->rows_read.fetch_add(batch.rows(), std::memory_order_relaxed);
    }
}

PointInputReport read_csv(std::unique_ptr<host::InputFile> file, const PointInputOptions& options,
                          const PointSink& sink) {
    PointInputReport report;
    io::CsvReaderOptions reading;
    reading.name = options.name;
    io::CsvReader reader(std::move(file), std::move(reading));
    do {
        table::Batch batch;
        while (reader.next(batch)) read_batch(batch, options, sink, report);
    } while (reader.next_result());
    return report;
}

}  // namespace

PointInputReport read_points(std::unique_ptr<host::InputFile> file,
                             const PointInputOptions& options, const PointSink& sink) {
    file = io::decompressed(std::move(file), options.name);
    auto input = std::make_unique<io::PeekedInput>(std::move(file));
    const PointFormat format = options.format.value_or(io::begins_as_annotated_csv(input->start())
                                                           ? PointFormat::annotated_csv
                                                           : PointFormat::line_protocol);
    if (format == PointFormat::annotated_csv) return read_csv(std::move(input), options, sink);
    return LineInput(options, sink).read(*input);
}

}  // namespace fluxi::store
