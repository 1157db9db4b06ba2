#include "flow/ops/dedup_key.hpp"

#include <algorithm>

#include "base/codec.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "flow/exec/operator.hpp"
#include "table/builder.hpp"
#include "value/convert.hpp"

namespace fluxi::flow::ops {

namespace {

constexpr std::string_view kColumn = "_pagerdutyDedupKey";

class Running final : public exec::UnaryOperator {
  public:
    explicit Running(const std::vector<std::string>& exclude) : exclude_(exclude) {}

    exec::Demand push(table::Batch batch) override {
        if (!input_ || !table::same(input_, batch.schema())) use(batch.schema());
        std::vector<table::Column> columns = batch.stored();
        columns.push_back(hashes(batch));
        return emit(table::Batch(output_, std::move(columns), batch.runs()));
    }

  private:
    void use(const table::SchemaRef& schema) {
        if (schema->find(kColumn) != table::Schema::npos) {
            base::fail_with(base::Code::table, "dedupKey: the table has a column {} already",
                            kColumn);
        }
        input_ = schema;
        auto fields = schema->fields();
        fields.push_back({std::string(kColumn), table::ColumnType::string});
        output_ = table::make_schema(std::move(fields), schema->key());
        counted_.clear();
        for (const std::uint32_t column : schema->sorted_key()) {
            const std::string& label = schema->fields()[column].label;
            if (std::find(exclude_.begin(), exclude_.end(), label) == exclude_.end()) {
                counted_.push_back(column);
            }
        }
    }

    [[nodiscard]] std::string hash(const table::Batch& batch, std::size_t run) const {
        std::string text;
        for (const std::uint32_t column : counted_) {
            text.append(input_->fields()[column].label).append("\n");
            const value::Value v = batch.key_value(column, run);
            if (!v.is_null()) value::append_string(text, v);
            text.append("\n");
        }
        return base::hex_encode(base::sha256(text));
    }

    [[nodiscard]] table::Column hashes(const table::Batch& batch) const {
        table::Builder values(table::ColumnType::string);
        auto ends = std::make_shared<std::vector<std::uint32_t>>();
        for (std::size_t run = 0; run < batch.runs().size(); ++run) {
            values.append_text(hash(batch, run));
            ends->push_back(batch.runs()[run].end);
        }
        return table::Column::run_end(values.finish(), std::move(ends));
    }

    const std::vector<std::string>& exclude_;
    table::SchemaRef input_{};
    table::SchemaRef output_{};
    std::vector<std::uint32_t> counted_{};  ///< key columns that count, sorted by label
};

}  // namespace

std::unique_ptr<exec::Operator> DedupKey::make(exec::Context&) const {
    return std::make_unique<Running>(exclude_);
}

}  // namespace fluxi::flow::ops
