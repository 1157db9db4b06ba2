// A bucket as text: line protocol or the tables that `from |> range` gives.
#pragma once

#include "io/output.hpp"
#include "io/result_writer.hpp"
#include "store/bucket.hpp"

namespace fluxi::store {

/// One line per point of each series, fields apart: what `fluxi import` reads gives the same
/// bucket.
void write_lines(const Bucket& bucket, value::Bounds bounds, io::Output& out);
/// One table per series, in the columns and the order of J.3.
void write_tables(const Bucket& bucket, value::Bounds bounds, io::ResultWriter& writer);

}  // namespace fluxi::store
