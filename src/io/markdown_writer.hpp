// Tables of GitHub's Markdown, one per table, with a heading of result, number and group key where
// there is more than one table to tell apart. Null is an empty cell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

class MarkdownWriter final : public ResultWriter {
  public:
    explicit MarkdownWriter(Output& output) : out_(output) {}
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override {}
    void finish() override { out_.flush(); }

  private:
    void begin_table(const table::Batch& batch, std::size_t run);

    Output& out_;
    std::string name_{};
    std::uint64_t results_ = 0;
    std::uint64_t tables_ = 0;
    bool written_ = false;
};

}  // namespace fluxi::io
