// The shape of operators with several inputs that are needed whole: keeps the batches of each input
// and calls `process` when all have ended.
#pragma once

#include <memory>
#include <vector>

#include "flow/exec/kept_batches.hpp"
#include "flow/exec/operator.hpp"
#include "table/concat.hpp"

namespace fluxi::flow::exec {

class InputsOperator : public Operator {
  public:
    explicit InputsOperator(std::size_t count) : open_(count) {
        for (std::size_t i = 0; i < count; ++i) inputs_.push_back(std::make_unique<Input>(*this));
    }
    [[nodiscard]] Sink& input(std::size_t i) final { return *inputs_[i]; }

  protected:
    /// All inputs have ended. Emits the output; the end of the stream is reported afterwards.
    virtual void process() = 0;
    [[nodiscard]] std::size_t count() const noexcept { return inputs_.size(); }
    /// What came from an input; may be taken away.
    [[nodiscard]] KeptBatches& batches(std::size_t i) { return inputs_[i]->batches; }

  private:
    struct Input final : Sink {
        explicit Input(InputsOperator& to) : owner(to) {}
        Demand push(table::Batch batch) override {
            batches.push_back(std::move(batch));
            return Demand::more;
        }
        void finish() override {
            if (--owner.open_ != 0) return;
            owner.process();
            owner.emit_finish();
        }
        InputsOperator& owner;
        KeptBatches batches{};
    };

    std::size_t open_;
    std::vector<std::unique_ptr<Input>> inputs_{};
};

/// The tables of a stream, each as a batch with one run. Takes the batches away.
inline KeptBatches whole_tables(KeptBatches& batches) {
    KeptBatches tables;
    table::TableParts parts;
    for (const table::Batch& batch : batches) {
        for (std::size_t i = 0; i < batch.runs().size(); ++i) {
            if (batch.runs()[i].opens && batch.runs()[i].closes) {
                tables.push_back(batch.only(i));
                continue;
            }
            parts.add(batch, i);
            if (batch.runs()[i].closes) tables.push_back(parts.finish(0));
        }
    }
    batches.clear();
    return tables;
}

}  // namespace fluxi::flow::exec
