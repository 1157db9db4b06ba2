// Hands results to the receiver in the order given, never interleaved: what comes earlier than its
// turn is kept back in memory until those before it have ended.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "flow/exec/execute.hpp"
#include "flow/exec/kept_batches.hpp"
#include "flow/exec/operator.hpp"

namespace fluxi::flow::exec {

class Delivery {
  public:
    explicit Delivery(ResultReceiver& receiver) : receiver_(receiver) {}
    void add(std::string name) {
        results_.push_back(std::make_unique<Result>(*this, results_.size(), std::move(name)));
    }
    [[nodiscard]] Sink& sink(std::size_t i) { return *results_[i]; }

  private:
    class Result final : public Sink {
      public:
        Result(Delivery& delivery, std::size_t number, std::string name)
            : delivery_(delivery), number_(number), name_(std::move(name)) {}
        Demand push(table::Batch batch) override {
            if (batch.runs().empty()) return Demand::more;
            if (number_ == delivery_.turn_) {
                begin();
                delivery_.receiver_.push(batch);
            } else {
                kept_.push_back(std::move(batch));
            }
            return Demand::more;
        }
        void finish() override {
            finished_ = true;
            if (number_ == delivery_.turn_) delivery_.advance();
        }
        /// Its turn has come: gives out what was kept back. Tells whether that was all.
        bool take_turn() {
            begin();
            for (const table::Batch& batch : kept_) delivery_.receiver_.push(batch);
            kept_.clear();
            if (finished_) delivery_.receiver_.end_result();
            return finished_;
        }

      private:
        void begin() {
            if (!begun_) delivery_.receiver_.begin_result(name_);
            begun_ = true;
        }
        Delivery& delivery_;
        std::size_t number_;
        std::string name_;
        KeptBatches kept_{};
        bool begun_ = false;
        bool finished_ = false;
    };

    void advance() {
        while (turn_ < results_.size() && results_[turn_]->take_turn()) ++turn_;
    }

    ResultReceiver& receiver_;
    std::vector<std::unique_ptr<Result>> results_{};
    std::size_t turn_ = 0;
};

}  // namespace fluxi::flow::exec
