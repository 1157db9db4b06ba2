// Natives of package timezone.
#include <string_view>

#include "eval/evaluator.hpp"
#include "native/adapter.hpp"
#include "value/zone.hpp"

namespace fluxi::stdlib::timezone {

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("timezone");
    package.raw("location", {"name"},
                [](eval::Evaluator& evaluator, const native::Arguments& arguments) {
                    const auto name = arguments.get<std::string_view>(0);
                    evaluator.extension<value::ZoneDatabase>().get(name);
                    return value::make_record(
                        {{"zone", arguments.at(0)}, {"offset", value::Value::duration({})}});
                });
}

}  // namespace fluxi::stdlib::timezone
