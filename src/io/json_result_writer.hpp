// Results as JSON. `document` is one object for everything:
//   {"results": [{"name": …, "tables": [{"key": {…}, "columns": [{"name", "type"}], "rows":
//   [{…}]}]}]}
// `lines` is one object per row, with the members "result" and "table" before the columns (which a
// column of that name replaces). Times are RFC 3339 strings, null is null; NaN and infinities,
// which JSON does not have, are the strings "NaN", "+Inf" and "-Inf".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/cells.hpp"
#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

class JsonResultWriter final : public ResultWriter {
  public:
    enum class Kind : unsigned char { document, lines };
    JsonResultWriter(Output& output, Kind kind) : out_(output), kind_(kind) {}
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override;
    void finish() override;

  private:
    void open_table(const table::Batch& batch, std::size_t run);
    void close_table();
    void write_rows(const table::Batch& batch, const table::Run& run, std::vector<Cells>& cells);
    void prepare(const table::Schema& schema);

    Output& out_;
    Kind kind_;
    std::string name_{};  ///< of the result, as JSON
    std::uint64_t results_ = 0;
    std::uint64_t tables_ = 0;
    std::uint64_t rows_ = 0;  ///< written of the open table
    bool in_result_ = false;
    bool in_table_ = false;
    std::vector<std::string> members_{};  ///< `"label": ` of each column
    std::vector<bool> repeated_{};        ///< a later column has the same label
    bool own_result_ = true;              ///< no column is called "result"
    bool own_table_ = true;
    std::string text_{};
};

}  // namespace fluxi::io
