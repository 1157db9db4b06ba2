#include "flow/exec/graph.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "flow/exec/key_order.hpp"
#include "flow/exec/merged_calls.hpp"
#include "flow/exec/settling.hpp"
#include "vec/binder.hpp"

namespace fluxi::flow::exec {

class Graph::Edge final : public Sink {
  public:
    /// What an edge measures; all may be null.
    struct Measures {
        base::Progress* read = nullptr;  ///< counts the rows that come here from a source
        OperatorProfile* from = nullptr;
        OperatorProfile* to = nullptr;
        bool first = true;  ///< the sender has no other edge that counts its rows
    };
    Edge(Graph& graph, Sink& target, const Node* node, const Measures& measures)
        : graph_(graph), target_(target), node_(node), measures_(measures) {}
    Demand push(table::Batch batch) override {
        if (demand_ == Demand::enough) return demand_;
        graph_.context_.check_cancelled();
        if (measures_.read != nullptr)
            measures_.read->rows_read.fetch_add(batch.rows(), std::memory_order_relaxed);
        if (measures_.to != nullptr) count(batch);
        const Timer timer(measures_, true);
        try {
            demand_ = target_.push(std::move(batch));
        } catch (base::RuntimeError& error) {
            if (node_ != nullptr) graph_.place(error, *node_, call());
            throw;
        }
        return demand_;
    }
    void finish() override {
        const Timer timer(measures_, false);
        try {
            target_.finish();
        } catch (base::RuntimeError& error) {
            if (node_ != nullptr) graph_.place(error, *node_, call());
            throw;
        }
    }

  private:
    /// The call in the script that the target works for.
    [[nodiscard]] const base::CallFrame& call() const {
        const auto* merged = dynamic_cast<const MergedCalls*>(&target_);
        const base::CallFrame* call = merged == nullptr ? nullptr : merged->at_work();
        return call == nullptr ? node_->call() : *call;
    }

    /// While it lives, time is the receiver's and not the sender's.
    class Timer {
      public:
        /// `batch`: a batch is handed on, not the end of the stream.
        Timer(const Measures& measures, bool batch) : measures_(measures), batch_(batch) {
            if (measures_.to == nullptr) return;
            before_ = measures_.to->time;
            start_ = Clock::now();
        }
        Timer(const Timer&) = delete;
        Timer& operator=(const Timer&) = delete;
        ~Timer() {
            if (measures_.to == nullptr) return;
            const auto passed = Clock::now() - start_;
            measures_.to->time += passed;
            measures_.from->time -= passed;
            if (batch_) measures_.to->count_call(measures_.to->time - before_);
        }

      private:
        using Clock = std::chrono::steady_clock;
        const Measures& measures_;
        bool batch_;
        std::chrono::nanoseconds before_{0};
        Clock::time_point start_{};
    };

    void count(const table::Batch& batch) const {
        measures_.to->rows_in += batch.rows();
        if (!measures_.first) return;
        measures_.from->rows_out += batch.rows();
        measures_.from->bytes_out += bytes_of(batch);
        ++measures_.from->batches_out;
    }

    Graph& graph_;
    Sink& target_;
    const Node* node_;  ///< the operator behind the target; null when that is a result
    Measures measures_;
    Demand demand_ = Demand::more;
};

/// Hands every batch to all consumers; a batch is a handful of shared pointers.
class Graph::Tee final : public Sink {
  public:
    explicit Tee(std::vector<Sink*> targets) : targets_(std::move(targets)) {}
    Demand push(table::Batch batch) override {
        Demand demand = Demand::enough;
        for (Sink* target : targets_) {
            if (target->push(batch) == Demand::more) demand = Demand::more;
        }
        return demand;
    }
    void finish() override {
        for (Sink* target : targets_) target->finish();
    }

  private:
    std::vector<Sink*> targets_;
};

Graph::Graph(eval::Evaluator& evaluator, const ExecutionSettings& settings)
    : context_(evaluator, settings) {
    evaluator.extension<vec::BindingSwitch>().on = settings.bind_lambdas;
}

Graph::~Graph() = default;

Graph::Vertex& Graph::vertex(const Node::Ref& node) {
    if (const auto known = by_node_.find(node.get()); known != by_node_.end())
        return *known->second;
    std::vector<Vertex*> inputs;
    for (const Node::Ref& input : node->inputs()) inputs.push_back(&vertex(input));

    const Operation& operation = node->operation();
    bool loose = false;
    std::vector<Order> orders;
    for (const Vertex* input : inputs) {
        loose = loose || (takes(operation.accepts(), input->order) && is_loose(input->order));
        orders.push_back(input->order);
    }
    auto made = std::make_unique<Vertex>();
    Vertex& vertex = *made;
    vertex.node = node;
    vertex.order = order_after(operation, orders);
    vertex.measured = measured(operation.name(), node.get());
    context_.set_node(*node, loose);
    vertex.op = operation.make(context_);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const bool settle = !takes(operation.accepts(), inputs[i]->order);
        vertex.settled_input = vertex.settled_input || settle;
        connect(*inputs[i], vertex.op->input(i), settle, node.get(), vertex.measured);
    }
    by_node_.emplace(node.get(), &vertex);
    vertices_.push_back(std::move(made));
    return vertex;
}

OperatorProfile* Graph::measured(std::string_view name, const Node* node) {
    if (context_.settings().profile == nullptr) return nullptr;
    OperatorProfile& profile = profiles_.emplace_back();
    profile.name = name;
    if (node != nullptr) {
        profile.detail = node->operation().describe();
        profile.place = node->call().span;
    }
    return &profile;
}

