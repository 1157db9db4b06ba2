#include "source/bucket_from.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/core.h>

#include "base/error.hpp"
#include "flow/exec/aggregate.hpp"
#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/selector.hpp"
#include "flow/ops/columns.hpp"
#include "flow/ops/fill_empty.hpp"
#include "flow/ops/filter.hpp"
#include "flow/ops/group.hpp"
#include "flow/ops/per_table.hpp"
#include "flow/ops/range.hpp"
#include "flow/ops/rows.hpp"
#include "source/bucket_read.hpp"
#include "source/split.hpp"

namespace fluxi::source {

using flow::Node;
namespace ops = flow::ops;

namespace {

constexpr std::string_view kValue = "_value";
constexpr std::string_view kTime = "_time";

bool is_bound(const std::string& label) {
    return label == "_start" || label == "_stop";
}

/// Walks along a chain and puts together what the source does of it.
class Taking {
  public:
    Taking(BucketName bucket, std::span<const Node* const> chain, eval::Evaluator& evaluator)
        : chain_(chain), evaluator_(evaluator) {
        spec_.bucket = std::move(bucket);
    }

    flow::Source::Taken run(const Node& self) {
        flow::Source::Taken taken;
        const auto* range = next<ops::Range>();
        if (range == nullptr) return taken;
        spec_.bounds = *range->bounds({});
        ++at_;
        filters();
        if ((rest_.empty() || exact_) && names()) {
            spec_.predicate =
                Predicate::all_of({std::move(spec_.predicate), std::move(spec_.implied)});
            spec_.implied = {};
            rest_.clear();
        } else if (rest_.empty()) {
            groups();
            windows();
            first_rows();
        }
        taken.nodes = at_;
        taken.stages.push_back({std::make_shared<BucketRead>(std::move(spec_)), self.call()});
        for (auto& stage : rest_) taken.stages.push_back(std::move(stage));
        return taken;
    }

  private:
    /// The operation at the current place, or one after it, if it is one of this kind.
    template <typename Op>
    const Op* next(std::size_t ahead = 0) const {
        if (at_ + ahead >= chain_.size()) return nullptr;
        return dynamic_cast<const Op*>(&chain_[at_ + ahead]->operation());
    }

    void filters() {
        std::vector<Predicate> taken;
        std::vector<Predicate> implied;
        for (const auto* filter = next<ops::Filter>(); filter != nullptr && !filter->keep_empty();
             filter = next<ops::Filter>()) {
            Split parts = split(filter->predicates().front().fn, evaluator_);
            taken.push_back(std::move(parts.taken));
            implied.push_back(std::move(parts.implied));
            exact_ = exact_ && parts.exact;
            if (parts.rest) {
                rest_.push_back({std::make_shared<ops::Filter>(std::move(*parts.rest), false),
                                 chain_[at_]->call()});
            }
            ++at_;
        }
        spec_.predicate = Predicate::all_of(std::move(taken));
        spec_.implied = Predicate::all_of(std::move(implied));
    }

    [[nodiscard]] const ops::PerTable* listing(std::string_view name, std::size_t ahead) const {
        const auto* operation = next<ops::PerTable>(ahead);
        return operation != nullptr && operation->name() == name ? operation : nullptr;
    }
    /// Whether keep(columns: [label]) stands there.
    [[nodiscard]] bool keeps_only(std::string_view label, std::size_t ahead) const {
        const auto* keep = next<ops::Choose>(ahead);
        return keep != nullptr && keep->keeps() && keep->columns() &&
               keep->columns()->size() == 1 && keep->columns()->front() == label;
    }

    /// The two shapes that ask for names of tags and their values (J.7).
    bool names() {
        const auto* distinct = listing("distinct", 2);
        if (distinct == nullptr) return false;
        if (const auto* keys = listing("keys", 0)) {
            if (keys->column() != kValue || !keeps_only(kValue, 1) || distinct->column() != kValue)
                return false;
            spec_.names = ReadSpec::Names::tag_keys;
        } else {
            const std::string& tag = distinct->column();
            const auto* group = next<ops::Group>(1);
            if (!keeps_only(tag, 0) || group == nullptr || !group->columns().empty() ||
                group->mode() != ops::Group::Mode::by) {
                return false;
            }
            if (tag == kValue || tag == kTime || is_bound(tag)) return false;
            spec_.names = ReadSpec::Names::tag_values;
            spec_.tag = tag;
        }
        at_ += 3;
        return true;
    }

    void groups() {
        for (const auto* group = next<ops::Group>(); group != nullptr; group = next<ops::Group>()) {
            const auto& columns = group->columns();
            const bool by_rows = std::any_of(columns.begin(), columns.end(), [](const auto& label) {
                return label == kValue || label == kTime;
            });
            if (group->mode() != ops::Group::Mode::by || by_rows) break;
            std::vector<std::string> key;
            for (const std::string& label : columns) {
                if (!is_bound(label) && std::find(key.begin(), key.end(), label) == key.end())
                    key.push_back(label);
            }
            spec_.group = std::move(key);
            spec_.grouped_by = chain_[at_]->call();
            ++at_;
        }
    }

