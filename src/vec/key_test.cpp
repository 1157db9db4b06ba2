#include "vec/key_test.hpp"

#include "vec/apply.hpp"
#include "vec/binder.hpp"

namespace fluxi::vec {

std::shared_ptr<const KeyTest> KeyTest::bind(eval::Evaluator& evaluator,
                                             const value::Value& predicate,
                                             const table::SchemaRef& schema) {
    if (schema->key().empty()) return nullptr;
    auto bound = bind_key_test(evaluator, predicate, *schema);
    if (!bound) return nullptr;
    return std::shared_ptr<const KeyTest>(
        new KeyTest(schema, std::move(bound->program), bound->result));
}

bool KeyTest::may_hold(std::span<const table::Column> keys) const {
    std::vector<table::Column> columns(schema_->size());
    for (std::size_t i = 0; i < keys.size(); ++i) columns[schema_->key()[i]] = keys[i];
    const table::Batch row(schema_, std::move(columns), {table::Run{0, 0, 1, true, true}});
    try {
        const table::Column holds = program_.run(row, {result_}).front();
        return !holds.is_null(0) && holds.get<std::uint8_t>(0) != 0;
    } catch (const base::RuntimeError&) {
        return true;  // The filter meets the error with the first row.
    }
}

}  // namespace fluxi::vec
