#include "flow/exec/record_columns.hpp"

#include "base/error.hpp"

namespace fluxi::flow::exec {

using value::Nature;
using value::Value;

void RecordColumns::append(const Value& v) {
    if (!v.is(Nature::record)) {
        base::fail("{}: the function must return a record, got {}", user_,
                   value::nature_name(v.nature()));
    }
    const value::Record& record = v.as_record();
    for (std::size_t i = 0; i < record.size(); ++i) {
        const Value& property = record.values()[i];
        if (property.nature() == Nature::none) continue;
        const std::string& label = record.shape()->labels()[i];
        const auto type = table::column_type_of(property.nature());
        if (!type) {
            base::fail_with(base::Code::table,
                            "{}: property \"{}\" is {} type which is not supported in a flux table",
                            user_, label, value::nature_name(property.nature()));
        }
        const auto found = builders_.try_emplace(label, *type).first;
        table::Builder& builder = found->second;
        if (builder.type() != *type) {
            base::fail_with(base::Code::table,
                            "{}: property \"{}\" is a {} here and a {} in an earlier row", user_,
                            label, table::type_name(*type), table::type_name(builder.type()));
        }
        while (builder.size() < rows_) builder.append_null();
        builder.append(property);
    }
    ++rows_;
}

TableEdit RecordColumns::finish() {
    TableEdit edit = TableEdit::empty(rows_);
    for (auto& entry : builders_) {
        while (entry.second.size() < rows_) entry.second.append_null();
        edit.set(entry.first, entry.second.finish());
    }
    builders_.clear();
    rows_ = 0;
    return edit;
}

}  // namespace fluxi::flow::exec
