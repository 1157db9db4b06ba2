// The shape of operators that are there for what they do with each row: they write it or send it.
// The rows are handed on as they came. What is downstream may have enough; all rows that still come
// are dealt with all the same.
#pragma once

#include "flow/exec/operator.hpp"

namespace fluxi::flow::exec {

class EffectOperator : public UnaryOperator {
  public:
    Demand push(table::Batch batch) final {
        act(batch);
        if (demand_ == Demand::more) demand_ = emit(std::move(batch));
        return Demand::more;
    }
    void finish() final {
        end();
        emit_finish();
    }

  private:
    /// Does it for the rows of a batch; may take rows out of what is handed on.
    virtual void act(table::Batch& batch) = 0;
    /// All rows have come.
    virtual void end() {}

    Demand demand_ = Demand::more;
};

}  // namespace fluxi::flow::exec
