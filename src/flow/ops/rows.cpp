#include "flow/ops/rows.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "flow/exec/table_operator.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Run;

std::string Limit::describe() const {
    return offset_ == 0 ? fmt::format("n: {}", n_) : fmt::format("n: {}, offset: {}", n_, offset_);
}

std::string Sort::describe() const {
    std::string text = "columns: [";
    for (const std::string& column : columns_) {
        if (text.back() != '[') text += ", ";
        text += column;
    }
    text += ']';
    if (descending_) text += ", desc";
    if (limit_ != kAll) text += fmt::format(", first {}", limit_);
    return text;
}

namespace {

class LimitOperator final : public exec::UnaryOperator {
  public:
    LimitOperator(const exec::Context& context, std::int64_t n, std::int64_t offset, bool one_table)
        : n_(std::max<std::int64_t>(n, 0)),
          offset_(offset),
          one_table_(one_table),
          writer_(context.settings().batch_rows) {}

    exec::Demand push(Batch batch) override {
        for (std::size_t i = 0; i < batch.runs().size(); ++i) take_run(batch, i);
        return one_table_ && closed_ ? exec::Demand::enough : writer_.demand();
    }
    void finish() override {
        writer_.flush(output());
        emit_finish();
    }

  private:
    void take_run(const Batch& batch, std::size_t i) {
        const Run& run = batch.runs()[i];
        if (run.opens) {
            seen_ = 0;
            emitted_ = false;
            closed_ = false;
        }
        const std::int64_t size = run.size();
        const std::int64_t first = std::clamp<std::int64_t>(offset_ - seen_, 0, size);
        // `n_` can be as large as the largest int, so it is never added to.
        const std::int64_t before = std::max<std::int64_t>(seen_ - offset_, 0);
        const std::int64_t left = before >= n_ ? 0 : n_ - before;
        const std::int64_t last = first + std::min(left, size - first);
        seen_ += size;
        if (closed_) return;
        const bool full = seen_ > offset_ && seen_ - offset_ >= n_;
        if (last > first) {
            append(batch, i, first, last, run.closes || full);
        } else if (run.closes && (emitted_ || seen_ == 0 || n_ == 0)) {
            append(batch, i, 0, 0, true);
        }
    }
    void append(const Batch& batch, std::size_t i, std::int64_t first, std::int64_t last,
                bool closes) {
        const std::uint32_t begin = batch.runs()[i].begin;
        writer_.append(output(), batch, i, begin + static_cast<std::uint32_t>(first),
                       begin + static_cast<std::uint32_t>(last), !emitted_, closes);
        emitted_ = true;
        closed_ = closes;
    }

    std::int64_t n_;
    std::int64_t offset_;
    bool one_table_;
    exec::TableWriter writer_;
    std::int64_t seen_ = 0;  ///< rows of the table
    bool emitted_ = false;   ///< the table was opened downstream
    bool closed_ = false;
};

class TailOperator final : public exec::TableOperator {
  public:
    TailOperator(const exec::Context& context, std::int64_t n, std::int64_t offset)
        : TableOperator(context, Leaving::by_key, "tail"),
          n_(std::max<std::int64_t>(n, 0)),
          offset_(offset) {}

  private:
    void table(const Batch& whole) override {
        const std::int64_t end = std::max<std::int64_t>(whole.rows() - offset_, 0);
        const std::int64_t begin = end > n_ ? end - n_ : 0;
        exec::TableEdit edit(whole);
        edit.slice(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
        emit_table(edit.finish());
    }
    std::int64_t n_;
    std::int64_t offset_;
};

class SortOperator final : public exec::TableOperator {
  public:
    SortOperator(const exec::Context& context, const Sort& sort, std::int64_t limit)
        : TableOperator(context, Leaving::arrival),
          sort_(sort),
          limit_(limit),
          cancel_(context.cancel()) {}

  private:
    void table(const Batch& whole) override {
        std::vector<table::SortColumn> columns;
        for (const std::string& label : sort_.columns()) {
            const std::size_t i = whole.schema()->find(label);
            // A key column has one value only: it decides nothing.
            if (i == table::Schema::npos || whole.schema()->is_key(i)) continue;
            columns.push_back({whole.stored(i).simple(), sort_.descending()});
        }
        exec::TableEdit edit(whole);
        const std::uint32_t rows = whole.rows();
        if (limit_ == Sort::kAll) {
            if (columns.empty()) return emit_table(whole);
            edit.take(table::sort_permutation(columns, rows, &cancel_));
        } else {
            const auto count =
                static_cast<std::uint32_t>(std::clamp<std::int64_t>(limit_, 0, rows));
            if (count == 0) return;  // the first rows of nothing are no table
            edit.take(table::top_permutation(columns, rows, count, &cancel_));
        }
        emit_table(edit.finish());
    }

    const Sort& sort_;
    std::int64_t limit_;
    const base::CancelToken& cancel_;
};

}  // namespace

std::unique_ptr<exec::Operator> Limit::make(exec::Context& context) const {
    return std::make_unique<LimitOperator>(context, n_, offset_, one_table_);
}

std::unique_ptr<exec::Operator> Tail::make(exec::Context& context) const {
    return std::make_unique<TailOperator>(context, n_, offset_);
}

std::unique_ptr<exec::Operator> Sort::make(exec::Context& context) const {
    return std::make_unique<SortOperator>(context, *this, limit_);
}

}  // namespace fluxi::flow::ops
