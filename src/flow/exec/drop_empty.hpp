// Removes tables without rows from a stream, batch by batch: a run without rows goes, the first run
// with rows opens its table, and a table that has already been seen is still closed.
#pragma once

#include "table/batch.hpp"

namespace fluxi::flow::exec {

class DropEmpty {
  public:
    table::Batch without_empty(table::Batch batch);

  private:
    bool opened_ = false;  ///< the table at the end of the last batch had rows
};

}  // namespace fluxi::flow::exec
