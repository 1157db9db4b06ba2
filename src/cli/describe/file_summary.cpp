#include "cli/describe/file_summary.hpp"

#include <algorithm>
#include <string_view>
#include <thread>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"
#include "io/peeked_input.hpp"
#include "io/table_text.hpp"
#include "store/point_input.hpp"
#include "table/builder.hpp"

namespace fluxi::cli {

using table::ColumnType;

namespace {

constexpr std::size_t kPeeked = 4096;
constexpr std::uint32_t kRowsAtOnce = 4096;

void count_rows(const DescribeOptions& options, std::uint64_t rows) {
    if (options.progress == nullptr) return;
    options.progress->rows_read.fetch_add(rows, std::memory_order_relaxed);
}

/// The batches of a CSV file, sorted into parts.
class CsvTables {
  public:
    CsvTables(DescribedFile& file, const DescribeOptions& options)
        : file_(file), options_(options) {}

    void read(std::unique_ptr<host::InputFile> input) {
        io::CsvReaderOptions reading;
        reading.name = options_.name;
        reading.raw = file_.format == FileFormat::plain_csv;
        reading.threads = std::max(1U, std::thread::hardware_concurrency());
        io::CsvReader reader(std::move(input), std::move(reading));
        do {
            table::Batch batch;
            part_ = nullptr;
            while (reader.next(batch)) {
                if (options_.each_table) {
                    for (std::size_t i = 0; i < batch.runs().size(); ++i) {
                        if (batch.runs()[i].opens) begin_part(reader.result(), batch, i);
                        add(batch.only(i));
                    }
                } else {
                    if (part_ == nullptr) begin_part(reader.result(), batch, 0);
                    add(batch);
                }
                count_rows(options_, batch.rows());
            }
        } while (reader.next_result());
    }

  private:
    void begin_part(const std::string& result, const table::Batch& batch, std::size_t run) {
        places_.clear();
        part_ = nullptr;
        in_part_ = file_.parts.size() < kMostParts;
        if (!in_part_) return;
        part_ = &file_.parts.emplace_back();
        if (file_.format == FileFormat::annotated_csv) part_->name = result;
        if (options_.each_table) part_->key = io::key_text(batch, run);
    }

    /// Where the columns of a schema stand in the part. Columns with one label and one type are the
    /// same one, unless they stand in one table.
    std::vector<std::size_t>& places(const table::Schema& schema) {
        for (auto& [known, places] : places_) {
            if (*known == schema) return places;
        }
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < schema.size(); ++i) {
            const table::Field& field = schema.fields()[i];
            const Role role = schema.is_key(i) ? Role::key : Role::plain;
            std::size_t place = 0;
            for (; place < part_->columns.size(); ++place) {
                const DescribedColumn& known = part_->columns[place];
                const bool taken = std::find(places.begin(), places.end(), place) != places.end();
                if (!taken && known.label == field.label && known.role == role &&
                    known.meant().type() == field.type) {
                    break;
                }
            }
            if (place == part_->columns.size()) part_->columns.push_back(column(field, role));
            places.push_back(place);
        }
        return places_.emplace_back(std::make_shared<table::Schema>(schema), std::move(places))
            .second;
    }

    DescribedColumn column(const table::Field& field, Role role) const {
        if (file_.format == FileFormat::plain_csv) return {field.label, role, TextSummary()};
        return {field.label, role, ColumnSummary(field.type)};
    }

    void add(const table::Batch& batch) {
        if (!in_part_) {
            file_.left_out += batch.rows();
            return;
        }
        const table::Schema& schema = *batch.schema();
        const std::vector<std::size_t>& where = places(schema);
        part_->rows += batch.rows();
        for (const table::Run& run : batch.runs()) part_->tables += run.opens ? 1U : 0U;
        for (std::size_t i = 0; i < schema.size(); ++i) {
            auto& values = part_->columns[where[i]].values;
            if (auto* texts = std::get_if<TextSummary>(&values)) {
                texts->add(batch.column(i));
            } else if (schema.is_key(i)) {
                for (std::uint32_t run = 0; run < batch.runs().size(); ++run) {
                    std::get<ColumnSummary>(values).add(batch.stored(i), run,
                                                        batch.runs()[run].size());
                }
            } else {
                std::get<ColumnSummary>(values).add(batch.column(i));
            }
        }
    }

    DescribedFile& file_;
    const DescribeOptions& options_;
    DescribedPart* part_ = nullptr;
    bool in_part_ = true;
    std::vector<std::pair<table::SchemaRef, std::vector<std::size_t>>> places_{};
};

/// The points of line protocol by measurement; values wait in builders until there are many.
class Points {
  public:
    Points(DescribedFile& file, const DescribeOptions& options) : file_(file), options_(options) {}

    void read(std::unique_ptr<host::InputFile> input) {
        store::PointInputOptions reading;
        reading.name = options_.name;
        reading.format = store::PointFormat::line_protocol;
        reading.precision = options_.precision;
        reading.progress = options_.progress;
        auto report =
            store::read_points(std::move(input), reading,
                               [this](const io::LinePoint& point, std::uint64_t) { add(point); });
        file_.problems = std::move(report.problems);
        file_.problem_count = report.problem_count;
    }

    /// What waits is a part of the description now.
    void finish() {
        for (auto& [name, part] : parts_) {
            for (std::size_t i = 0; i < part.waiting.size(); ++i) deliver(part, i);
        }
    }

