// Operators on the rows of each table: limit, tail, sort (semantics D.7, D.8).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "flow/plan/node.hpp"

namespace fluxi::flow::ops {

/// The first rows after some that are skipped. A table that is skipped whole goes; with `n` 0 or
/// less it stays, empty.
class Limit final : public Operation {
  public:
    /// `one_table`: no other table comes, so that the stream can end when the rows are there.
    Limit(std::int64_t n, std::int64_t offset, bool one_table = false)
        : n_(n), offset_(offset), one_table_(one_table) {}
    [[nodiscard]] std::string_view name() const override { return "limit"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] std::int64_t n() const noexcept { return n_; }
    [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

  private:
    std::int64_t n_;
    std::int64_t offset_;
    bool one_table_;
};

/// The last rows before some that are skipped.
class Tail final : public Operation {
  public:
    Tail(std::int64_t n, std::int64_t offset) : n_(n), offset_(offset) {}
    [[nodiscard]] std::string_view name() const override { return "tail"; }
    [[nodiscard]] Order order() const override { return Order::by_key; }
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;

  private:
    std::int64_t n_;
    std::int64_t offset_;
};

/// Rows sorted by columns; with a limit only the first so many are kept.
class Sort final : public Operation {
  public:
    static constexpr std::int64_t kAll = -1;
    Sort(std::vector<std::string> columns, bool descending, std::int64_t limit = kAll)
        : columns_(std::move(columns)), descending_(descending), limit_(limit) {}
    [[nodiscard]] std::string_view name() const override { return "sort"; }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] std::unique_ptr<exec::Operator> make(exec::Context& context) const override;
    [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
    [[nodiscard]] bool descending() const noexcept { return descending_; }
    [[nodiscard]] bool takes_all() const noexcept { return limit_ == kAll; }
    [[nodiscard]] std::int64_t limit() const noexcept { return limit_; }

  private:
    std::vector<std::string> columns_;
    bool descending_;
    std::int64_t limit_;
};

}  // namespace fluxi::flow::ops
