// Neighbouring runs of a loose stream whose keys are equal, put together to one: fewer runs cost
// less further down.
#pragma once

#include "table/batch.hpp"

namespace fluxi::flow::exec {

table::Batch join_equal_runs(table::Batch batch);

}  // namespace fluxi::flow::exec
