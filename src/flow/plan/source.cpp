#include "flow/plan/source.hpp"

namespace fluxi::flow {

Source::Taken Source::take(const Node& /*self*/, std::span<const Node* const> /*chain*/,
                           eval::Evaluator& /*evaluator*/) const {
    return {};
}

std::shared_ptr<const Source> Source::with_columns(std::vector<std::string> /*needed*/,
                                                   std::vector<std::string> /*welcome*/) const {
    return nullptr;
}

std::shared_ptr<const Source> Source::with_filter(value::Value /*predicate*/) const {
    return nullptr;
}

}  // namespace fluxi::flow