void Graph::connect(Vertex& from, Sink& to, bool settle, const Node* place,
                    OperatorProfile* target_profile) {
    Edge::Measures measures{nullptr, from.measured, target_profile, from.outputs.empty()};
    const bool from_source = from.node->inputs().empty() && from.outputs.empty();
    base::Progress* read = from_source ? context_.settings().progress : nullptr;
    if (settle) {
        OperatorProfile* sorting = measured("sort by group key", nullptr);
        edges_.push_back(std::make_unique<Edge>(
            *this, to, place, Edge::Measures{nullptr, sorting, target_profile, true}));
        auto sorted = std::make_unique<KeyOrderOperator>(context_.settings().batch_rows);
        sorted->connect(*edges_.back());
        measures.read = read;
        measures.to = sorting;
        edges_.push_back(std::make_unique<Edge>(*this, *sorted, from.node.get(), measures));
        settlers_.push_back(std::move(sorted));
    } else {
        measures.read = read;
        edges_.push_back(std::make_unique<Edge>(*this, to, place, measures));
    }
    from.outputs.push_back(edges_.back().get());
}

void Graph::add(const Node::Ref& plan, Sink& result) {
    Vertex& last = vertex(plan);
    connect(last, result, is_loose(last.order), nullptr, measured("result", nullptr));
}

void Graph::place(base::RuntimeError& error, const Node& node, const base::CallFrame& call) {
    if (std::exchange(placed_, true)) return;
    failed_ = &node;
    error.set_span(call.span);
    error.add_frame(call.function, call.span);
}

bool Graph::can_work_ahead(const Vertex& vertex) const {
    if (vertex.settled_input || vertex.node->inputs().size() != 1) return false;
    const Vertex& before = *by_node_.at(vertex.node->inputs().front().get());
    // Behind a tee, batches of one consumer would overtake those of another.
    if (before.outputs.size() != 1) return false;
    return before.node->inputs().empty() || (before.op->row_wise() && can_work_ahead(before));
}

void Graph::let_work_ahead() {
    if (context_.settings().threads < 2) return;
    workers_ = std::make_unique<Workers>(context_.settings().threads);
    for (const auto& vertex : vertices_) {
        auto* ahead = dynamic_cast<Ahead*>(vertex->op.get());
        if (ahead == nullptr || !can_work_ahead(*vertex)) continue;
        ahead->go_ahead(*workers_, vertex->measured);
        vertex->ahead = ahead;
        for (const Vertex* before = vertex.get(); !before->node->inputs().empty();) {
            before = by_node_.at(before->node->inputs().front().get());
            if (before->ahead != nullptr) before->ahead->add_behind(*ahead);
        }
    }
}

namespace {

bool comes_from(const Node& node, const Node& other) {
    if (&node == &other) return true;
    return std::any_of(node.inputs().begin(), node.inputs().end(),
                       [&](const Node::Ref& input) { return comes_from(*input, other); });
}

}  // namespace

void Graph::settle(const Vertex& vertex) {
    try {
        vertex.ahead->settle();
    } catch (base::RuntimeError& error) {
        place(error, *vertex.node, vertex.node->call());
        throw;
    }
}

void Graph::settle_after_error(std::exception_ptr error) {
    for (bool settled = false; !settled;) {
        // What is under way in front of what failed came after it.
        for (const auto& vertex : vertices_)
            if (vertex->ahead != nullptr && comes_from(*failed_, *vertex->node))
                vertex->ahead->drop();
        placed_ = false;
        try {
            for (const auto& vertex : vertices_)
                if (vertex->ahead != nullptr) settle(*vertex);
            settled = true;
        } catch (const base::RuntimeError&) {
            error = std::current_exception();
        }
    }
    for (const auto& vertex : vertices_) {
        const bool behind = vertex->node.get() != failed_ && comes_from(*vertex->node, *failed_);
        if (vertex->ahead == nullptr || !behind || !vertex->ahead->has_enough()) continue;
        vertex->ahead->end_output();
        return;
    }
    std::rethrow_exception(error);
}

void Graph::push_all(Vertex& source) {
    try {
        source.op->run();
    } catch (base::RuntimeError& error) {
        place(error, *source.node, source.node->call());
        throw;
    }
    source.output->finish();
}

void Graph::run_source(Vertex& source) {
    const auto start = std::chrono::steady_clock::now();
    try {
        push_all(source);
    } catch (const base::RuntimeError& error) {
        const base::Code code = error.diagnostic().code;
        const bool stopped = code == base::Code::cancelled || code == base::Code::limit;
        if (workers_ == nullptr || stopped || failed_ == nullptr) throw;
        settle_after_error(std::current_exception());
    }
    if (source.measured == nullptr) return;
    source.measured->time += std::chrono::steady_clock::now() - start;
    source.measured->count_call(source.measured->time);
}

void Graph::run() {
    for (const auto& vertex : vertices_) {
        if (vertex->outputs.size() == 1) {
            vertex->output = vertex->outputs.front();
        } else {
            vertex->tee = std::make_unique<Tee>(vertex->outputs);
            vertex->output = vertex->tee.get();
        }
        vertex->op->connect(*vertex->output);
    }
    let_work_ahead();
    for (const auto& vertex : vertices_) {
        if (vertex->node->inputs().empty()) run_source(*vertex);
    }
    if (Profile* profile = context_.settings().profile) {
        for (OperatorProfile& op : profiles_) profile->operators.push_back(std::move(op));
    }
}

}  // namespace fluxi::flow::exec
