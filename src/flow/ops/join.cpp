#include "flow/ops/join.hpp"

#include <algorithm>
#include <optional>

#include "eval/callable.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/inputs.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/matches.hpp"
#include "flow/exec/record_columns.hpp"
#include "flow/exec/steps.hpp"
#include "table/sort.hpp"
#include "vec/columns_read.hpp"
#include "vec/row_function.hpp"

namespace fluxi::flow::ops {

using exec::Matches;
using exec::TableEdit;
using table::Batch;
using table::Column;
using table::Schema;
using value::Value;

namespace {

/// What `as` makes of two rows, where it only chooses and renames columns.
struct Choice {
    struct Output {
        std::string label;
        bool left;
        std::string source;
    };
    std::optional<bool> base{};  ///< `{l with …}` (true) or `{r with …}`
    std::vector<Output> outputs{};
};

std::optional<Choice> choice_of(const JoinSettings& settings) {
    const auto* closure = dynamic_cast<const eval::Closure*>(settings.as.object());
    if (closure == nullptr || !closure->code().statements.empty()) return std::nullopt;
    const auto* record = std::get_if<program::RecordLiteral>(&closure->code().result->node);
    if (record == nullptr) return std::nullopt;
    // Whether an expression is the row of the left (true) or right side.
    const auto side = [&](const program::Expr& expr) -> std::optional<bool> {
        const auto* local = std::get_if<program::LocalRef>(&expr.node);
        if (local == nullptr || local->slot >= closure->parameters().size()) return std::nullopt;
        const std::string& name = closure->parameters()[local->slot].name;
        if (name == settings.left_parameter) return true;
        if (name == settings.right_parameter) return false;
        return std::nullopt;
    };
    Choice choice;
    if (record->with) {
        choice.base = side(*record->with);
        if (!choice.base) return std::nullopt;
    }
    for (std::size_t i = 0; i < record->values.size(); ++i) {
        const auto* member = std::get_if<program::Member>(&record->values[i]->node);
        const auto from = member != nullptr ? side(*member->object) : std::nullopt;
        if (!from) return std::nullopt;
        choice.outputs.push_back({record->shape->labels()[i], *from, member->label});
    }
    return choice;
}

class JoinOperator final : public exec::InputsOperator {
  public:
    JoinOperator(exec::Context& context, const JoinSettings& settings)
        : InputsOperator(2),
          settings_(settings),
          context_(context),
          evaluator_(context.evaluator()),
          choice_(choice_of(settings)),
          batch_rows_(context.settings().batch_rows) {}

  private:
    void process() override {
        const exec::KeptBatches left = exec::whole_tables(batches(0));
        const exec::KeptBatches right = exec::whole_tables(batches(1));
        if (left.empty() && right.empty()) return;
        if (settings_.refuse_empty) {
            require_rows(left, "left");
            require_rows(right, "right");
        }
        if (left.empty() || right.empty()) return;
        const std::vector<table::Field> left_fields = fields_of(left, "left");
        const std::vector<table::Field> right_fields = fields_of(right, "right");
        if (settings_.refuse_empty) {
            require_labels(left_fields, settings_.left_parameter, "left");
            require_labels(right_fields, settings_.right_parameter, "right");
        }
        const bool keep_left =
            settings_.method == JoinMethod::left || settings_.method == JoinMethod::full;
        const bool keep_right =
            settings_.method == JoinMethod::right || settings_.method == JoinMethod::full;
        table::Rows of_left;
        table::Rows of_right;
        exec::KeyIndex keys;
        exec::Steps steps(context_);
        number(left, keys, of_left);
        number(right, keys, of_right);
        for (const std::uint32_t id : keys.sorted()) {
            steps();
            const Batch* l =
                id < of_left.size() && of_left[id] != Matches::kNone ? &left[of_left[id]] : nullptr;
            const Batch* r = id < of_right.size() && of_right[id] != Matches::kNone
                                 ? &right[of_right[id]]
                                 : nullptr;
            // A table without rows is as good as none.
            if (l != nullptr && l->rows() == 0) l = nullptr;
            if (r != nullptr && r->rows() == 0) r = nullptr;
            if (l == nullptr && r == nullptr) continue;
            if ((l == nullptr && !keep_right) || (r == nullptr && !keep_left)) continue;
            const Batch& keyed = l != nullptr ? *l : *r;
            std::optional<Batch> stand_in;
            if (l == nullptr) l = &stand_in.emplace(without_rows(left_fields, *r));
            if (r == nullptr) r = &stand_in.emplace(without_rows(right_fields, *l));
            join(*l, *r, keyed, keep_left, keep_right);
        }
        result_.emit(output(), batch_rows_);
    }

