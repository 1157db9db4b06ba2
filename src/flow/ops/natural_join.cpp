#include <algorithm>
#include <map>
#include <set>

#include "base/counted.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/inputs.hpp"
#include "flow/exec/key_order.hpp"
#include "flow/exec/matches.hpp"
#include "flow/exec/steps.hpp"
#include "flow/ops/join.hpp"

namespace fluxi::flow::ops {

using table::Batch;
using table::Column;
using table::GroupKey;
using table::Schema;

namespace {

/// The key columns of a table that are among some columns, as a key.
GroupKey partial_key(const Batch& whole, const std::set<std::string>& labels) {
    exec::TableEdit edit = exec::TableEdit::key_only(whole, 0);
    for (const std::uint32_t i : whole.schema()->key()) {
        const std::string& label = whole.schema()->fields()[i].label;
        if (labels.count(label) == 0) edit.remove(label);
    }
    return GroupKey::of(edit.finish(), 0);
}

std::set<std::string> key_labels(const Batch& whole, const std::vector<std::string>& on) {
    std::set<std::string> labels;
    for (const std::uint32_t i : whole.schema()->key()) {
        const std::string& label = whole.schema()->fields()[i].label;
        if (std::find(on.begin(), on.end(), label) != on.end()) labels.insert(label);
    }
    return labels;
}

class NaturalJoinOperator final : public exec::InputsOperator {
  public:
    NaturalJoinOperator(const exec::Context& context, const NaturalJoin& join)
        : InputsOperator(2),
          join_(join),
          context_(context),
          steps_(context),
          batch_rows_(context.settings().batch_rows) {}

  private:
    using Labels = std::set<std::string>;
    /// The tables of the right side whose keys have the same of the `on` columns.
    struct Family {
        Labels labels;
        table::Rows tables{};
        /// By which of these columns a table of the left shares, the tables by their values.
        std::map<Labels, base::CountedMap<GroupKey, table::Rows>> indexes{};
    };

    void process() override {
        const exec::KeptBatches left = with_columns(exec::whole_tables(batches(0)));
        right_ = with_columns(exec::whole_tables(batches(1)));
        std::vector<Family> families;
        for (std::uint32_t i = 0; i < right_.size(); ++i) {
            Labels labels = key_labels(right_[i], join_.on());
            auto found = std::find_if(families.begin(), families.end(),
                                      [&](const Family& f) { return f.labels == labels; });
            if (found == families.end())
                found = families.insert(families.end(), Family{std::move(labels)});
            found->tables.push_back(i);
        }
        for (const Batch& table : left) {
            const Labels labels = key_labels(table, join_.on());
            for (Family& family : families) pair(table, labels, family);
        }
        result_.emit(output(), batch_rows_);
    }

    /// The tables that have all columns to join on; others take no part.
    exec::KeptBatches with_columns(exec::KeptBatches tables) const {
        tables.erase_if([&](const Batch& table) {
            return std::any_of(join_.on().begin(), join_.on().end(), [&](const std::string& label) {
                return table.schema()->find(label) == Schema::npos;
            });
        });
        return tables;
    }

    void pair(const Batch& table, const Labels& labels, Family& family) {
        Labels common;
        std::set_intersection(labels.begin(), labels.end(), family.labels.begin(),
                              family.labels.end(), std::inserter(common, common.begin()));
        auto [index, added] = family.indexes.try_emplace(common);
        if (added) {
            for (const std::uint32_t i : family.tables)
                index->second[partial_key(right_[i], common)].push_back(i);
        }
        const auto found = index->second.find(partial_key(table, common));
        if (found == index->second.end()) return;
        for (const std::uint32_t i : found->second) {
            steps_();
            join(table, right_[i]);
        }
    }

    void join(const Batch& left, const Batch& right) {
        std::vector<Column> left_on;
        std::vector<Column> right_on;
        for (const std::string& label : join_.on()) {
            left_on.push_back(left.column(left.schema()->find(label)));
            right_on.push_back(right.column(right.schema()->find(label)));
            if (left_on.back().type() != right_on.back().type()) return;
        }
        const exec::Matches matches =
            exec::match_rows(left_on, left.rows(), right_on, right.rows(), false, false, context_);
        if (matches.left.empty()) return;
        // Alphabetical, whatever side a column is from.
        std::map<std::string, std::pair<const Batch*, std::uint32_t>> columns;
        const auto add = [&](const Batch& from, const Batch& other, const std::string& suffix) {
            for (std::uint32_t i = 0; i < from.schema()->size(); ++i) {
                const std::string& label = from.schema()->fields()[i].label;
                const bool shared =
                    std::find(join_.on().begin(), join_.on().end(), label) != join_.on().end();
                const bool both = other.schema()->find(label) != Schema::npos;
                columns.try_emplace(both && !shared ? label + "_" + suffix : label, &from, i);
            }
        };
        add(left, right, join_.left());
        add(right, left, join_.right());
        exec::TableEdit edit =
            exec::TableEdit::empty(static_cast<std::uint32_t>(matches.left.size()));
        for (const auto& [label, place] : columns) {
            const Batch& from = *place.first;
            const std::uint32_t i = place.second;
            if (from.schema()->is_key(i)) {
                edit.set_key(label, from.schema()->fields()[i].type, from.key_value(i, 0));
                continue;
            }
            const Batch& other = place.first == &left ? right : left;
            const std::size_t twin = other.schema()->find(label);
            if (twin != Schema::npos && other.schema()->is_key(twin)) {
                // A column to join on that is in the key of the other side only.
                edit.set_key(label, from.schema()->fields()[i].type, other.key_value(twin, 0));
                continue;
            }
            edit.set(label,
                     from.stored(i).take(place.first == &left ? matches.left : matches.right));
        }
        result_.add(edit.finish());
    }

    const NaturalJoin& join_;
    const exec::Context& context_;
    exec::Steps steps_;
    std::uint32_t batch_rows_;
    exec::KeptBatches right_{};
    exec::KeyOrder result_{exec::KeyOrder::Repeated::merge};
};

}  // namespace

std::unique_ptr<exec::Operator> NaturalJoin::make(exec::Context& context) const {
    return std::make_unique<NaturalJoinOperator>(context, *this);
}

}  // namespace fluxi::flow::ops
