// Tables for people: a title with the group key, labels with their types, boxes around, numbers at
// the right, how many rows. Fits the width it is given: texts are cut first, then columns are left
// out at the right and named below. The first rows of a table decide the widths, later cells are
// cut to them, so that a long table is shown while it comes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/cells.hpp"
#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

struct PrettyOptions {
    std::size_t width = 0;       ///< cells of the terminal; 0: no limit
    bool color = false;          ///< escape sequences for bold and dim
    std::uint64_t max_rows = 0;  ///< shown of each table; 0: all
};

class PrettyWriter final : public ResultWriter {
  public:
    PrettyWriter(Output& output, const PrettyOptions& options) : out_(output), options_(options) {}
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override;
    void finish() override;

  private:
    struct Shown {
        std::size_t column;
        bool right;
        std::size_t width = 0;
    };

    void add(table::Batch part);
    void choose_columns(const table::Schema& schema);
    void measure();
    void fit();
    void begin_table();
    void write_title(const table::Batch& first);
    void write_rows(const table::Batch& part);
    void end_table();
    void rule(std::string_view left, std::string_view middle, std::string_view right);
    void append_padded(std::string_view text, const Shown& shown, std::string_view style);
    [[nodiscard]] std::string_view style(std::string_view sequence) const;

    Output& out_;
    PrettyOptions options_;
    std::string name_{};
    std::uint64_t tables_ = 0;
    bool written_ = false;  ///< anything at all
    bool in_table_ = false;
    bool streaming_ = false;             ///< the widths of the open table are decided
    std::vector<table::Batch> parts_{};  ///< of the open table, not shown yet
    std::uint64_t waiting_ = 0;          ///< rows in them
    std::uint64_t rows_ = 0;             ///< of the open table
    std::uint64_t rows_shown_ = 0;
    std::vector<Shown> shown_{};
    std::vector<std::string> left_out_{};
    std::string line_{};
};

}  // namespace fluxi::io
