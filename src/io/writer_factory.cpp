#include "io/writer_factory.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/nearest.hpp"
#include "io/annotated_csv_writer.hpp"
#include "io/delimited_writer.hpp"
#include "io/json_result_writer.hpp"
#include "io/markdown_writer.hpp"
#include "io/plot_writer.hpp"
#include "io/vertical_writer.hpp"

namespace fluxi::io {

namespace {

constexpr std::array<FormatInfo, 10> kFormats{{
    {"pretty", "tables in boxes, for people"},
    {"csv", "annotated CSV, as InfluxDB's query API gives it"},
    {"plain-csv", "CSV with one row of labels"},
    {"tsv", "tab-separated values"},
    {"json", "one JSON document"},
    {"jsonl", "one JSON object per row"},
    {"markdown", "Markdown tables"},
    {"vertical", "one line per cell"},
    {"plot", "line charts, bars and histograms of text"},
    {"svg", "the same as an SVG picture"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEndings{{
    {".csv", "csv"},
    {".tsv", "tsv"},
    {".json", "json"},
    {".jsonl", "jsonl"},
    {".ndjson", "jsonl"},
    {".md", "markdown"},
    {".markdown", "markdown"},
    {".txt", "pretty"},
    {".svg", "svg"},
}};

[[noreturn]] void fail_unknown(std::string_view format) {
    std::vector<std::string_view> names;
    std::string list;
    for (const FormatInfo& info : kFormats) {
        names.push_back(info.name);
        if (!list.empty()) list += ", ";
        list += info.name;
    }
    const std::string_view near = base::nearest(format, names);
    const std::string hint = near.empty() ? "" : fmt::format("; did you mean {}?", near);
    base::fail_with(base::Code::format, "there is no output format \"{}\"; known are {}{}", format,
                    list, hint);
}

}  // namespace

std::span<const FormatInfo> result_formats() {
    return kFormats;
}

std::optional<std::string_view> format_of_file(std::string_view file_name) {
    for (const auto& [ending, format] : kEndings) {
        if (file_name.ends_with(ending)) return format;
    }
    return std::nullopt;
}

std::unique_ptr<ResultWriter> make_writer(std::string_view format, Output& output,
                                          const PrettyOptions& options) {
    if (format == "pretty") return std::make_unique<PrettyWriter>(output, options);
    if (format == "csv" || format == "annotated-csv") {
        return std::make_unique<AnnotatedCsvWriter>(output);
    }
    if (format == "plain-csv") {
        return std::make_unique<DelimitedWriter>(output, DelimitedWriter::Kind::csv);
    }
    if (format == "tsv") {
        return std::make_unique<DelimitedWriter>(output, DelimitedWriter::Kind::tsv);
    }
    if (format == "json")
        return std::make_unique<JsonResultWriter>(output, JsonResultWriter::Kind::document);
    if (format == "jsonl")
        return std::make_unique<JsonResultWriter>(output, JsonResultWriter::Kind::lines);
    if (format == "markdown") return std::make_unique<MarkdownWriter>(output);
    if (format == "vertical") return std::make_unique<VerticalWriter>(output);
    if (format == "plot")
        return std::make_unique<PlotWriter>(output, PlotWriter::Kind::text, options);
    if (format == "svg")
        return std::make_unique<PlotWriter>(output, PlotWriter::Kind::svg, options);
    fail_unknown(format);
}

}  // namespace fluxi::io