    [[nodiscard]] Reduction reduction(std::size_t ahead) const {
        std::string_view name;
        if (const auto* aggregate = next<flow::exec::Aggregate>(ahead)) {
            if (aggregate->column() == kValue) name = aggregate->name();
        } else if (const auto* selector = next<flow::exec::Selector>(ahead)) {
            if (selector->column() == kValue) name = selector->name();
        }
        for (const Reduction known :
             {Reduction::count, Reduction::sum, Reduction::mean, Reduction::first, Reduction::last,
              Reduction::min, Reduction::max}) {
            if (name == name_of(known)) return known;
        }
        return Reduction::none;
    }

    void reduce(Reduction reduction, std::size_t nodes) {
        spec_.reduction = reduction;
        spec_.reduced_by = chain_[at_ + nodes - 1]->call();
        at_ += nodes;
    }

    void windows() {
        const Reduction plain = reduction(0);
        if (plain != Reduction::none) {
            reduce(plain, 1);
            return;
        }
        if (spec_.group) return;
        if (const auto* fused = next<ops::WindowAggregate>()) {
            fused_window(*fused);
            return;
        }
        const auto* window = next<ops::Window>();
        const Reduction reduced = reduction(1);
        if (window == nullptr || !window->settings().standard || reduced == Reduction::none) return;
        spec_.window = window->settings();
        reduce(reduced, 2);
        back_to_rows();
    }

    void fused_window(const ops::WindowAggregate& fused) {
        if (!fused.settings().standard || fused.column() != kValue) return;
        for (const Reduction known : {Reduction::count, Reduction::sum, Reduction::mean}) {
            if (fused.function() != name_of(known)) continue;
            spec_.window = fused.settings();
            spec_.windows = ReadSpec::Windows::rows;
            spec_.window_start = fused.use_start();
            reduce(known, 1);
            return;
        }
    }

    /// What makes `aggregateWindow` of a window with its aggregate: a row for each window, then all
    /// of them in one table.
    void back_to_rows() {
        if (spec_.window->window.is_infinite()) return;
        const bool fills = next<ops::FillEmpty>() != nullptr;
        const std::size_t after = fills ? 1 : 0;
        const auto* duplicate = next<ops::Duplicate>(after);
        const auto* all = next<ops::Window>(after + 1);
        const bool whole = duplicate != nullptr && duplicate->as() == kTime &&
                           is_bound(duplicate->column()) && all != nullptr &&
                           all->settings().window.is_infinite() && all->settings().standard &&
                           !all->settings().create_empty && fills == spec_.window->create_empty;
        if (whole) {
            spec_.windows = ReadSpec::Windows::rows;
            spec_.window_start = duplicate->column() == "_start";
            at_ += after + 2;
        } else if (fills && is_selector(spec_.reduction)) {
            spec_.windows = ReadSpec::Windows::filled;
            ++at_;
        }
    }

    /// The step stays; it only tells how many rows of a table or of a series it looks at: limit,
    /// and distinct and unique of a tag, which is the same in all rows of a series.
    void first_rows() {
        if (spec_.reduction != Reduction::none) return;
        for (const std::string_view name : {"distinct", "unique"}) {
            if (const auto* by_value = listing(name, 0)) {
                const std::string& label = by_value->column();
                spec_.one_of_series = label != kValue && label != kTime;
            }
        }
        const auto* limit = next<ops::Limit>();
        if (limit == nullptr) return;
        if (limit->n() < 0 || limit->offset() < 0) return;
        if (limit->n() > std::numeric_limits<std::int64_t>::max() - limit->offset()) return;
        spec_.at_most = limit->n() + limit->offset();
    }

    std::span<const Node* const> chain_;
    eval::Evaluator& evaluator_;
    std::size_t at_ = 0;
    ReadSpec spec_{};
    bool exact_ = true;  ///< the tests that are left to Flux are implied, too
    std::vector<flow::Source::Taken::Stage> rest_{};
};

}  // namespace

flow::Source::Taken BucketFrom::take(const Node& self, std::span<const Node* const> chain,
                                     eval::Evaluator& evaluator) const {
    return Taking(bucket_, chain, evaluator).run(self);
}

std::unique_ptr<flow::exec::Operator> BucketFrom::make(flow::exec::Context& context) const {
    base::RuntimeError error(
        base::Code::runtime,
        fmt::format(
            "cannot submit unbounded read to \"{}\"; bound it with a call of range directly "
            "after from",
            bucket_.text()));
    error.set_span(context.node().call().span);
    throw error;
}

}  // namespace fluxi::source
