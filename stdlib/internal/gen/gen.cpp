// Natives of package internal/gen.
#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "flow/ops/random_tables.hpp"
#include "native/adapter.hpp"
#include "value/duration.hpp"
#include "value/wrap.hpp"

namespace fluxi::stdlib::internal_gen {
namespace {

using flow::RandomTables;
using native::Arguments;
using value::Nature;
using value::Value;

constexpr std::int64_t kPeriod = 10 * value::kNsPerSecond;
constexpr std::int64_t kDefaultRows = 6;

const Value& field(const value::Record& tag, std::string_view name, Nature nature,
                   std::size_t index) {
    const Value* found = tag.find(name);
    if (found == nullptr) {
        base::fail("missing \"{}\" parameter in tag at index {}", name, index);
    }
    if (!found->is(nature)) {
        base::fail("expected {} for \"{}\" at index {}, got {}", value::nature_name(nature), name,
                   index, value::nature_name(found->nature()));
    }
    return *found;
}

std::vector<RandomTables::Tag> read_tags(const value::Array& tags) {
    std::vector<RandomTables::Tag> read;
    for (const Value& tag : tags.elements()) {
        const std::size_t index = read.size();
        if (!tag.is(Nature::record)) base::fail("tag at index {} must be an object", index);
        const value::Record& record = tag.as_record();
        read.push_back({std::string(field(record, "name", Nature::string, index).as_text()),
                        field(record, "cardinality", Nature::integer, index).as_integer()});
    }
    return read;
}

Value tables(eval::Evaluator& evaluator, const Arguments& arguments) {
    RandomTables::Settings settings;
    settings.rows = arguments.get<std::int64_t>(0);
    if (settings.rows == 0) settings.rows = kDefaultRows;
    if (settings.rows < 0 || settings.rows > std::numeric_limits<std::int32_t>::max()) {
        base::fail("tables: `n` must be a number of rows, but it is {}", settings.rows);
    }
    if (arguments.has(1)) settings.tags = read_tags(arguments.get<value::Array>(1));
    settings.nulls = arguments.get_or<double>(2, 0.0);
    const std::int64_t now = evaluator.settings().now_ns;
    settings.seed = arguments.get_or<std::int64_t>(3, now);
    // The last row lies one period before the present one.
    settings.start = now - value::floor_mod(now, kPeriod) - settings.rows * kPeriod;
    return flow::make_stream(std::make_shared<RandomTables>(std::move(settings)), {},
                             evaluator.script_call());
}

}  // namespace

void register_natives(native::Registry& registry) {
    registry.package("internal/gen").raw("tables", {"n", "?tags", "?nulls", "?seed"}, tables);
}

}  // namespace fluxi::stdlib::internal_gen
