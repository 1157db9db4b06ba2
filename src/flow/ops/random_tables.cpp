#include "flow/ops/random_tables.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
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
        // The tag values as a number with one digit per tag, counted up; the last tag is the
        // fastest.
        std::vector<std::size_t> digits(tags.size(), 0);
        while (push_table(tags, digits) == exec::Demand::more && next(tags, digits)) {
        }
    }

  private:
    std::string word() {
        constexpr std::string_view kLetters =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        constexpr std::size_t kShortest = 3;
        std::string text;
        const std::size_t size = kShortest + random_() % 5;
        while (text.size() < size) text.push_back(kLetters[random_() % kLetters.size()]);
        return text;
    }

    std::vector<std::vector<std::string>> tag_values() {
        std::vector<std::vector<std::string>> values;
        for (const RandomTables::Tag& tag : settings_.tags) {
            if (tag.cardinality <= 0) continue;
            std::vector<std::string>& words = values.emplace_back();
            while (words.size() < static_cast<std::size_t>(tag.cardinality)) {
                std::string next_word = word();
                if (std::find(words.begin(), words.end(), next_word) == words.end()) {
                    words.push_back(std::move(next_word));
                }
            }
        }
        return values;
    }

    static bool next(const std::vector<std::vector<std::string>>& tags,
                     std::vector<std::size_t>& digits) {
        for (std::size_t i = digits.size(); i-- > 0;) {
            if (++digits[i] < tags[i].size()) return true;
            digits[i] = 0;
        }
        return false;
    }

    exec::Demand push_table(const std::vector<std::vector<std::string>>& tags,
                            const std::vector<std::size_t>& digits) {
        context_.check_cancelled();
        const auto rows = static_cast<std::uint32_t>(settings_.rows);
        std::vector<Value> key_values;
        std::vector<Column> columns;
        for (std::size_t i = 0; i < tags.size(); ++i) {
            key_values.push_back(Value::string(tags[i][digits[i]]));
            columns.push_back(Column::constant(ColumnType::string, rows, key_values.back()));
        }
        table::Builder times(ColumnType::time);
        table::Builder values(ColumnType::floating);
        times.reserve(rows);
        values.reserve(rows);
        for (std::uint32_t row = 0; row < rows; ++row) {
            times.append_stored(settings_.start + row * kPeriod);
            if (settings_.nulls > 0 && share_(random_) < settings_.nulls) {
                values.append_null();
            } else {
                values.append_stored(normal_(random_));
            }
        }
        columns.push_back(times.finish());
        columns.push_back(values.finish());
        return emit(table::Batch::single(schema_, std::move(columns), rows, table_++, key_values));
    }

    const RandomTables::Settings& settings_;
    exec::Context& context_;
    std::mt19937_64 random_;
    std::normal_distribution<double> normal_{0, kDeviation};
    std::uniform_real_distribution<double> share_{0, 1};
    table::SchemaRef schema_{};
    std::uint64_t table_ = 0;
};

}  // namespace

std::unique_ptr<exec::Operator> RandomTables::make(exec::Context& context) const {
    return std::make_unique<Source>(settings_, context);
}

}  // namespace fluxi::flow
