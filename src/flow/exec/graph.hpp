// The running form of plans: one operator per node, also when several results reach it, connected
// by edges. An edge gives the errors of its operator their place, stops pushing once the operator
// has enough and looks after cancellation. A node with several consumers gets a tee; where a
// consumer looks at the order of loose tables, a sort by key is put before it.
#pragma once

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

#include "flow/exec/context.hpp"
#include "flow/exec/operator.hpp"
#include "flow/exec/profile.hpp"
#include "flow/plan/node.hpp"

namespace fluxi::flow::exec {

class Graph {
  public:
    Graph(eval::Evaluator& evaluator, const ExecutionSettings& settings);
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    ~Graph();

    /// Adds a plan; its batches go to `result`.
    void add(const Node::Ref& plan, Sink& result);
    /// Runs everything to the end, sources in the order in which they were added. Once only.
    void run();

  private:
    class Edge;
    class Tee;
    struct Vertex {
        Node::Ref node{};
        std::unique_ptr<Operator> op{};
        Order order = Order::arrival;
        std::vector<Sink*> outputs{};
        std::unique_ptr<Tee> tee{};
        Sink* output = nullptr;
        OperatorProfile* measured = nullptr;  ///< null unless the run is profiled
    };

    Vertex& vertex(const Node::Ref& node);
    void connect(Vertex& from, Sink& to, bool settle, const Node* place, OperatorProfile* target);
    /// A place for what is measured of an operator; null unless the run is profiled.
    OperatorProfile* measured(std::string_view name, const Node* node);
    void place(base::RuntimeError& error, const base::CallFrame& call);
    void run_source(Vertex& source);

    Context context_;
    std::vector<std::unique_ptr<Vertex>> vertices_{};  ///< inputs before their consumers
    std::unordered_map<const Node*, Vertex*> by_node_{};
    std::vector<std::unique_ptr<Edge>> edges_{};
    std::vector<std::unique_ptr<Operator>> settlers_{};
    std::deque<OperatorProfile> profiles_{};
    bool placed_ = false;  ///< an error has got its place; the run is over
};

}  // namespace fluxi::flow::exec
