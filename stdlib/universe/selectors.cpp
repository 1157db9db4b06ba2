// Natives of universe: min, max, first, last.
#include "flow/ops/selectors.hpp"

#include <memory>
#include <utility>

#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

std::string selected_column(const native::Arguments& arguments, std::size_t i) {
    const std::string column = native::text_or(arguments, i, "_value");
    return column.empty() ? "_value" : column;
}

void register_selectors(native::PackageNatives& package) {
    const std::pair<std::string_view, std::shared_ptr<const flow::exec::SelectorKernel>> all[] = {
        {"min", flow::ops::min_kernel()},
        {"max", flow::ops::max_kernel()},
        {"first", flow::ops::first_kernel()},
        {"last", flow::ops::last_kernel()},
    };
    for (const auto& entry : all) {
        package.raw(entry.first, {"<-tables", "?column"},
                    [name = std::string(entry.first), kernel = entry.second](
                        eval::Evaluator& evaluator, const native::Arguments& arguments) {
                        return native::apply_to<flow::exec::Selector>(
                            evaluator, arguments, 0, name, selected_column(arguments, 1), kernel);
                    });
    }
}

}  // namespace fluxi::stdlib::universe
