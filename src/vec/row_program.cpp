#include "vec/row_program.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "eval/counter.hpp"
#include "vec/apply.hpp"

namespace fluxi::vec {

using value::Nature;
using value::Value;

bool extends_row(const Value& function) {
    const auto* closure = dynamic_cast<const eval::Closure*>(function.object());
    if (closure == nullptr) return false;
    const auto* record =
        std::get_if<program::RecordLiteral>(&eval::uncounted(*closure->code().result).node);
    return record != nullptr && record->with != nullptr;
}

std::shared_ptr<const RowProgram> RowProgram::bind(eval::Evaluator& evaluator,
                                                   const Value& function, std::size_t place,
                                                   const table::Schema& schema) {
    auto bound = vec::bind(evaluator, function, place, schema);
    if (!bound) return nullptr;
    return std::shared_ptr<const RowProgram>(new RowProgram(std::move(*bound), function, schema));
}

RowProgram::RowProgram(Bound bound, const Value& function, const table::Schema& schema)
    : program_(std::move(bound.program)),
      result_(std::move(bound.result)),
      any_thread_(program_.any_thread()) {
    const auto* record = std::get_if<std::shared_ptr<const SymbolicRecord>>(&result_.content);
    if (record != nullptr) take_properties(**record, function, schema);
}

void RowProgram::take_properties(const SymbolicRecord& record, const Value& function,
                                 const table::Schema& schema) {
    for (const auto& [label, symbol] : record.fields) {
        if (const auto* r = std::get_if<Register>(&symbol.content)) {
            properties_.push_back({{label, program_.type(*r)}, *r, {}});
            continue;
        }
        const auto* v = std::get_if<Value>(&symbol.content);
        if (v == nullptr) return;
        if (v->nature() == Nature::none) continue;
        const auto type = table::column_type_of(v->nature());
        if (!type) return;
        properties_.push_back({{label, *type}, std::nullopt, *v});
    }
    maps_ = true;
    // Columns of the rows first, in their order, when the row was extended; the rest by label.
    const bool extends = extends_row(function);
    const auto place = [&](const Property& property) {
        return extends ? schema.find(property.field.label) : table::Schema::npos;
    };
    std::sort(properties_.begin(), properties_.end(), [&](const Property& a, const Property& b) {
        const std::size_t pa = place(a);
        const std::size_t pb = place(b);
        return pa != pb ? pa < pb : a.field.label < b.field.label;
    });
    for (const Property& property : properties_)
        if (property.column) columns_wanted_.push_back(*property.column);
}

bool RowProgram::select(const table::Batch& batch, std::vector<std::uint32_t>& rows) const {
    const std::uint32_t count = batch.rows();
    rows.resize(count);
    std::uint32_t kept = 0;
    if (const auto* v = std::get_if<Value>(&result_.content)) {
        if (v->nature() != Nature::boolean && v->nature() != Nature::none) return false;
        if (v->is(Nature::boolean) && v->as_boolean())
            for (; kept < count; ++kept) rows[kept] = kept;
        rows.resize(kept);
        return true;
    }
    const auto* r = std::get_if<Register>(&result_.content);
    if (r == nullptr || program_.type(*r) != table::ColumnType::boolean) return false;
    const table::Column keep = program_.run(batch, {*r}).front();
    const Reader<std::uint8_t> reader(keep);
    for (std::uint32_t row = 0; row < count; ++row) {
        rows[kept] = row;
        kept += static_cast<std::uint32_t>(reader.valid(row) && reader[row] != 0);
    }
    rows.resize(kept);
    return true;
}

bool RowProgram::narrow(const table::Batch& batch, std::vector<std::uint32_t>& rows) const {
    std::vector<std::uint32_t> held;
    const auto* r = std::get_if<Register>(&result_.content);
    const bool whole = rows.size() == batch.rows();
    // Looking at all rows costs less than putting a good part of them into columns of their own.
    if (whole || (r != nullptr && rows.size() > batch.rows() / 4 && !program_.can_fail(*r))) {
        if (!select(batch, held)) return false;
        if (whole) {
            rows = std::move(held);
            return true;
        }
        std::vector<std::uint32_t> both;
        std::set_intersection(rows.begin(), rows.end(), held.begin(), held.end(),
                              std::back_inserter(both));
        rows = std::move(both);
        return true;
    }
    if (!select(batch.take(rows), held)) return false;
    for (std::uint32_t& row : held) row = rows[row];
    rows = std::move(held);
    return true;
}

std::optional<Mapped> RowProgram::map(const table::Batch& batch) const {
    if (!maps_) return std::nullopt;
    auto columns = program_.run(batch, columns_wanted_);
    Mapped mapped;
    std::size_t next = 0;
    for (const Property& property : properties_) {
        mapped.fields.push_back(property.field);
        mapped.columns.push_back(
            property.column
                ? std::move(columns[next++])
                : table::Column::constant(property.field.type, batch.rows(), property.constant));
    }
    return mapped;
}

}  // namespace fluxi::vec
