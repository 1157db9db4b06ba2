// Tables of any kind, read from CSV, in every format of results and as a description: no crash, SVG
// is well-formed and JSON is JSON, whatever the labels and values are.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/describe/text.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"
#include "io/writer_factory.hpp"
#include "tests/fuzz/well_formed.hpp"

namespace {

using namespace fluxi;

/// The tables in a format; nothing if the CSV is wrong.
std::string written(const std::string& csv, bool raw, std::string_view format,
                    const io::PrettyOptions& options) {
    io::StringOutput output;
    const auto writer = io::make_writer(format, output, options);
    io::CsvReaderOptions reading;
    reading.raw = raw;
    try {
        io::CsvReader reader(io::decompressed(io::text_input(std::string(csv)), "fuzz"), reading);
        do {
            table::Batch batch;
            bool begun = false;
            while (reader.next(batch)) {
                if (!begun) writer->begin_result(reader.result());
                begun = true;
                writer->push(batch);
            }
            if (begun) writer->end_result();
        } while (reader.next_result());
    } catch (const base::RuntimeError&) {
        return {};
    }
    writer->finish();
    return output.take();
}

void require(bool good, std::string_view what, const std::string& text) {
    if (good) return;
    std::cerr << what << "\n" << text << "\n";
    std::abort();
}

void describe(const std::string& csv, const io::PrettyOptions& options) {
    try {
        cli::DescribeOptions asked;
        asked.name = "fuzz.csv";
        const auto file = cli::describe_file(io::text_input(std::string(csv)), asked);
        (void)cli::description_text("fuzz.csv", file, {options.width, options.color});
        const std::string json = cli::description_json("fuzz.csv", file);
        require(nlohmann::json::accept(json), "the description is no JSON", json);
    } catch (const base::RuntimeError&) {
        return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string csv(reinterpret_cast<const char*>(data) + 2, size - 2);
    const bool raw = (data[0] & 1) != 0;
    io::PrettyOptions options;
    options.color = (data[0] & 2) != 0;
    options.max_rows = data[0] >> 4U;
    options.width = data[1];
    for (const io::FormatInfo& format : io::result_formats()) {
        const std::string text = written(csv, raw, format.name, options);
        if (text.empty()) continue;
        if (format.name == "svg")
            require(test::well_formed(text), "the drawing is not well-formed", text);
        if (format.name == "json")
            require(nlohmann::json::accept(text), "the results are no JSON", text);
    }
    describe(csv, options);
    return 0;
}
