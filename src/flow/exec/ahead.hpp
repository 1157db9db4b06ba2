// The shape of row-wise operators whose work on a batch can be done by another thread: while the
// rows of one batch are computed, the next ones are read. Batches are handed on by the thread of
// the run, in the order in which they came, so nothing behind the operator can tell; what a thread
// cannot do, or fails to do, is done when the turn of the batch has come. An operator decides with
// its first batch whether its work is worth another thread.
//
// The Graph lets an operator work ahead (`go_ahead`) only where nothing in front of it can be
// noticed to run earlier than it would, and settles it (`settle`) before it reports an error that
// came from a later batch.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "flow/exec/operator.hpp"
#include "flow/exec/profile.hpp"
#include "flow/exec/workers.hpp"

namespace fluxi::flow::exec {

class Ahead : public UnaryOperator {
  public:
    /// Lets it work ahead with these threads; `measured` may be null.
    void go_ahead(Workers& workers, OperatorProfile* measured) noexcept {
        workers_ = &workers;
        measured_ = measured;
    }
    /// Another that works ahead behind this one.
    void add_behind(Ahead& other) { behind_.push_back(&other); }

    /// Hands on all batches that are under way.
    virtual void settle() = 0;
    /// Forgets them.
    virtual void drop() = 0;
    /// Whether the receiver wants no more.
    [[nodiscard]] bool has_enough() const noexcept { return demand_ == Demand::enough; }
    /// Ends the output when what should have ended the input failed after the receiver had enough.
    void end_output() { emit_finish(); }
    [[nodiscard]] bool row_wise() const noexcept final { return true; }

  protected:
    [[nodiscard]] Workers* workers() const noexcept { return workers_; }
    [[nodiscard]] OperatorProfile* measured() const noexcept { return measured_; }
    /// Before something that may have effects: those behind get all that came before it. False if
    /// they want no more.
    [[nodiscard]] bool settle_behind() {
        for (Ahead* other : behind_) other->settle();
        for (const Ahead* other : behind_)
            if (other->has_enough()) demand_ = Demand::enough;
        return demand_ == Demand::more;
    }
    Demand demand_ = Demand::more;

  private:
    Workers* workers_ = nullptr;
    OperatorProfile* measured_ = nullptr;
    std::vector<Ahead*> behind_{};
};

/// `Result`: what the work on a batch gives.
template <typename Result>
class AheadOperator : public Ahead {
  public:
    Demand push(table::Batch batch) final {
        batch = prepare(std::move(batch));
        if (batch.runs().empty()) return demand_;
        Work work = work_on(batch);
        if (work && mode_ == Mode::ahead) {
            post(std::move(batch), std::move(work));
            return demand_;
        }
        settle();
        if (!work && !settle_behind()) return demand_;
        if (demand_ == Demand::more) do_here(std::move(batch), work != nullptr);
        return demand_;
    }
    void finish() final {
        settle();
        emit_finish();
    }
    void settle() final {
        while (!jobs_.empty() && demand_ == Demand::more) hand_on_first();
    }
    void drop() final {
        for (const auto& job : jobs_) workers()->finish(*job);
        jobs_.clear();
    }

  protected:
    /// What another thread may do: pure, and holding what it needs. Nothing if it cannot be done
    /// so.
    using Work = std::function<std::optional<Result>(const table::Batch&)>;
    /// What is done with a batch as it comes; one without runs is not worked on.
    virtual table::Batch prepare(table::Batch batch) { return batch; }
    /// The work on such a batch; empty if only `here` can do it, with effects for all we know.
    virtual Work work_on(const table::Batch& batch) = 0;
    /// The same, done by the thread of the run. Throws the error that comes first.
    virtual Result here(const table::Batch& batch) = 0;
    /// Hands on what was made of a batch.
    virtual Demand hand_on(table::Batch batch, Result result) = 0;

  private:
    enum class Mode : std::uint8_t { unknown, ahead, here };
    using Clock = std::chrono::steady_clock;
    /// Nanoseconds per row from which on a batch is handed to another thread. Work on less leaves
    /// the second core to the reading of input.
    static constexpr std::int64_t kWorthwhile = 40;

    struct Job final : Workers::Job {
        Job(table::Batch batch_, Work work_) : batch(std::move(batch_)), task(std::move(work_)) {}
        void work() noexcept override {
            const auto start = Clock::now();
            try {
                result = task(batch);
            } catch (...) {
                // It fails again, where the error belongs.
            }
            took = Clock::now() - start;
        }
        table::Batch batch;
        Work task;
        std::optional<Result> result{};
        std::chrono::nanoseconds took{0};
    };

    void post(table::Batch batch, Work work) {
        jobs_.push_back(std::make_unique<Job>(std::move(batch), std::move(work)));
        workers()->post(*jobs_.back());
        while (demand_ == Demand::more && !jobs_.empty() &&
               (jobs_.size() > workers()->most_ahead() || workers()->done(*jobs_.front())))
            hand_on_first();
    }

    void hand_on_first() {
        const auto start = Clock::now();
        workers()->finish(*jobs_.front());
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        // Waiting was counted as this operator's time; what counts is the work, whoever did it.
        if (OperatorProfile* profile = measured())
            profile->time += job->took - (Clock::now() - start);
        if (job->result) {
            demand_ = hand_on(std::move(job->batch), std::move(*job->result));
            return;
        }
        mode_ = Mode::here;
        do_here(std::move(job->batch), false);
    }

    void do_here(table::Batch batch, bool deciding) {
        const auto start = Clock::now();
        Result result = here(batch);
        if (deciding && mode_ == Mode::unknown && workers() != nullptr && batch.rows() != 0) {
            const std::chrono::nanoseconds took = Clock::now() - start;
            mode_ = took.count() >= kWorthwhile * batch.rows() ? Mode::ahead : Mode::here;
        }
        demand_ = hand_on(std::move(batch), std::move(result));
    }

    Mode mode_ = Mode::unknown;
    std::deque<std::unique_ptr<Job>> jobs_{};  ///< in the order of the input
};

}  // namespace fluxi::flow::exec
