// What a running operator may use: the evaluator for functions that cannot be bound to columns, the
// host, the cancellation token, settings of the execution. Owned by the execution and outlived by
// nothing of it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/cancel.hpp"
#include "base/progress.hpp"
#include "eval/evaluator.hpp"
#include "flow/plan/node.hpp"

namespace fluxi::flow::exec {

struct Profile;

struct ExecutionSettings {
    std::size_t threads = 1;
    std::uint32_t batch_rows =
        4096;  ///< rows that sources and whole-table operators put into a batch
    base::Progress* progress =
        nullptr;                 ///< counts for those who watch; may be null, outlives the run
    bool bind_lambdas = true;    ///< false: every lambda is walked row by row, which tests compare
    Profile* profile = nullptr;  ///< filled by the run if it is not null; outlives the run
};

class Context {
  public:
    Context(eval::Evaluator& evaluator, const ExecutionSettings& settings)
        : evaluator_(evaluator), settings_(settings) {}

    [[nodiscard]] eval::Evaluator& evaluator() noexcept { return evaluator_; }
    [[nodiscard]] host::Host& host() noexcept { return evaluator_.host(); }
    [[nodiscard]] const ExecutionSettings& settings() const noexcept { return settings_; }
    [[nodiscard]] const base::CancelToken& cancel() const noexcept { return evaluator_.cancel(); }
    void check_cancelled() const { cancel().check(); }
    /// The node that is being made into an operator: its call, bounds and inputs. Valid inside
    /// Operation::make.
    [[nodiscard]] const Node& node() const noexcept { return *node_; }
    /// Whether a key may come several times in the input and its tables are to be taken for one.
    [[nodiscard]] bool loose_input() const noexcept { return loose_input_; }
    void set_node(const Node& node, bool loose_input) noexcept {
        node_ = &node;
        loose_input_ = loose_input;
    }

  private:
    eval::Evaluator& evaluator_;
    const ExecutionSettings& settings_;
    const Node* node_ = nullptr;
    bool loose_input_ = false;
};

}  // namespace fluxi::flow::exec
