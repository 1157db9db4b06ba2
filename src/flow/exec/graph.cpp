#include "flow/exec/graph.hpp"

#include <algorithm>
#include <utility>

#include "flow/exec/key_order.hpp"
#include "vec/binder.hpp"

namespace fluxi::flow::exec {

class Graph::Edge final : public Sink {
  public:
    /// `read`: counts the rows that come here from a source; may be null.
    Edge(Graph& graph, Sink& target, const Node* node, base::Progress* read)
        : graph_(graph), target_(target), node_(node), read_(read) {}
    Demand push(table::Batch batch) override {
        if (demand_ == Demand::enough) return demand_;
        graph_.context_.check_cancelled();
        if (read_ != nullptr) read_->rows_read.fetch_add(batch.rows(), std::memory_order_relaxed);
        try {
            demand_ = target_.push(std::move(batch));
        } catch (base::RuntimeError& error) {
            if (node_ != nullptr) graph_.place(error, *node_);
            throw;
        }
        return demand_;
    }
    void finish() override {
        try {
            target_.finish();
        } catch (base::RuntimeError& error) {
            if (node_ != nullptr) graph_.place(error, *node_);
            throw;
        }
    }

  private:
    Graph& graph_;
    Sink& target_;
    const Node* node_;  ///< the operator behind the target; null when that is a result
    base::Progress* read_;
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

namespace {

bool is_loose(Order order) {
    return order == Order::loose || order == Order::loose_by_key;
}

/// Whether an operator takes tables that come in such an order as they are.
bool takes(Accepts accepts, Order order) {
    switch (accepts) {
        case Accepts::any:
            return true;
        case Accepts::loose:
            return order != Order::loose_by_key;
        case Accepts::settled:
            break;
    }
    return !is_loose(order);
}

}  // namespace

Graph::Vertex& Graph::vertex(const Node::Ref& node) {
    if (const auto known = by_node_.find(node.get()); known != by_node_.end())
        return *known->second;
    std::vector<Vertex*> inputs;
    for (const Node::Ref& input : node->inputs()) inputs.push_back(&vertex(input));

    const Operation& operation = node->operation();
    bool loose = false;
    Order arrival = Order::arrival;
    for (const Vertex* input : inputs) {
        const bool as_it_is = takes(operation.accepts(), input->order);
        loose = loose || (as_it_is && is_loose(input->order));
        arrival = as_it_is ? input->order : Order::by_key;
    }
    auto made = std::make_unique<Vertex>();
    Vertex& vertex = *made;
    vertex.node = node;
    vertex.order = operation.order() == Order::arrival ? arrival : operation.order();
    context_.set_node(*node, loose);
    vertex.op = operation.make(context_);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        connect(*inputs[i], vertex.op->input(i), !takes(operation.accepts(), inputs[i]->order),
                node.get());
    }
    by_node_.emplace(node.get(), &vertex);
    vertices_.push_back(std::move(made));
    return vertex;
}

void Graph::connect(Vertex& from, Sink& to, bool settle, const Node* place) {
    const bool from_source = from.node->inputs().empty() && from.outputs.empty();
    base::Progress* read = from_source ? context_.settings().progress : nullptr;
    edges_.push_back(std::make_unique<Edge>(*this, to, place, settle ? nullptr : read));
    Sink* target = edges_.back().get();
    if (settle) {
        auto sorted = std::make_unique<KeyOrderOperator>(context_.settings().batch_rows);
        sorted->connect(*target);
        edges_.push_back(std::make_unique<Edge>(*this, *sorted, from.node.get(), read));
        target = edges_.back().get();
        settlers_.push_back(std::move(sorted));
    }
    from.outputs.push_back(target);
}

void Graph::add(const Node::Ref& plan, Sink& result) {
    Vertex& last = vertex(plan);
    connect(last, result, is_loose(last.order), nullptr);
}

void Graph::place(base::RuntimeError& error, const Node& node) {
    if (std::exchange(placed_, true)) return;
    error.set_span(node.call().span);
    error.add_frame(node.call().function, node.call().span);
}

void Graph::run_source(Vertex& source) {
    try {
        source.op->run();
    } catch (base::RuntimeError& error) {
        place(error, *source.node);
        throw;
    }
    source.output->finish();
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
    for (const auto& vertex : vertices_) {
        if (vertex->node->inputs().empty()) run_source(*vertex);
    }
}

}  // namespace fluxi::flow::exec
