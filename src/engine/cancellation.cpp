#include "engine/cancellation.hpp"

#include <algorithm>

namespace fluxi {

Cancellation::Cancellation() : state_(std::make_shared<State>()) {}

void Cancellation::cancel() noexcept {
    const std::lock_guard lock(state_->mutex);
    state_->cancelled = true;
    for (base::CancelToken* token : state_->running) token->cancel();
}

bool Cancellation::cancelled() const noexcept {
    const std::lock_guard lock(state_->mutex);
    return state_->cancelled;
}

namespace engine {

Following::Following(const std::optional<Cancellation>& cancellation, base::CancelToken& token)
    : cancellation_(cancellation), token_(token) {
    if (!cancellation_) return;
    Cancellation::State& state = cancellation_->state();
    const std::lock_guard lock(state.mutex);
    state.running.push_back(&token_);
    if (state.cancelled) token_.cancel();
}

Following::~Following() {
    if (!cancellation_) return;
    Cancellation::State& state = cancellation_->state();
    const std::lock_guard lock(state.mutex);
    // One program may be given the same cancellation twice only one run after the other.
    std::erase(state.running, &token_);
}

}  // namespace engine

}  // namespace fluxi
