// The running form of plans: one operator per node, also when several results reach it, connected
// by edges. An edge gives the errors of its operator their place, stops pushing once the operator
// has enough and looks after cancellation. A node with several consumers gets a tee; where a
// consumer looks at the order of loose tables, a sort by key is put before it. Row-wise operators
// work ahead on the threads of the graph where that cannot be noticed (ahead.hpp).
#pragma once

#include <deque>
#include <exception>
#include <memory>
#include <unordered_map>
#include <vector>

#include "flow/exec/ahead.hpp"
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
        Ahead* ahead = nullptr;               ///< the operator, if it works ahead
        bool settled_input = false;           ///< its tables are put in order first
    };

    Vertex& vertex(const Node::Ref& node);
    void connect(Vertex& from, Sink& to, bool settle, const Node* place, OperatorProfile* target);
    /// A place for what is measured of an operator; null unless the run is profiled.
    OperatorProfile* measured(std::string_view name, const Node* node);
    void place(base::RuntimeError& error, const Node& node, const base::CallFrame& call);
    /// The operators through which what a source gives comes one by one, row-wise, up to the first
    /// that is not so, get the threads.
    void let_work_ahead();
    [[nodiscard]] bool can_work_ahead(const Vertex& vertex) const;
    void run_source(Vertex& source);
    void push_all(Vertex& source);
    void settle(const Vertex& vertex);
    /// Hands on all that came before what failed. Throws the error that comes first; returns if by
    /// then nobody wants what failed.
    void settle_after_error(std::exception_ptr error);

    Context context_;
    std::vector<std::unique_ptr<Vertex>> vertices_{};  ///< inputs before their consumers
    std::unordered_map<const Node*, Vertex*> by_node_{};
    std::vector<std::unique_ptr<Edge>> edges_{};
    std::vector<std::unique_ptr<Operator>> settlers_{};
    std::deque<OperatorProfile> profiles_{};
    bool placed_ = false;                 ///< an error has got its place
    const Node* failed_ = nullptr;        ///< whose operator threw it; null if that was a result
    std::unique_ptr<Workers> workers_{};  ///< goes first: its jobs belong to operators
};

}  // namespace fluxi::flow::exec
