#include "flow/ops/pivot.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "base/counted.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/matches.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/steps.hpp"
#include "flow/ops/pivot_label.hpp"
#include "table/concat.hpp"
#include "table/group_table.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::ColumnType;
using table::GroupTable;
using table::Schema;
using value::Value;

namespace {

/// How the columns of one schema are used.
struct Roles {
    table::SchemaRef schema{};
    std::vector<std::uint32_t> row_key{};
    std::vector<std::uint32_t> column_key{};
    std::uint32_t value = 0;
    std::vector<std::uint32_t> kept{};     ///< in the order of the table
    std::vector<std::uint32_t> new_key{};  ///< those of `kept` that are in the new key
    std::vector<table::Field> key_fields{};
};

struct NewColumn {
    std::string label;
    ColumnType type = ColumnType::string;
    /// Of each row: where its value stands among all of `type`. What all columns take together is
    /// rows times columns, which may be far more than the input, so it counts for the budget.
    base::SpillingVector<std::uint32_t> cells{};
};

/// One table of the result under construction.
struct Target {
    std::uint32_t rows = 0;
    std::unique_ptr<GroupTable> row_keys{};
    std::vector<table::Field> kept{};
    std::vector<base::CountedVector<Column>>
        kept_parts{};  ///< of each kept column that is not in the key
    std::vector<Value> key{};
    std::vector<std::string> key_labels{};
    base::CountedVector<NewColumn> columns{};
    base::CountedHashMap<std::string, std::size_t> by_label{};
    base::CountedMap<ColumnType, base::CountedVector<Column>>
        values{};  ///< all that came, one after the other
    std::map<ColumnType, std::uint32_t> value_counts{};
};

class PivotOperator final : public exec::UnaryOperator {
  public:
    PivotOperator(const exec::Context& context, const PivotSettings& settings)
        : settings_(settings), batch_rows_(context.settings().batch_rows), steps_(context) {}

    exec::Demand push(Batch batch) override {
        if (roles_.schema != batch.schema()) prepare(batch.schema());
        std::vector<Column> keys;
        for (const std::uint32_t i : roles_.new_key) keys.push_back(batch.stored(i));
        table::Rows ids(batch.runs().size());
        keys_.assign(keys_.layout(roles_.key_fields), keys, ids);
        std::vector<Column> row_columns;
        for (const std::uint32_t i : roles_.row_key)
            row_columns.push_back(batch.column(i).simple());
        for (std::size_t run = 0; run < ids.size(); ++run) {
            if (ids[run] == targets_.size()) open(batch, run);
            add(targets_[ids[run]], batch, run, row_columns);
            steps_();
        }
        return exec::Demand::more;
    }

    void finish() override {
        exec::KeyOrder result(exec::KeyOrder::Repeated::merge);
        for (Target& target : targets_) result.add(finished(target));
        targets_.clear();
        of_texts_.resize(0);
        result.emit(output(), batch_rows_);
        emit_finish();
    }

  private:
    static std::uint32_t require(const Schema& schema, const std::string& label,
                                 std::string_view what) {
        const std::size_t i = schema.find(label);
        if (i == Schema::npos) {
            exec::fail_missing_column(
                schema, label, "pivot: specified {} does not exist in table: {}", what, label);
        }
        return static_cast<std::uint32_t>(i);
    }

    void prepare(const table::SchemaRef& schema) {
        roles_ = Roles{schema};
        for (const std::string& label : settings_.row_key)
            roles_.row_key.push_back(require(*schema, label, "row key column"));
        for (const std::string& label : settings_.column_key)
            roles_.column_key.push_back(require(*schema, label, "column"));
        roles_.value = require(*schema, settings_.value_column, "value column");
        const auto has = [](const std::vector<std::uint32_t>& in, std::uint32_t i) {
            return std::find(in.begin(), in.end(), i) != in.end();
        };
        for (std::uint32_t i = 0; i < schema->size(); ++i) {
            const bool key = schema->is_key(i) && !has(roles_.column_key, i);
            if (i != roles_.value && (key || has(roles_.row_key, i))) roles_.kept.push_back(i);
        }
        for (const std::uint32_t i : schema->key()) {
            if (!has(roles_.column_key, i) && i != roles_.value) {
                roles_.new_key.push_back(i);
                roles_.key_fields.push_back(schema->fields()[i]);
            }
        }
    }

    void open(const Batch& batch, std::size_t run) {
        Target target;
        std::vector<ColumnType> types;
        for (const std::uint32_t i : roles_.row_key)
            types.push_back(batch.schema()->fields()[i].type);
        target.row_keys = std::make_unique<GroupTable>(std::move(types));
        for (const std::uint32_t i : roles_.kept)
            target.kept.push_back(batch.schema()->fields()[i]);
        target.kept_parts.resize(target.kept.size());
        for (const std::uint32_t i : roles_.new_key) {
            target.key_labels.push_back(batch.schema()->fields()[i].label);
            target.key.push_back(batch.key_value(i, run));
        }
        count_texts(target.kept.size() + target.key.size() + kInnerParts);
        targets_.push_back(std::move(target));
    }

