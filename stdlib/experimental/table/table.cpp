// Natives of package experimental/table.
#include "flow/ops/fill_empty.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"

namespace fluxi::stdlib::experimental_table {
namespace {

value::Value fill(eval::Evaluator& evaluator, const native::Arguments& arguments) {
    return native::apply_to<flow::ops::FillEmpty>(evaluator, arguments, 0);
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("experimental/table").raw("fill", {"<-tables"}, fill);
}

}  // namespace fluxi::stdlib::experimental_table