    void require_rows(const exec::KeptBatches& tables, std::string_view side) const {
        const bool any = std::any_of(tables.begin(), tables.end(),
                                     [](const Batch& table) { return table.rows() != 0; });
        if (any) return;
        base::fail_with(base::Code::table,
                        "{}: error preparing {} side of join: cannot join on an empty table",
                        settings_.name, side);
    }

    /// The columns that `as` looks at must be in some table of the side.
    void require_labels(const std::vector<table::Field>& fields, const std::string& parameter,
                        std::string_view side) const {
        for (const std::string& label : vec::columns_read(settings_.as, parameter).labels) {
            const bool there = std::any_of(fields.begin(), fields.end(),
                                           [&](const auto& field) { return field.label == label; });
            if (there) continue;
            exec::fail_missing_column(
                *table::make_schema(fields, {}), label,
                "{}: error preparing {} side of join: table is missing label {}", settings_.name,
                side, label);
        }
    }

    /// The tables by the number of their key.
    static void number(const exec::KeptBatches& tables, exec::KeyIndex& keys, table::Rows& by_key) {
        table::Rows ids;
        for (std::uint32_t i = 0; i < tables.size(); ++i) {
            keys.assign_runs(tables[i], ids);
            if (ids[0] >= by_key.size()) by_key.resize(ids[0] + 1, Matches::kNone);
            if (by_key[ids[0]] == Matches::kNone) by_key[ids[0]] = i;
        }
    }

    /// The columns of all tables of a side that have rows. Each of these tables must have those of
    /// `on`, also where it finds no partner.
    std::vector<table::Field> fields_of(const exec::KeptBatches& tables,
                                        std::string_view side) const {
        std::vector<table::Field> fields;
        table::SchemaRef known;
        for (const Batch& whole : tables) {
            if (whole.rows() == 0 || whole.schema() == known) continue;
            known = whole.schema();
            for (const auto& pair : settings_.on)
                (void)on_column(whole, side == "left" ? pair.first : pair.second, side);
            for (const table::Field& field : known->fields()) {
                const bool there = std::any_of(
                    fields.begin(), fields.end(),
                    [&field](const table::Field& other) { return other.label == field.label; });
                if (!there) fields.push_back(field);
            }
        }
        return fields;
    }

    /// A table without rows that stands for the partner of another: it has the columns of its side,
    /// and the values of the other's key where these are among them.
    static Batch without_rows(const std::vector<table::Field>& fields, const Batch& partner) {
        TableEdit edit = TableEdit::empty(0);
        for (const table::Field& field : fields)
            edit.set(field.label, Column::nulls(field.type, 0));
        for (const std::uint32_t i : partner.schema()->key()) {
            const table::Field& field = partner.schema()->fields()[i];
            const auto same = [&field](const table::Field& other) {
                return other.label == field.label && other.type == field.type;
            };
            if (std::any_of(fields.begin(), fields.end(), same))
                edit.set_key(field.label, field.type, partner.key_value(i, 0));
        }
        return edit.finish();
    }

    Column on_column(const Batch& whole, const std::string& label, std::string_view side) const {
        const std::size_t i = whole.schema()->find(label);
        if (i == Schema::npos) {
            exec::fail_missing_column(*whole.schema(), label,
                                      "{}: cannot set join columns in {} table stream: table is "
                                      "missing column '{}'",
                                      settings_.name, side, label);
        }
        return whole.column(i);
    }

    void join(const Batch& left, const Batch& right, const Batch& keyed, bool keep_left,
              bool keep_right) {
        std::vector<Column> left_on;
        std::vector<Column> right_on;
        for (const auto& pair : settings_.on) {
            left_on.push_back(on_column(left, pair.first, "left"));
            right_on.push_back(on_column(right, pair.second, "right"));
            if (left_on.back().type() == right_on.back().type()) continue;
            if (left.rows() == 0 || right.rows() == 0) {
                // Nothing to compare with; the type does not matter.
                Column& empty = left.rows() == 0 ? left_on.back() : right_on.back();
                const Column& other = left.rows() == 0 ? right_on.back() : left_on.back();
                empty = Column::nulls(other.type(), 0);
                continue;
            }
            base::fail_with(base::Code::table,
                            "{}: cannot join column '{}' of type {} with column '{}' of type {}",
                            settings_.name, pair.first, table::type_name(left_on.back().type()),
                            pair.second, table::type_name(right_on.back().type()));
        }
        const Matches matches = exec::match_rows(left_on, left.rows(), right_on, right.rows(),
                                                 keep_left, keep_right, context_);
        if (matches.left.empty()) return;
        TableEdit edit = choice_ ? chosen(left, right, matches) : computed(left, right, matches);
        result_.add(with_key(edit.finish(), keyed));
    }