    void add(Target& target, const Batch& batch, std::size_t run,
             const std::vector<Column>& row_columns) {
        const table::Run& rows = batch.runs()[run];
        if (rows.size() == 0) return;
        std::vector<Column> keys;
        for (const Column& column : row_columns)
            keys.push_back(column.slice(rows.begin, rows.size()));
        table::Rows ids(rows.size());
        target.row_keys->assign(keys, ids);
        keep_new_rows(target, batch, rows, ids);

        const Column values = batch.column(roles_.value).slice(rows.begin, rows.size());
        std::uint32_t& base = target.value_counts[values.type()];
        std::vector<std::size_t> places;
        const table::Rows names = new_columns(target, batch, run, places);
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            NewColumn& column = target.columns[places[names.empty() ? 0 : names[i]]];
            if (column.cells.size() < target.rows) widen(column, target.rows);
            column.cells[ids[i]] = base + i;
        }
        base += rows.size();
        target.values[values.type()].push_back(values);
    }

    /// Makes room for the cells of all rows.
    static void widen(NewColumn& column, std::uint32_t rows) {
        column.cells.resize(rows, exec::Matches::kNone);
    }

    /// Takes the kept columns of the rows that appear for the first time.
    void keep_new_rows(Target& target, const Batch& batch, const table::Run& rows,
                       const table::Rows& ids) const {
        table::Rows fresh;
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            if (ids[i] != target.rows) continue;
            ++target.rows;
            fresh.push_back(rows.begin + i);
        }
        if (fresh.empty()) return;
        for (std::size_t i = 0; i < target.kept.size(); ++i) {
            const table::Field& field = target.kept[i];
            const std::uint32_t source = require(*batch.schema(), field.label, "row key column");
            if (batch.schema()->fields()[source].type != field.type)
                table::fail_collision(field.label, field.type,
                                      batch.schema()->fields()[source].type);
            target.kept_parts[i].push_back(batch.column(source).take(fresh));
        }
    }

    /// The new columns that the rows of a run go to: `places` are positions in the target, the
    /// result says for each row which of them (nothing: all go to the first).
    table::Rows new_columns(Target& target, const Batch& batch, std::size_t run,
                            std::vector<std::size_t>& places) {
        const table::Run& rows = batch.runs()[run];
        std::vector<Column> keys;
        std::vector<ColumnType> types;
        bool constant = true;
        for (const std::uint32_t i : roles_.column_key) {
            keys.push_back(batch.column(i).slice(rows.begin, rows.size()).simple());
            types.push_back(keys.back().type());
            constant = constant && keys.back().encoding() == table::Encoding::constant;
        }
        const ColumnType type = batch.schema()->fields()[roles_.value].type;
        if (constant) {
            places.push_back(place(target, pivot_label(keys, 0), type));
            return {};
        }
        GroupTable groups(std::move(types));
        table::Rows names(rows.size());
        groups.assign(keys, names);
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            if (names[i] == places.size())
                places.push_back(place(target, pivot_label(keys, i), type));
        }
        return names;
    }

    /// Counts so many labels or values of a target, and the characters that lie outside of them.
    void count_texts(std::size_t parts, std::size_t characters = 0) {
        text_bytes_ += parts * kBytesOfPart + characters;
        of_texts_.resize(text_bytes_);
    }
    static constexpr std::size_t kBytesOfPart = 64;
    static constexpr std::size_t kInnerParts = 8;  ///< the index of rows

    std::size_t place(Target& target, const std::string& label, ColumnType type) {
        const auto [at, added] = target.by_label.try_emplace(label, target.columns.size());
        if (!added) {
            const NewColumn& known = target.columns[at->second];
            if (known.type != type) table::fail_collision(label, known.type, type);
            return at->second;
        }
        for (const table::Field& field : target.kept) {
            if (field.label != label) continue;
            base::fail_with(
                base::Code::table,
                "pivot: value \"{}\" appears in a column key column, but a column named "
                "\"{}\" already exists; consider renaming \"{}\" to something else "
                "before pivoting",
                label, label, label);
        }
        count_texts(2, 2 * label.size());
        target.columns.push_back({label, type});
        return at->second;
    }

    Batch finished(Target& target) {
        exec::TableEdit edit = exec::TableEdit::empty(target.rows);
        for (std::size_t i = 0; i < target.kept.size(); ++i) {
            const table::Field& field = target.kept[i];
            edit.set(field.label, table::concat(field.type, target.kept_parts[i]));
        }
        for (std::size_t i = 0; i < target.key.size(); ++i) {
            const auto field = std::find_if(
                target.kept.begin(), target.kept.end(),
                [&](const table::Field& f) { return f.label == target.key_labels[i]; });
            edit.set_key(field->label, field->type, target.key[i]);
        }
        std::map<ColumnType, Column> all;
        for (auto& entry : target.values)
            all[entry.first] = table::concat(entry.first, entry.second);
        for (NewColumn& column : target.columns) {
            widen(column, target.rows);
            steps_(target.rows + 1);
            edit.set(column.label, exec::take_or_null(all[column.type], column.cells));
        }
        return edit.finish();
    }

    const PivotSettings& settings_;
    std::uint32_t batch_rows_;
    exec::Steps steps_;
    Roles roles_{};
    exec::KeyIndex keys_{};
    base::CountedVector<Target> targets_{};
    std::size_t text_bytes_ = 0;
    base::Reservation of_texts_{};
};

}  // namespace

std::unique_ptr<exec::Operator> Pivot::make(exec::Context& context) const {
    return std::make_unique<PivotOperator>(context, settings_);
}

}  // namespace fluxi::flow::ops
