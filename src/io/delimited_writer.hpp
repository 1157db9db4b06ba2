// Plain CSV and TSV: a row of labels, then rows, for programs that know nothing of Flux. Tables
// whose columns are the same follow each other under one row of labels; where the columns change,
// and between results, an empty line and new labels stand. Line feeds end lines. CSV quotes what
// must be quoted, and the empty string, so that it differs from null, which is nothing at all; TSV
// writes tabs, line ends and backslashes with a backslash.
#pragma once

#include <string>
#include <string_view>

#include "io/csv_quote.hpp"
#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

class DelimitedWriter final : public ResultWriter {
  public:
    enum class Kind : unsigned char { csv, tsv };
    DelimitedWriter(Output& output, Kind kind);
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override {}
    void finish() override { out_.flush(); }

  private:
    void write_labels(const table::Schema& schema);
    void append_text(std::string_view text);

    Output& out_;
    Kind kind_;
    CsvQuote quote_;
    table::SchemaRef schema_{};  ///< of the last labels in this result
    bool begun_ = false;
    std::string line_{};
};

}  // namespace fluxi::io
