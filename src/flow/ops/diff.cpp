#include "flow/ops/diff.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/inputs.hpp"
#include "flow/exec/steps.hpp"
#include "flow/ops/row_comparison.hpp"
#include "table/builder.hpp"
#include "table/concat.hpp"
#include "table/group_key.hpp"

namespace fluxi::flow::ops {
namespace {

using table::Batch;
using table::GroupKey;
using value::Value;

constexpr std::string_view kDiff = "_diff";

/// The tables of two streams that have one group key.
struct TablePair {
    std::optional<Batch> first{};
    std::optional<Batch> second{};
    [[nodiscard]] const Batch* left() const { return first ? &*first : nullptr; }
    [[nodiscard]] const Batch* right() const { return second ? &*second : nullptr; }
};

/// Calls `visit` for each group key that one of two streams has, in their order.
template <typename Visit>
void for_each_pair(const exec::KeptBatches& first, const exec::KeptBatches& second,
                   const Visit& visit) {
    base::CountedMap<GroupKey, std::pair<table::TableParts, table::TableParts>> tables;
    const auto collect = [&tables](const exec::KeptBatches& batches, auto part) {
        // The key of a table is that of its first row, whatever later rows say.
        std::pair<table::TableParts, table::TableParts>* open = nullptr;
        for (const Batch& batch : batches) {
            for (std::size_t run = 0; run < batch.runs().size(); ++run) {
                if (open == nullptr || batch.runs()[run].opens)
                    open = &tables[GroupKey::of(batch, run)];
                (open->*part).add(batch, run);
            }
        }
    };
    using Parts = std::pair<table::TableParts, table::TableParts>;
    collect(first, &Parts::first);
    collect(second, &Parts::second);
    for (auto& [key, parts] : tables) {
        TablePair pair;
        if (!parts.first.empty()) pair.first = parts.first.finish(0);
        if (!parts.second.empty()) pair.second = parts.second.finish(0);
        visit(key, pair);
    }
}

/// Where a row of a diff comes from; one that both have is shown as want has it.
struct Line {
    enum class Kind : std::uint8_t { both, want, got };
    Kind kind = Kind::both;
    std::uint32_t row = 0;
};

/// The table of lengths for the longest common subsequence of the rows before the common end.
class Alignment {
  public:
    Alignment(const RowComparison& rows, const exec::Context& context)
        : rows_(rows), steps_(context), want_(rows.want_rows()), got_(rows.got_rows()) {
        while (want_ > 0 && got_ > 0 && rows.equal(want_ - 1, got_ - 1)) {
            --want_;
            --got_;
        }
    }

    base::SpillingVector<Line> lines() {
        base::SpillingVector<Line> lines;
        for (std::uint32_t row = rows_.want_rows(); row > want_; --row) {
            lines.push_back({Line::Kind::both, row - 1});
        }
        if (static_cast<std::uint64_t>(want_) * got_ > kMostCells) {
            all_different(lines);
        } else {
            trace(lines);
        }
        std::reverse(lines.begin(), lines.end());
        return lines;
    }

  private:
    /// Beyond this the table would take too much memory.
    static constexpr std::uint64_t kMostCells = 100'000'000;

    [[nodiscard]] std::uint32_t& length(std::uint32_t want, std::uint32_t got) {
        return lengths_[static_cast<std::size_t>(got) * (want_ + 1) + want];
    }

    void all_different(base::SpillingVector<Line>& lines) const {
        for (std::uint32_t row = got_; row > 0; --row) lines.push_back({Line::Kind::got, row - 1});
        for (std::uint32_t row = want_; row > 0; --row)
            lines.push_back({Line::Kind::want, row - 1});
    }

    /// From the end to the start. Where both ways are as good, rows of got come last.
    void trace(base::SpillingVector<Line>& lines) {
        lengths_.assign((static_cast<std::size_t>(got_) + 1) * (want_ + 1), 0);
        for (std::uint32_t got = 1; got <= got_; ++got) {
            steps_(want_ + 1);
            for (std::uint32_t want = 1; want <= want_; ++want) {
                length(want, got) = rows_.equal(want - 1, got - 1)
                                        ? length(want - 1, got - 1) + 1
                                        : std::max(length(want, got - 1), length(want - 1, got));
            }
        }
        std::uint32_t want = want_;
        std::uint32_t got = got_;
        while (want > 0 || got > 0) {
            if (want > 0 && got > 0 && rows_.equal(want - 1, got - 1)) {
                lines.push_back({Line::Kind::both, --want});
                --got;
            } else if (got == 0 || (want > 0 && length(want - 1, got) > length(want, got - 1))) {
                lines.push_back({Line::Kind::want, --want});
            } else {
                lines.push_back({Line::Kind::got, --got});
            }
        }
    }