  private:
    struct Part {
        std::size_t index = 0;  ///< in the file's parts
        std::vector<table::Builder> waiting{};
        std::size_t next =
            0;  ///< the column after the one found last: mostly the next one asked for
    };

    Part* part_of(std::string_view measurement) {
        if (last_ != nullptr && file_.parts[last_->index].name == measurement) return last_;
        const auto found = parts_.find(std::string(measurement));
        if (found != parts_.end()) return last_ = &found->second;
        if (file_.parts.size() == kMostParts) return nullptr;
        Part part;
        part.index = file_.parts.size();
        file_.parts.emplace_back().name = measurement;
        return last_ = &parts_.emplace(measurement, std::move(part)).first->second;
    }

    std::size_t place_of(Part& part, Role role, std::string_view label, ColumnType type) {
        auto& columns = file_.parts[part.index].columns;
        const std::size_t size = columns.size();
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t place = part.next + i < size ? part.next + i : part.next + i - size;
            const DescribedColumn& known = columns[place];
            if (known.role != role || known.label != label || known.meant().type() != type)
                continue;
            part.next = place + 1 == size ? 0 : place + 1;
            return place;
        }
        columns.push_back({std::string(label), role, ColumnSummary(type)});
        part.waiting.emplace_back(type);
        part.next = 0;
        return size;
    }

    template <typename T>
    void append(Part& part, Role role, std::string_view label, ColumnType type, T value) {
        const std::size_t place = place_of(part, role, label, type);
        table::Builder& builder = part.waiting[place];
        if constexpr (std::is_same_v<T, std::string_view>) {
            builder.append_text(value);
        } else {
            builder.append_stored(value);
        }
        if (builder.size() == kRowsAtOnce) deliver(part, place);
    }

    void deliver(Part& part, std::size_t column) {
        auto& values = file_.parts[part.index].columns[column].values;
        std::get<ColumnSummary>(values).add(part.waiting[column].finish());
    }

    void add(const io::LinePoint& point) {
        Part* part = part_of(point.measurement);
        if (part == nullptr) {
            ++file_.left_out;
            return;
        }
        ++file_.parts[part->index].rows;
        append(*part, Role::plain, "_time", ColumnType::time, point.time);
        for (const io::LineTag& tag : point.tags) {
            append(*part, Role::tag, tag.key, ColumnType::string, tag.value);
        }
        for (const io::LineField& field : point.fields) {
            const auto put = [&](ColumnType type, auto value) {
                append(*part, Role::field, field.key, type, value);
            };
            if (const auto* number = std::get_if<double>(&field.value)) {
                put(ColumnType::floating, *number);
            } else if (const auto* whole = std::get_if<std::int64_t>(&field.value)) {
                put(ColumnType::integer, *whole);
            } else if (const auto* positive = std::get_if<std::uint64_t>(&field.value)) {
                put(ColumnType::uinteger, *positive);
            } else if (const auto* truth = std::get_if<bool>(&field.value)) {
                put(ColumnType::boolean, static_cast<std::uint8_t>(*truth));
            } else {
                put(ColumnType::string, std::get<std::string_view>(field.value));
            }
        }
    }

    DescribedFile& file_;
    const DescribeOptions& options_;
    std::unordered_map<std::string, Part> parts_{};
    Part* last_ = nullptr;
};

FileFormat format_of(std::string_view start, std::string name) {
    // The labels of annotated CSV whose annotations were taken away are those of plain CSV.
    const bool annotated = start.find('#') < start.find(',');
    if (annotated && io::begins_as_annotated_csv(start)) return FileFormat::annotated_csv;
    for (const std::string_view packed : {".gz", ".zst"}) {
        if (name.ends_with(packed)) name.resize(name.size() - packed.size());
    }
    if (name.ends_with(".csv")) return FileFormat::plain_csv;
    if (name.ends_with(".lp") || name.ends_with(".line")) return FileFormat::line_protocol;
    // A first line that is a point: a row of labels has no field, so it never looks like one.
    io::LineProtocolReader lines(start.substr(0, start.rfind('\n')), io::LinePrecision::ns, 0);
    io::LinePoint point;
    const bool is_point = lines.next(point) && lines.problem_count() == 0;
    return is_point ? FileFormat::line_protocol : FileFormat::plain_csv;
}

}  // namespace

const ColumnSummary& DescribedColumn::meant() const {
    if (const auto* texts = std::get_if<TextSummary>(&values)) return texts->meant();
    return std::get<ColumnSummary>(values);
}

std::uint64_t DescribedColumn::count() const {
    if (const auto* texts = std::get_if<TextSummary>(&values)) return texts->texts().values();
    return meant().values();
}

const Distinct& DescribedColumn::distinct() const {
    if (const auto* texts = std::get_if<TextSummary>(&values)) return texts->texts().distinct();
    return meant().distinct();
}

DescribedFile describe_file(std::unique_ptr<host::InputFile> file, const DescribeOptions& options) {
    auto input =
        std::make_unique<io::PeekedInput>(io::decompressed(std::move(file), options.name), kPeeked);
    DescribedFile described;
    described.format = options.format.value_or(format_of(input->start(), options.name));
    Points points(described, options);
    try {
        if (described.format == FileFormat::line_protocol) {
            points.read(std::move(input));
        } else {
            CsvTables(described, options).read(std::move(input));
        }
    } catch (const base::RuntimeError& error) {
        if (described.parts.empty()) throw;
        described.fault = error.what();
    }
    points.finish();
    return described;
}

}  // namespace fluxi::cli
