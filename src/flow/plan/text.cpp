#include "flow/plan/text.hpp"

#include <unordered_map>

#include <fmt/core.h>

namespace fluxi::flow {

namespace {

class Printer {
  public:
    void count(const Node& node) {
        if (++uses_[&node] != 1) return;
        for (const Node::Ref& input : node.inputs()) count(*input);
    }

    void print(const Node& node, std::size_t depth) {
        text_.append(2 * depth, ' ');
        if (const auto known = numbers_.find(&node); known != numbers_.end()) {
            text_ += fmt::format("see #{}\n", known->second);
            return;
        }
        if (uses_.at(&node) > 1) {
            numbers_.emplace(&node, numbers_.size() + 1);
            text_ += fmt::format("#{} ", numbers_.size());
        }
        text_ += node.operation().name();
        const std::string about = node.operation().describe();
        text_ += about.empty() ? "\n" : fmt::format(": {}\n", about);
        for (const Node::Ref& input : node.inputs()) print(*input, depth + 1);
    }

    void result(const exec::NamedPlan& result) {
        if (!text_.empty()) text_ += '\n';
        text_ += fmt::format("{}\n", result.name);
        print(*result.plan, 1);
    }
    std::string take() { return std::move(text_); }

  private:
    std::unordered_map<const Node*, std::size_t> uses_{};
    std::unordered_map<const Node*, std::size_t> numbers_{};
    std::string text_{};
};

}  // namespace

std::string plan_text(const std::vector<exec::NamedPlan>& results) {
    Printer printer;
    for (const exec::NamedPlan& result : results) printer.count(*result.plan);
    for (const exec::NamedPlan& result : results) printer.result(result);
    return printer.take();
}

}  // namespace fluxi::flow
