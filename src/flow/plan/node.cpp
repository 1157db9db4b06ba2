#include "flow/plan/node.hpp"

#include <algorithm>

namespace fluxi::flow {

MaybeBounds Operation::bounds(const std::vector<MaybeBounds>& inputs) const {
    MaybeBounds all;
    for (const MaybeBounds& input : inputs) {
        if (!input) continue;
        if (!all) {
            all = *input;
        } else if (all->start >= all->stop || input->start >= input->stop) {
            all = Bounds{};
        } else {
            all = Bounds{std::min(all->start, input->start), std::max(all->stop, input->stop)};
        }
    }
    return all;
}

namespace {

/// Plans are walked recursively, and a stack has an end. As long as the longest pipeline of a text.
constexpr std::uint32_t kMaxDepth = 2000;

MaybeBounds bounds_of(const Operation& operation, const std::vector<Node::Ref>& inputs) {
    std::vector<MaybeBounds> bounds;
    bounds.reserve(inputs.size());
    for (const auto& input : inputs) bounds.push_back(input->bounds());
    return operation.bounds(bounds);
}

}  // namespace

Node::Node(std::shared_ptr<const Operation> operation, std::vector<Ref> inputs,
           base::CallFrame call)
    : operation_(std::move(operation)),
      inputs_(std::move(inputs)),
      call_(std::move(call)),
      bounds_(bounds_of(*operation_, inputs_)),
      depth_(1) {
    for (const Ref& input : inputs_) depth_ = std::max(depth_, input->depth_ + 1);
    if (depth_ > kMaxDepth) {
        base::fail_with(base::Code::limit, "the stream is made by more than {} operations",
                        kMaxDepth);
    }
}

value::Value make_stream(std::shared_ptr<const Operation> operation, std::vector<Node::Ref> inputs,
                         base::CallFrame call) {
    return value::make<Node>(std::move(operation), std::move(inputs), std::move(call))->value();
}

}  // namespace fluxi::flow
