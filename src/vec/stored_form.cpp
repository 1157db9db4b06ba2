#include "vec/stored_form.hpp"

#include <vector>

namespace fluxi::vec {

using table::ColumnType;
using value::Nature;
using value::Value;

namespace {

void add(ListWriter& list, const Value& v) {
    switch (v.nature()) {
        case Nature::boolean:
            return list.add_stored(static_cast<std::uint8_t>(v.as_boolean() ? 1 : 0));
        case Nature::integer:
            return list.add_stored(v.as_integer());
        case Nature::uinteger:
            return list.add_stored(v.as_uinteger());
        case Nature::floating:
            return list.add_stored(v.as_floating());
        case Nature::time:
            return list.add_stored(v.as_time().nanoseconds);
        default:
            return list.add(v.as_text());
    }
}

template <ColumnType kType, typename T>
Value boxed_element(const T& v) {
    if constexpr (kType == ColumnType::boolean) return Value::boolean(v != 0);
    if constexpr (kType == ColumnType::integer) return Value::integer(v);
    if constexpr (kType == ColumnType::uinteger) return Value::uinteger(v);
    if constexpr (kType == ColumnType::floating) return Value::floating(v);
    if constexpr (kType == ColumnType::string) return Value::string(v);
    if constexpr (kType == ColumnType::time) return Value::time({v});
}

}  // namespace

std::optional<Form> form_of(const Value& v) {
    if (v.nature() == Nature::duration) return kDurationForm;
    if (v.nature() == Nature::bytes) return kBytesForm;
    if (!v.is(Nature::array)) return std::nullopt;
    std::optional<ColumnType> type;
    for (const Value& element : v.as_array().elements()) {
        const auto of_element = table::column_type_of(element.nature());
        if (!of_element || (type && type != of_element)) return std::nullopt;
        type = of_element;
    }
    if (!type) return std::nullopt;
    return Form{Nature::array, *type};
}

Value stored(const Value& v) {
    if (v.is_null()) return Value::null(Nature::string);
    if (v.nature() == Nature::duration) return Value::string(stored(v.as_duration()).view());
    if (v.nature() == Nature::bytes) return Value::string(v.as_text());
    std::string text;
    ListWriter list(text);
    for (const Value& element : v.as_array().elements()) {
        if (element.is_null()) {
            list.add_null();
        } else {
            add(list, element);
        }
    }
    list.finish();
    return Value::string(text);
}

std::size_t List::size() const noexcept {
    if (array_ != nullptr) return array_->size();
    std::uint32_t count = 0;
    std::memcpy(&count, text_.data(), sizeof count);
    return count;
}

Value List::boxed() const {
    if (array_ != nullptr) return Value::object(Nature::array, array_);
    std::vector<Value> elements;
    elements.reserve(size());
    table::dispatch(element_, [&](auto type) {
        for_each_stored<type.value>([&](bool valid, const auto& v) {
            elements.push_back(valid ? boxed_element<type.value>(v)
                                     : Value::null(table::nature_of(element_)));
        });
    });
    return value::make_array(std::move(elements));
}

}  // namespace fluxi::vec