    const RowComparison& rows_;
    exec::Steps steps_;
    std::uint32_t want_;
    std::uint32_t got_;
    base::SpillingVector<std::uint32_t> lengths_{};
};

class DiffOperator final : public exec::InputsOperator {
  public:
    explicit DiffOperator(const exec::Context& context) : InputsOperator(2), context_(context) {}

  private:
    void process() override {
        for_each_pair(batches(0), batches(1),
                      [this](const GroupKey& key, const TablePair& pair) { compare(key, pair); });
    }

    void compare(const GroupKey& key, const TablePair& pair) {
        for (const table::Field& field : key.fields()) {
            if (field.label == kDiff) {
                base::fail_with(base::Code::table, "group key cannot contain _diff column");
            }
        }
        const RowComparison rows(pair.left(), pair.right(), kDiff);
        if (rows.all_equal()) return;
        emit_lines(key, rows, Alignment(rows, context_).lines());
    }

    void emit_lines(const GroupKey& key, const RowComparison& rows,
                    const base::SpillingVector<Line>& lines) {
        const auto count = static_cast<std::uint32_t>(lines.size());
        std::vector<table::Field> fields{{std::string(kDiff), table::ColumnType::string}};
        std::vector<table::Column> columns{marks(lines)};
        std::vector<std::uint32_t> key_columns;
        for (std::size_t i = 0; i < key.fields().size(); ++i) {
            key_columns.push_back(static_cast<std::uint32_t>(fields.size()));
            fields.push_back(key.fields()[i]);
            columns.push_back(
                table::Column::constant(key.fields()[i].type, count, key.values()[i]));
        }
        for (const RowComparison::Pair& pair : rows.columns()) {
            fields.push_back(pair.field);
            columns.push_back(values(pair, lines));
        }
        const auto schema = table::make_schema(std::move(fields), std::move(key_columns));
        emit(Batch::single(schema, std::move(columns), count, table_++, key.values()));
    }

    static table::Column marks(const base::SpillingVector<Line>& lines) {
        table::Builder marks(table::ColumnType::string);
        for (const Line& line : lines) {
            marks.append_text(line.kind == Line::Kind::want  ? "-"
                              : line.kind == Line::Kind::got ? "+"
                                                             : "");
        }
        return marks.finish();
    }

    static table::Column values(const RowComparison::Pair& pair,
                                const base::SpillingVector<Line>& lines) {
        table::Builder values(pair.field.type);
        for (const Line& line : lines) {
            const auto& side = line.kind == Line::Kind::got ? pair.got : pair.want;
            if (side) {
                values.append(side->at(line.row));
            } else {
                values.append_null();
            }
        }
        return values.finish();
    }

    const exec::Context& context_;
    std::uint64_t table_ = 0;
};

class AssertEqualsOperator final : public exec::InputsOperator {
  public:
    explicit AssertEqualsOperator(const std::string& test) : InputsOperator(2), test_(test) {}

  private:
    void process() override {
        std::uint64_t number = 0;
        for_each_pair(batches(0), batches(1), [&](const GroupKey& key, const TablePair& pair) {
            if (!pair.first || !pair.second) {
                base::fail_with(base::Code::table,
                                "test {}: unequal group key sets: only one side has the table {}",
                                test_, key.text());
            }
            if (!RowComparison(pair.right(), pair.left(), {}).all_equal()) {
                base::fail_with(base::Code::table, "test {}: tables not equal: {}", test_,
                                key.text());
            }
            Batch table = *pair.first;
            table.runs().front().table = number++;
            emit(std::move(table));
        });
    }

    const std::string& test_;
};

class AssertEmptyOperator final : public exec::UnaryOperator {
  public:
    exec::Demand push(Batch batch) override {
        for (const table::Run& run : batch.runs()) {
            counted_ = counted_ && !run.opens;
            if (run.size() > 0 && !counted_) {
                counted_ = true;
                ++tables_;
            }
        }
        return exec::Demand::more;
    }
    void finish() override {
        if (tables_ > 0) {
            base::fail_with(base::Code::table, "found {} tables that were not empty", tables_);
        }
        emit_finish();
    }

  private:
    std::size_t tables_ = 0;
    bool counted_ = false;  ///< the present table is among them
};

}  // namespace

std::unique_ptr<exec::Operator> Diff::make(exec::Context& context) const {
    return std::make_unique<DiffOperator>(context);
}

std::unique_ptr<exec::Operator> AssertEquals::make(exec::Context&) const {
    return std::make_unique<AssertEqualsOperator>(test_);
}

std::unique_ptr<exec::Operator> AssertEmpty::make(exec::Context&) const {
    return std::make_unique<AssertEmptyOperator>();
}

}  // namespace fluxi::flow::ops
