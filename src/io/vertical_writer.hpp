// One line per cell, a block per row: for tables with many columns. Labels line up at the right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/output.hpp"
#include "io/result_writer.hpp"

namespace fluxi::io {

class VerticalWriter final : public ResultWriter {
  public:
    explicit VerticalWriter(Output& output) : out_(output) {}
    void begin_result(std::string_view name) override;
    void push(const table::Batch& batch) override;
    void end_result() override {}
    void finish() override { out_.flush(); }

  private:
    Output& out_;
    std::string name_{};
    std::uint64_t tables_ = 0;
    std::uint64_t rows_ = 0;  ///< of the open table
    bool written_ = false;
};

}  // namespace fluxi::io
