// The last step of operators that make tables one by one: numbers them and puts small ones of the
// same schema together into batches of a few thousand rows, so that many small tables cost what one
// large one does. Large ones pass without being copied.
#pragma once

#include <cstdint>
#include <vector>

#include "flow/exec/operator.hpp"
#include "table/builder.hpp"

namespace fluxi::flow::exec {

class TableWriter {
  public:
    explicit TableWriter(std::uint32_t batch_rows) : batch_rows_(batch_rows) {}

    /// Rows [begin, end) of a run. The first part of a table `opens`, the last one `closes` it; no
    /// rows of other tables may come between them.
    void append(Sink& out, const table::Batch& batch, std::size_t run, std::uint32_t begin,
                std::uint32_t end, bool opens, bool closes);
    /// A whole table: a batch with one run.
    void append(Sink& out, const table::Batch& whole) {
        append(out, whole, 0, 0, whole.rows(), true, true);
    }
    /// A batch of whole tables.
    void append_all(Sink& out, table::Batch tables);
    /// To be called before the stream ends.
    void flush(Sink& out);
    [[nodiscard]] Demand demand() const noexcept { return demand_; }

  private:
    void push(Sink& out, table::Batch batch);
    void start(const table::SchemaRef& schema);

    std::uint32_t batch_rows_;
    table::SchemaRef schema_{};
    std::vector<table::Builder> builders_{};
    std::vector<table::Run> runs_{};
    std::uint32_t rows_ = 0;
    std::uint64_t tables_ = 0;  ///< numbers given so far
    Demand demand_ = Demand::more;
};

}  // namespace fluxi::flow::exec
