// Natives of universe: drop, keep, rename, duplicate, set.
#include "flow/ops/columns.hpp"

#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "universe/streams.hpp"

namespace fluxi::stdlib::universe {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

Value choose(Evaluator& evaluator, const Arguments& arguments, bool keep) {
    const bool listed = arguments.has(1);
    const bool predicate = arguments.has(2);
    if (listed == predicate) {
        base::fail("{} error: {}", arguments.function(),
                   listed
                       ? "both column list and predicate provided; give only one of `columns` and "
                         "`fn`"
                       : "neither column list nor predicate function provided; give `columns` or "
                         "`fn`");
    }
    if (listed) {
        return native::apply_to<flow::ops::Choose>(evaluator, arguments, 0, keep,
                                                   arguments.strings(1), Value());
    }
    return native::apply_to<flow::ops::Choose>(evaluator, arguments, 0, keep, std::nullopt,
                                               native::function(arguments, 2));
}

Value rename(Evaluator& evaluator, const Arguments& arguments) {
    const bool listed = arguments.has(1);
    if (listed == arguments.has(2)) {
        base::fail("rename error: {}",
                   listed
                       ? "both column list and map function provided; give only one of `columns` "
                         "and `fn`"
                       : "neither column list nor map function provided; give `columns` or `fn`");
    }
    if (!listed) {
        return native::apply_to<flow::ops::Rename>(evaluator, arguments, 0, std::nullopt,
                                                   native::function(arguments, 2));
    }
    const value::Record& columns = arguments.get<value::Record>(1);
    flow::ops::Rename::Pairs pairs;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Value& name = columns.values()[i];
        if (!name.is(value::Nature::string)) {
            base::fail("rename error: columns object contains non-string value {}{} for \"{}\"",
                       name.is_null() ? "null of type " : "of type ",
                       value::nature_name(name.nature()), columns.shape()->labels()[i]);
        }
        pairs.emplace_back(columns.shape()->labels()[i], name.as_text());
    }
    return native::apply_to<flow::ops::Rename>(evaluator, arguments, 0, std::move(pairs), Value());
}

Value duplicate(Evaluator& evaluator, const Arguments& arguments) {
    return native::apply_to<flow::ops::Duplicate>(
        evaluator, arguments, 0, native::text(arguments, 2), native::text(arguments, 1));
}

Value set(Evaluator& evaluator, const Arguments& arguments) {
    flow::ops::SetColumns::Values values;
    values.emplace_back(native::text(arguments, 1), Value::string(native::text(arguments, 2)));
    return native::apply_to<flow::ops::SetColumns>(evaluator, arguments, 0, std::move(values),
                                                   true);
}

}  // namespace

void register_columns(native::PackageNatives& package) {
    package.raw("drop", {"<-tables", "?columns", "?fn"},
                [](Evaluator& e, const Arguments& a) { return choose(e, a, false); });
    package.raw("keep", {"<-tables", "?columns", "?fn"},
                [](Evaluator& e, const Arguments& a) { return choose(e, a, true); });
    package.raw("rename", {"<-tables", "?columns", "?fn"}, rename);
    package.raw("duplicate", {"<-tables", "as", "column"}, duplicate);
    package.raw("set", {"<-tables", "key", "value"}, set);
}

}  // namespace fluxi::stdlib::universe
