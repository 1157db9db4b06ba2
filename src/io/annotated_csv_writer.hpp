// Annotated CSV as the reference implementation writes it, byte for byte (semantics E.1): CR LF,
// a header block before the first table and wherever the columns change or a table is empty, an
// empty line after each result. Rows are written straight from the columns into the output's block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv_quote.hpp"
#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

enum class Annotation : std::uint8_t { datatype, group, default_value };

/// The annotation of a dialect's name ("datatype", "group", "default"); throws
/// `unsupported annotation "x"` for another.
Annotation annotation_of(std::string_view name);
/// The name of a column type in the datatype annotation, e.g. "dateTime:RFC3339".
std::string_view datatype_name(table::ColumnType type);

struct CsvDialect {
    std::string delimiter = ",";
    bool header = true;
    std::vector<Annotation> annotations{Annotation::datatype, Annotation::group,
                                        Annotation::default_value};
};

class AnnotatedCsvWriter final : public ResultWriter {
  public:
    explicit AnnotatedCsvWriter(Output& output, const CsvDialect& dialect = {});
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override;
    void finish() override;

  private:
    /// A stretch of a row: text that is the same in all rows of a run, then a column's cell.
    struct Piece {
        std::string before;
        std::size_t column;
    };

    void write_header(const table::Batch& batch, std::size_t run, bool empty);
    void write_annotation(Annotation annotation, const table::Batch& batch, std::size_t run,
                          bool empty);
    void write_rows(const table::Batch& batch, std::size_t run, std::vector<class Cells>& cells);
    void prepare_pieces(const table::Batch& batch, std::size_t run, std::vector<Cells>& cells);
    void field(std::string_view text);

    Output& out_;
    CsvQuote quote_;
    CsvDialect dialect_;
    bool default_configured_;
    std::string result_{};
    std::uint64_t tables_ = 0;     ///< opened so far in this result
    bool waiting_ = false;         ///< a table is open that has had no row yet
    bool previous_empty_ = false;  ///< the last header was that of an empty table
    table::SchemaRef previous_{};  ///< of the last header in this result
    std::vector<Piece> pieces_{};
    std::string tail_{};  ///< what stands after the last cell that varies
};

}  // namespace fluxi::io
