// What a script's results are given to, as events: begin_result, push any number of times,
// end_result, for each result in turn, then finish. The runs of the batches say where tables open
// and close; a writer numbers the tables of a result from 0 in the order in which they open.
// Writers own no output, they write to the one they were made with, and nothing they do fails: a
// failed delivery is seen at Output::error.
#pragma once

#include <string_view>

#include "table/batch.hpp"

namespace fluxi::io {

class ResultWriter {
  public:
    ResultWriter() = default;
    ResultWriter(const ResultWriter&) = delete;
    ResultWriter& operator=(const ResultWriter&) = delete;
    virtual ~ResultWriter() = default;

    virtual void begin_result(std::string_view name) = 0;
    virtual void push(const table::Batch& batch) = 0;
    virtual void end_result() = 0;
    /// After the last result, also when the run failed: what was begun is completed as far as the
    /// format allows, and the output is flushed.
    virtual void finish() = 0;
};

}  // namespace fluxi::io
