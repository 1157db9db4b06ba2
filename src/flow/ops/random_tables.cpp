#include "flow/ops/random_tables.hpp"

#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/ops/lagged_random.hpp"
#include "table/builder.hpp"
#include "value/duration.hpp"

namespace fluxi::flow {
namespace {

using table::Column;
using table::ColumnType;
using value::Value;

constexpr std::int64_t kPeriod = 10 * value::kNsPerSecond;
constexpr double kDeviation = 50;

class Source final : public exec::SourceOperator {
  public:
    Source(const RandomTables::Settings& settings, exec::Context& context)
        : settings_(settings), context_(context), random_(settings.seed) {}

    void run() override {
        const std::vector<std::vector<std::string>> tags = tag_values();
        std::vector<table::Field> fields;
        std::vector<std::uint32_t> key;
        for (const RandomTables::Tag& tag : settings_.tags) {
            if (tag.cardinality <= 0) continue;
            key.push_back(static_cast<std::uint32_t>(fields.size()));
            fields.push_back({tag.name, ColumnType::string});
        }
        fields.push_back({"_time", ColumnType::time});
        fields.push_back({"_value", ColumnType::floating});
        schema_ = table::make_schema(std::move(fields), std::move(key));
        // The first combination of tag values, then the others from the last on: the reference
        // takes them from a heap.
        std::size_t count = 1;
        for (const auto& words : tags) count *= words.size();
        if (push_table(tags, 0) != exec::Demand::more) return;
        for (std::size_t i = count; i-- > 1;) {
            if (push_table(tags, i) != exec::Demand::more) return;
        }
    }

  private:
    std::string word() {
        constexpr std::string_view kLetters =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        constexpr std::uint32_t kFirstLetters = 52;
        constexpr std::uint32_t kShortest = 3;
        constexpr std::uint32_t kSizes = 5;
        std::string text;
        const std::size_t size = kShortest + random_.below(kSizes);
        while (text.size() < size) {
            text.push_back(kLetters[random_.below(
                text.empty() ? kFirstLetters : static_cast<std::uint32_t>(kLetters.size()))]);
        }
        return text;
    }

    std::vector<std::vector<std::string>> tag_values() {
        std::vector<std::vector<std::string>> values;
        for (const RandomTables::Tag& tag : settings_.tags) {
            if (tag.cardinality <= 0) continue;
            std::vector<std::string>& words = values.emplace_back();
            for (std::int64_t i = 0; i < tag.cardinality; ++i) words.push_back(word());
        }
        return values;
    }

    /// `number`: the combination of tag values, where the last tag is the fastest.
    exec::Demand push_table(const std::vector<std::vector<std::string>>& tags, std::size_t number) {
        context_.check_cancelled();
        const auto rows = static_cast<std::uint32_t>(settings_.rows);
        std::vector<Value> key_values(tags.size());
        for (std::size_t i = tags.size(); i-- > 0; number /= tags[i].size())
            key_values[i] = Value::string(tags[i][number % tags[i].size()]);
        std::vector<Column> columns;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            columns.push_back(Column::constant(ColumnType::string, rows, key_values[i]));
        }
        table::Builder times(ColumnType::time);
        table::Builder values(ColumnType::floating);
        times.reserve(rows);
        values.reserve(rows);
        for (std::uint32_t row = 0; row < rows; ++row) {
            times.append_stored(settings_.start + row * kPeriod);
            if (settings_.nulls > 0 && random_.share() < settings_.nulls) {
                values.append_null();
            } else {
                values.append_stored(random_.normal() * kDeviation);
            }
        }
        columns.push_back(times.finish());
        columns.push_back(values.finish());
        return emit(table::Batch::single(schema_, std::move(columns), rows, table_++, key_values));
    }

    const RandomTables::Settings& settings_;
    exec::Context& context_;
    ops::LaggedRandom random_;
    table::SchemaRef schema_{};
    std::uint64_t table_ = 0;
};

}  // namespace

std::unique_ptr<exec::Operator> RandomTables::make(exec::Context& context) const {
    return std::make_unique<Source>(settings_, context);
}

}  // namespace fluxi::flow