    /// One column of a side for all matches.
    Column side_column(const Batch& whole, const std::string& label,
                       std::span<const std::uint32_t> rows) const {
        const std::size_t i = whole.schema()->find(label);
        if (i == Schema::npos) {
            exec::fail_missing_column(*whole.schema(), label, "{}: table is missing label {}",
                                      settings_.name, label);
        }
        if (whole.schema()->is_key(i)) {
            return Column::constant(whole.schema()->fields()[i].type,
                                    static_cast<std::uint32_t>(rows.size()), whole.key_value(i, 0));
        }
        return exec::take_or_null(whole.stored(i), rows);
    }

    TableEdit chosen(const Batch& left, const Batch& right, const Matches& matches) const {
        std::map<std::string, Column> columns;
        if (choice_->base) {
            const Batch& base = *choice_->base ? left : right;
            for (const table::Field& field : base.schema()->fields()) {
                columns[field.label] =
                    side_column(base, field.label, *choice_->base ? matches.left : matches.right);
            }
        }
        for (const Choice::Output& output : choice_->outputs) {
            columns[output.label] = side_column(output.left ? left : right, output.source,
                                                output.left ? matches.left : matches.right);
        }
        TableEdit edit = TableEdit::empty(static_cast<std::uint32_t>(matches.left.size()));
        for (const auto& entry : columns) edit.set(entry.first, entry.second);
        return edit;
    }

    TableEdit computed(const Batch& left, const Batch& right, const Matches& matches) {
        const eval::Evaluator::RowScope scope(evaluator_);
        const auto left_shape = vec::shape_of(*left.schema());
        const auto right_shape = vec::shape_of(*right.schema());
        const Value no_left = missing_row(left, left_shape);
        const Value no_right = missing_row(right, right_shape);
        exec::RecordColumns columns(settings_.name);
        for (std::size_t i = 0; i < matches.left.size(); ++i) {
            const eval::NamedArgument arguments[] = {
                {settings_.left_parameter,
                 matches.left[i] == Matches::kNone
                     ? no_left
                     : vec::row_record(left, matches.left[i], left_shape)},
                {settings_.right_parameter,
                 matches.right[i] == Matches::kNone
                     ? no_right
                     : vec::row_record(right, matches.right[i], right_shape)},
            };
            columns.append(evaluator_.call_named(settings_.as, arguments));
        }
        return columns.finish();
    }

    /// The row that stands for a missing partner: the values of the key, nulls otherwise.
    static Value missing_row(const Batch& whole, const value::Ref<value::Shape>& shape) {
        std::vector<Value> values;
        for (const std::string& label : shape->labels()) {
            const std::size_t i = whole.schema()->find(label);
            values.push_back(whole.schema()->is_key(i)
                                 ? whole.key_value(i, 0)
                                 : Value::null(table::nature_of(whole.schema()->fields()[i].type)));
        }
        return Value::of(value::make<value::Record>(shape, std::move(values)));
    }

    /// The result as a table with the key of its sources, which it must still have.
    Batch with_key(const Batch& result, const Batch& keyed) const {
        TableEdit edit(result);
        for (const std::uint32_t i : keyed.schema()->key()) {
            const table::Field& field = keyed.schema()->fields()[i];
            const std::size_t column = result.schema()->find(field.label);
            const Value expected = keyed.key_value(i, 0);
            bool same = column != Schema::npos && result.stored(column).type() == field.type;
            if (same) {
                const Column wanted = Column::constant(field.type, 1, expected);
                const Column& given = result.stored(column);
                const std::uint32_t rows =
                    given.encoding() == table::Encoding::constant ? 1 : given.size();
                for (std::uint32_t row = 0; row < rows && same; ++row)
                    same = table::compare_values(given, row, wanted, 0) == 0;
            }
            if (!same) {
                base::fail_with(base::Code::table,
                                "{}: join cannot modify group key: output record has a missing or "
                                "invalid value for column '{}:{}'",
                                settings_.name, field.label, table::type_name(field.type));
            }
            edit.set_key(field.label, field.type, expected);
        }
        return edit.finish();
    }

    const JoinSettings& settings_;
    const exec::Context& context_;
    eval::Evaluator& evaluator_;
    std::optional<Choice> choice_;
    std::uint32_t batch_rows_;
    exec::KeyOrder result_{exec::KeyOrder::Repeated::merge};
};

}  // namespace

std::unique_ptr<exec::Operator> Join::make(exec::Context& context) const {
    return std::make_unique<JoinOperator>(context, settings_);
}

}  // namespace fluxi::flow::ops
