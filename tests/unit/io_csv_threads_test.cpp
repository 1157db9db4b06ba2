#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include "io/annotated_csv_writer.hpp"
#include "io/csv_reader.hpp"
#include "io/gzip_input.hpp"

using namespace fluxi;

TEST_CASE("eight threads read a CSV file as one does") {
    std::string text =
        "#datatype,string,long,string,dateTime:RFC3339,double,long\n"
        "#group,false,false,true,false,false,false\n#default,_result,,,,,\n"
        ",result,table,host,_time,_value,n\n";
    for (int i = 0; i < 30'000; ++i) {
        const std::string n = std::to_string(i);
        text += ",," + std::to_string(i / 1000) + ",host" + std::to_string(i / 1000) +
                ",2024-01-01T00:00:" + (i % 60 < 10 ? "0" : "") + std::to_string(i % 60) + "Z," +
                (i % 7 == 0 ? std::string() : n + ".5") + "," + n + "\n";
    }
    const auto read = [&text](std::size_t threads) {
        io::CsvReaderOptions options;
        options.threads = threads;
        options.block = 16'384;
        io::StringOutput output;
        io::AnnotatedCsvWriter writer(output);
        io::CsvReader reader(io::decompressed(io::text_input(std::string(text)), "test"), options);
        writer.begin_result("_result");
        table::Batch batch;
        while (reader.next(batch)) writer.push(batch);
        writer.end_result();
        writer.finish();
        return output.take();
    };
    const std::string one = read(1);
    CHECK(one.size() > text.size());
    CHECK(read(8) == one);
}
