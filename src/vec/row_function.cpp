#include "vec/row_function.hpp"

#include <algorithm>
#include <map>

#include "table/builder.hpp"
#include "value/composite.hpp"

namespace fluxi::vec {

using value::Nature;
using value::Value;

struct RowFunction::Impl {
    eval::Evaluator& evaluator;
    Value function;
    std::string parameter;
    std::string user;
    std::size_t place = 0;
    std::size_t parameters = 0;
    table::SchemaRef schema{};
    value::Ref<value::Shape> shape{};
    std::shared_ptr<const RowProgram> bound{};
    bool bindable = true;

    /// Notices a new schema: the lambda is bound again.
    void meet(const table::Batch& batch) {
        if (schema == batch.schema()) return;
        schema = batch.schema();
        shape = shape_of(*schema);
        bound.reset();
        if (bindable) bound = RowProgram::bind(evaluator, function, place, *schema);
    }

    Value call(Value row) {
        const eval::Evaluator::RowScope rows(evaluator);
        std::vector<Value> arguments(parameters, Value::absent());
        arguments[place] = std::move(row);
        return evaluator.call(function, arguments);
    }
};

RowFunction::RowFunction(eval::Evaluator& evaluator, Value function, std::string parameter,
                         std::string user)
    : impl_(new Impl{evaluator, std::move(function), std::move(parameter), std::move(user)}) {
    if (!impl_->function.is(Nature::function)) {
        base::fail("{}: argument fn must be a function, found {}", impl_->user,
                   value::nature_name(impl_->function.nature()));
    }
    const value::Function& f = impl_->function.as_function();
    impl_->place = f.find_parameter(impl_->parameter);
    impl_->parameters = f.parameters().size();
    if (impl_->place == value::Function::npos) {
        base::fail("{}: the function must have a parameter {}", impl_->user, impl_->parameter);
    }
}

RowFunction::~RowFunction() = default;

value::Ref<value::Shape> shape_of(const table::Schema& schema) {
    std::vector<std::string> labels;
    for (const auto& field : schema.fields()) {
        if (std::find(labels.begin(), labels.end(), field.label) == labels.end())
            labels.push_back(field.label);
    }
    return value::make<value::Shape>(std::move(labels));
}

Value row_record(const table::Batch& batch, std::uint32_t row,
                 const value::Ref<value::Shape>& shape) {
    const auto& runs = batch.runs();
    const auto run = static_cast<std::uint32_t>(
        std::upper_bound(
            runs.begin(), runs.end(), row,
            [](std::uint32_t r, const table::Run& candidate) { return r < candidate.end; }) -
        runs.begin());
    std::vector<Value> values;
    values.reserve(shape->size());
    for (const auto& label : shape->labels()) {
        const std::size_t i = batch.schema()->find(label);
        values.push_back(batch.stored(i).at(batch.schema()->is_key(i) ? run : row));
    }
    return Value::of(value::make<value::Record>(shape, std::move(values)));
}

Value RowFunction::call(const table::Batch& batch, std::uint32_t row) {
    impl_->meet(batch);
    return impl_->call(row_record(batch, row, impl_->shape));
}

void RowFunction::set_bound(bool bound) {
    impl_->bindable = bound;
    impl_->schema.reset();
}

const std::shared_ptr<const RowProgram>& RowFunction::program_for(const table::Batch& batch) {
    impl_->meet(batch);
    return impl_->bound;
}

void RowFunction::select(const table::Batch& batch, std::vector<std::uint32_t>& rows) {
    rows.clear();
    impl_->meet(batch);
    if (impl_->bound) {
        try {
            if (impl_->bound->select(batch, rows)) return;
        } catch (const base::RuntimeError&) {
            // The first error must be the one that a row-by-row evaluation meets: it runs below.
        }
        rows.clear();
    }
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
        const Value keep = call(batch, row);
        if (keep.is(Nature::boolean)) {
            if (keep.as_boolean()) rows.push_back(row);
        } else if (!keep.is_null()) {
            base::fail("{}: the predicate must give a bool, found {}", impl_->user,
                       value::nature_name(keep.nature()));
        }
    }
}

void RowFunction::narrow(const table::Batch& batch, std::vector<std::uint32_t>& rows) {
    impl_->meet(batch);
    std::vector<std::uint32_t> held = rows;
    if (impl_->bound) {
        try {
            if (impl_->bound->narrow(batch, held)) {
                rows = std::move(held);
                return;
            }
        } catch (const base::RuntimeError&) {
            // As in select.
        }
    }
    select(batch.take(rows), held);
    for (std::uint32_t& row : held) row = rows[row];
    rows = std::move(held);
}

namespace {

/// Columns under construction, by label; a column exists from the first value whose type is known.
class MappedBuilder {
  public:
    MappedBuilder(std::string_view user, std::uint32_t rows) : user_(user), rows_(rows) {}

    void append(std::uint32_t row, const value::Record& record) {
        for (std::size_t i = 0; i < record.size(); ++i) {
            const Value& v = record.values()[i];
            if (v.nature() == Nature::none) continue;
            const std::string& label = record.shape()->labels()[i];
            const auto type = table::column_type_of(v.nature());
            if (!type) {
                base::fail(
                    "{}: property \"{}\" is a {}, which cannot be a column (bool, int, uint, "
                    "float, "
                    "string and time can)",
                    user_, label, value::nature_name(v.nature()));
            }
            auto found = builders_.find(label);
            if (found == builders_.end()) {
                found = builders_.emplace(label, table::Builder(*type)).first;
                found->second.reserve(rows_);
            }
            table::Builder& builder = found->second;
            if (builder.type() != *type) {
                base::fail("{}: property \"{}\" is a {} here and a {} in an earlier row", user_,
                           label, table::type_name(*type), table::type_name(builder.type()));
            }
            fill(builder, row);
            builder.append(v);
        }
    }

    Mapped finish(const table::Schema& schema) {
        Mapped mapped;
        const auto take = [&](std::map<std::string, table::Builder>::iterator it) {
            fill(it->second, rows_);
            mapped.fields.push_back({it->first, it->second.type()});
            mapped.columns.push_back(it->second.finish());
            builders_.erase(it);
        };
        if (extends_) {
            for (const auto& field : schema.fields()) {
                if (const auto it = builders_.find(field.label); it != builders_.end()) take(it);
            }
        }
        while (!builders_.empty()) take(builders_.begin());
        return mapped;
    }
    void set_extends(bool extends) { extends_ = extends; }

  private:
    static void fill(table::Builder& builder, std::uint32_t rows) {
        while (builder.size() < rows) builder.append_null();
    }

    std::string_view user_;
    std::uint32_t rows_;
    bool extends_ = false;
    std::map<std::string, table::Builder> builders_{};
};

}  // namespace

Mapped RowFunction::map(const table::Batch& batch) {
    impl_->meet(batch);
    if (impl_->bound) {
        try {
            if (auto mapped = impl_->bound->map(batch)) return std::move(*mapped);
        } catch (const base::RuntimeError&) {
            // As in select: the row-by-row evaluation below meets the first error, or none.
        }
    }
    MappedBuilder builder(impl_->user, batch.rows());
    builder.set_extends(extends_row(impl_->function));
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
        const Value result = call(batch, row);
        if (!result.is(Nature::record)) {
            base::fail("{}: the function must return a record, got {}", impl_->user,
                       value::nature_name(result.nature()));
        }
        builder.append(row, result.as_record());
    }
    return builder.finish(*batch.schema());
}

}  // namespace fluxi::vec
