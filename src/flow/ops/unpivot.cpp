#include "flow/ops/unpivot.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "flow/exec/table_operator.hpp"
#include "flow/exec/table_writer.hpp"
#include "table/sort.hpp"

namespace fluxi::flow::ops {
namespace {

using table::Batch;
using table::Run;
using table::Schema;

constexpr std::string_view kField = "_field";
constexpr std::string_view kValue = "_value";

class UnpivotOperator final : public exec::TableOperator {
  public:
    UnpivotOperator(const exec::Context& context, const std::vector<std::string>& others)
        : TableOperator(context, Leaving::by_key_merging, "unpivot"), others_(others) {}

  private:
    void table(const Batch& whole) override {
        const Schema& schema = *whole.schema();
        if (schema.find(kField) != Schema::npos || schema.find(kValue) != Schema::npos) {
            base::fail_with(base::Code::table,
                            "unpivot can't have \"{}\" or \"{}\" as an input column", kField,
                            kValue);
        }
        for (const std::string& label : others_) {
            if (label == kField || schema.find(label) != Schema::npos) continue;
            exec::fail_missing_column(schema, label, "unpivot could not find column named \"{}\"",
                                      label);
        }
        for (std::size_t i = 0; i < schema.size(); ++i) {
            if (!schema.is_key(i) && !listed(schema.fields()[i].label)) turn(whole, i);
        }
    }

    [[nodiscard]] bool listed(std::string_view label) const {
        return std::find(others_.begin(), others_.end(), label) != others_.end();
    }

    void turn(const Batch& whole, std::size_t column) {
        const table::Column values = whole.column(column);
        table::Rows rows;
        for (std::uint32_t row = 0; row < values.size(); ++row) {
            if (!values.is_null(row)) rows.push_back(row);
        }
        const std::string& label = whole.schema()->fields()[column].label;
        const auto count = static_cast<std::uint32_t>(rows.size());
        const auto field = value::Value::string(label);
        exec::TableEdit edit = exec::TableEdit::key_only(whole, count);
        if (!listed(kField)) edit.set_key(kField, table::ColumnType::string, field);
        for (const std::string& other : others_) {
            if (other == kField) {
                edit.set(kField, table::Column::constant(table::ColumnType::string, count, field));
            } else if (!whole.schema()->is_key(whole.schema()->find(other))) {
                edit.set(other, whole.column(whole.schema()->find(other)).take(rows));
            }
        }
        edit.set(kValue, values.take(rows));
        emit_table(edit.finish());
    }

    const std::vector<std::string>& others_;
};

class PreviewOperator final : public exec::UnaryOperator {
  public:
    PreviewOperator(const exec::Context& context, std::int64_t rows, std::int64_t tables)
        : rows_(rows), tables_(tables), writer_(context.settings().batch_rows) {}

    exec::Demand push(Batch batch) override {
        for (std::size_t i = 0; i < batch.runs().size(); ++i) take_run(batch, i);
        const bool enough = tables_ <= 0 && !open_;
        return enough ? exec::Demand::enough : writer_.demand();
    }
    void finish() override {
        writer_.flush(output());
        emit_finish();
    }

  private:
    void take_run(const Batch& batch, std::size_t i) {
        const Run& run = batch.runs()[i];
        if (run.opens) {
            open_ = tables_ > 0;
            --tables_;
            left_ = std::max<std::int64_t>(rows_, 0);
        }
        if (!open_) return;
        const auto take = static_cast<std::uint32_t>(std::min<std::int64_t>(left_, run.size()));
        left_ -= take;
        // The table ends here also if rows of it are still to come.
        const bool last = run.closes || left_ == 0;
        writer_.append(output(), batch, i, run.begin, run.begin + take, run.opens, last);
        open_ = !last;
    }

    std::int64_t rows_;
    std::int64_t tables_;  ///< still to come
    exec::TableWriter writer_;
    std::int64_t left_ = 0;  ///< rows of the present table
    bool open_ = false;      ///< the present table is being handed on
};

class RequireColumnsOperator final : public exec::UnaryOperator {
  public:
    explicit RequireColumnsOperator(const std::vector<std::string>& columns) : columns_(columns) {}

    exec::Demand push(Batch batch) override {
        if (!table::same(batch.schema(), checked_)) {
            for (const std::string& label : columns_) {
                if (batch.schema()->find(label) != Schema::npos) continue;
                exec::fail_missing_column(*batch.schema(), label, "unknown column \"{}\"", label);
            }
            checked_ = batch.schema();
        }
        return emit(std::move(batch));
    }

  private:
    const std::vector<std::string>& columns_;
    table::SchemaRef checked_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Unpivot::make(exec::Context& context) const {
    return std::make_unique<UnpivotOperator>(context, other_columns_);
}

std::unique_ptr<exec::Operator> Preview::make(exec::Context& context) const {
    return std::make_unique<PreviewOperator>(context, rows_, tables_);
}

std::unique_ptr<exec::Operator> RequireColumns::make(exec::Context&) const {
    return std::make_unique<RequireColumnsOperator>(columns_);
}

}  // namespace fluxi::flow::ops
