#include "flow/exec/plan_text.hpp"

#include <unordered_map>

#include <fmt/core.h>

#include "flow/exec/settling.hpp"

namespace fluxi::flow::exec {

namespace {

constexpr std::string_view kSettle = "sort by group key";

class PlanWriter {
  public:
    PlanWriter(const base::SourceMap& sources, bool physical)
        : sources_(sources), physical_(physical) {}

    std::string text(const std::vector<NamedPlan>& plans) {
        for (const NamedPlan& plan : plans) count(*plan.plan);
        for (const NamedPlan& plan : plans) {
            text_ += fmt::format("result \"{}\"\n", plan.name);
            child(*plan.plan, physical_ && is_loose(order(*plan.plan)), "", true);
        }
        return std::move(text_);
    }

  private:
    void count(const Node& node) {
        if (++readers_[&node] != 1) return;
        for (const Node::Ref& input : node.inputs()) count(*input);
    }

    Order order(const Node& node) {
        if (const auto known = orders_.find(&node); known != orders_.end()) return known->second;
        std::vector<Order> inputs;
        for (const Node::Ref& input : node.inputs()) inputs.push_back(order(*input));
        const Order found = order_after(node.operation(), inputs);
        orders_.emplace(&node, found);
        return found;
    }

    void child(const Node& node, bool settle, std::string indent, bool last) {
        const auto branch = [&] {
            text_ += indent + (last ? "└─ " : "├─ ");
            indent += last ? "   " : "│  ";
            last = true;
        };
        if (settle) {
            branch();
            text_ += fmt::format("{}\n", kSettle);
        }
        branch();
        const bool shared = readers_.at(&node) > 1;
        const auto known = numbers_.find(&node);
        if (known != numbers_.end()) {
            text_ += fmt::format("[{}] {}, see above\n", known->second, node.operation().name());
            return;
        }
        if (shared) {
            numbers_.emplace(&node, numbers_.size() + 1);
            text_ += fmt::format("[{}] ", numbers_.size());
        }
        text_ += node.operation().name();
        const std::string detail = node.operation().describe();
        if (!detail.empty()) text_ += fmt::format("({})", detail);
        text_ += place(node) + "\n";
        for (std::size_t i = 0; i < node.inputs().size(); ++i) {
            const Node& input = *node.inputs()[i];
            child(input, physical_ && !takes(node.operation().accepts(), order(input)), indent,
                  i + 1 == node.inputs().size());
        }
    }

    /// The place of the call in the script: `  12:5`.
    [[nodiscard]] std::string place(const Node& node) const {
        const base::Span span = node.call().span;
        if (!span.known()) return {};
        const base::Position at = sources_.file(span.file).position(span.begin);
        return fmt::format("  {}:{}", at.line, at.column);
    }

    const base::SourceMap& sources_;
    bool physical_;
    std::string text_{};
    std::unordered_map<const Node*, std::size_t> readers_{};
    std::unordered_map<const Node*, std::size_t> numbers_{};
    std::unordered_map<const Node*, Order> orders_{};
};

}  // namespace

std::string logical_text(const std::vector<NamedPlan>& plans, const base::SourceMap& sources) {
    return PlanWriter(sources, false).text(plans);
}

std::string physical_text(const std::vector<NamedPlan>& plans, const base::SourceMap& sources) {
    return PlanWriter(sources, true).text(plans);
}

}  // namespace fluxi::flow::exec
