// The protocol between running operators: batches are pushed downstream, `finish` ends a stream. An
// operator answers a push with how much more it wants, so that a finished `limit` stops its
// producers. All operators of one execution run on one thread, in order; a source may parse ahead
// on other threads, and row-wise operators have their batches computed ahead (ahead.hpp).
//
// The rows of one table come in one or several runs without runs of other tables in between; a run
// says whether its table opens and closes there (table/batch.hpp). `finish` comes exactly once,
// after the last push, also when the receiver had enough.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "base/error.hpp"
#include "table/batch.hpp"

namespace fluxi::flow::exec {

enum class Demand : std::uint8_t {
    more,
    enough,  ///< nothing that could still come would matter
};

/// Where batches go.
class Sink {
  public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;
    virtual Demand push(table::Batch batch) = 0;
    virtual void finish() = 0;
};

/// One running node. It has as many inputs as the plan node and one output, connected before
/// anything is pushed.
class Operator {
  public:
    Operator() = default;
    Operator(const Operator&) = delete;
    Operator& operator=(const Operator&) = delete;
    virtual ~Operator() = default;
    [[nodiscard]] virtual Sink& input(std::size_t i) = 0;
    void connect(Sink& output) noexcept { output_ = &output; }
    /// Sources override this: push everything, until the receiver has enough. The executor calls it
    /// on the nodes without inputs and then `finish`es the output.
    virtual void run() {}
    /// Whether it hands batches on as they come, with the receiver's answer, and nothing else that
    /// it does could be noticed: neither effects nor calls of the script's functions.
    [[nodiscard]] virtual bool row_wise() const noexcept { return false; }

  protected:
    Demand emit(table::Batch batch) { return output_->push(std::move(batch)); }
    void emit_finish() { output_->finish(); }
    [[nodiscard]] Sink& output() noexcept { return *output_; }

  private:
    Sink* output_ = nullptr;
};

/// An operator with one input: it is its own sink. The default `finish` only passes it on.
class UnaryOperator : public Operator, public Sink {
  public:
    [[nodiscard]] Sink& input(std::size_t) override { return *this; }
    void finish() override { emit_finish(); }
};

/// An operator without inputs.
class SourceOperator : public Operator {
  public:
    [[nodiscard]] Sink& input(std::size_t) override {
        base::fail_with(base::Code::internal, "a source has no inputs");
    }
    void run() override = 0;
};

}  // namespace fluxi::flow::exec
