// Sources that list what is known of buckets without reading points: buckets(), v1.databases(),
// cardinality() (semantics J.7).
#pragma once

#include <memory>

#include "flow/plan/node.hpp"
#include "source/read_spec.hpp"

namespace fluxi::source {

/// One table with a row per bucket.
std::shared_ptr<const flow::Operation> list_buckets();
/// One table with a row per bucket, its name taken for DATABASE/RETENTION-POLICY.
std::shared_ptr<const flow::Operation> list_databases();
/// One row: how many measurements with tag sets have points in the range. Of the spec, the bucket,
/// the bounds and the predicate count.
std::shared_ptr<const flow::Operation> count_series(ReadSpec spec);

}  // namespace fluxi::source
