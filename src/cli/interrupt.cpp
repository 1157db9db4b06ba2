#include "cli/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

#include <atomic>

namespace fluxi::cli {

namespace {

// A signal handler has no other way to find what it is to cancel.
std::atomic<base::CancelToken*> target{nullptr};

void on_interrupt(int) {
    base::CancelToken* token = target.load(std::memory_order_relaxed);
    if (token == nullptr || token->cancelled()) _exit(130);
    token->cancel();
}

void handle(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt(base::CancelToken& token) {
    token.reset();
    target.store(&token, std::memory_order_relaxed);
    handle(on_interrupt);
}

Interrupt::~Interrupt() {
    handle(SIG_DFL);
    target.store(nullptr, std::memory_order_relaxed);
}

}  // namespace fluxi::cli
