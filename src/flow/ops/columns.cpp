#include "flow/ops/columns.hpp"

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "flow/exec/columns.hpp"
#include "flow/exec/projection.hpp"

namespace fluxi::flow::ops {

using exec::Projection;
using table::Schema;
using value::Nature;
using value::Value;

namespace {

/// A projection operator from a function of the schema. `calls`: it calls a function of the script.
template <typename F>
class Projecting final : public exec::ProjectionOperator {
  public:
    Projecting(F f, bool calls) : f_(std::move(f)), calls_(calls) {}
    [[nodiscard]] bool row_wise() const noexcept override { return !calls_; }

  private:
    Projection project(const Schema& schema) override { return f_(schema); }
    F f_;
    bool calls_;
};

template <typename F>
std::unique_ptr<exec::Operator> projecting(F f, bool calls = false) {
    return std::make_unique<Projecting<F>>(std::move(f), calls);
}

Value call_with_column(exec::Context& context, const Value& fn, const std::string& label) {
    const eval::NamedArgument argument("column", Value::string(label));
    return context.evaluator().call_named(fn, {&argument, 1});
}

bool holds(exec::Context& context, const Value& fn, const std::string& label,
           std::string_view user) {
    const Value result = call_with_column(context, fn, label);
    if (result.is_null()) return false;
    if (!result.is(Nature::boolean)) {
        base::fail("{}: the predicate must give a bool for column \"{}\", found {}", user, label,
                   value::nature_name(result.nature()));
    }
    return result.as_boolean();
}

[[noreturn]] void fail_missing(const Schema& schema, const std::string& label,
                               std::string_view user) {
    exec::fail_missing_column(schema, label, "{}: {} error: column \"{}\" doesn't exist", user,
                              user, label);
}

}  // namespace

std::unique_ptr<exec::Operator> Choose::make(exec::Context& context) const {
    auto chosen = [this, &evaluator = context](const Schema& schema) {
        Projection projection = Projection::identity(schema);
        projection.key_order.clear();
        const auto unwanted = [&](const Projection::Output& output) {
            const std::string& label = output.field.label;
            const bool named =
                columns_ ? std::find(columns_->begin(), columns_->end(), label) != columns_->end()
                         : holds(evaluator, fn_, label, name());
            return named != keep_;
        };
        projection.columns.erase(
            std::remove_if(projection.columns.begin(), projection.columns.end(), unwanted),
            projection.columns.end());
        return projection;
    };
    return projecting(std::move(chosen), !columns_);
}

std::unique_ptr<exec::Operator> Rename::make(exec::Context& context) const {
    auto renamed = [this, &evaluator = context](const Schema& schema) {
        Projection projection = Projection::identity(schema);
        projection.key_order.clear();
        if (columns_) {
            for (const auto& pair : *columns_) {
                if (schema.find(pair.first) == Schema::npos)
                    fail_missing(schema, pair.first, name());
            }
        }
        for (Projection::Output& output : projection.columns) {
            std::string& label = output.field.label;
            if (columns_) {
                for (const auto& pair : *columns_) {
                    if (pair.first != label) continue;
                    label = pair.second;
                    break;
                }
                continue;
            }
            const Value given = call_with_column(evaluator, fn_, label);
            if (!given.is(Nature::string)) {
                base::fail("rename: the function must give a string for column \"{}\", found {}",
                           label, value::nature_name(given.nature()));
            }
            label = std::string(given.as_text());
        }
        for (std::size_t i = 0; i < projection.columns.size(); ++i) {
            for (std::size_t j = i + 1; j < projection.columns.size(); ++j) {
                const std::string& label = projection.columns[i].field.label;
                if (label != projection.columns[j].field.label) continue;
                base::fail_with(base::Code::table,
                                "rename: column {} and {} have the same name (\"{}\") which is not "
                                "allowed",
                                i, j, label);
            }
        }
        return projection;
    };
    return projecting(std::move(renamed), !columns_);
}

std::unique_ptr<exec::Operator> Duplicate::make(exec::Context&) const {
    return projecting([this](const Schema& schema) {
        Projection projection = Projection::identity(schema);
        const Projection::Output* source = projection.find(column_);
        if (source == nullptr) fail_missing(schema, column_, name());
        Projection::Output copy = *source;
        copy.field.label = as_;
        if (Projection::Output* target = projection.find(as_)) {
            copy.key = copy.key && target->key;
            *target = copy;
        } else {
            copy.key = false;
            projection.columns.push_back(copy);
        }
        return projection;
    });
}

std::unique_ptr<exec::Operator> SetColumns::make(exec::Context&) const {
    return projecting([this](const Schema& schema) {
        Projection projection = Projection::identity(schema);
        for (const auto& [label, v] : values_) {
            const auto type = table::column_type_of(v.nature());
            if (!type) {
                base::fail("set: \"{}\" is a {}, which cannot be a column", label,
                           value::nature_name(v.nature()));
            }
            Projection::Output set{{label, *type}, Projection::kConstant, v, false};
            if (Projection::Output* target = projection.find(label)) {
                if (strict_ && target->field.type != *type) {
                    base::fail_with(base::Code::table,
                                    "set: column \"{}\" is of type {}, it cannot be set to a {}",
                                    label, table::type_name(target->field.type),
                                    table::type_name(*type));
                }
                set.key = target->key;
                *target = std::move(set);
            } else {
                projection.columns.push_back(std::move(set));
            }
        }
        return projection;
    });
}

}  // namespace fluxi::flow::ops
