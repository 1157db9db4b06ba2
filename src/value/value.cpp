#include "value/value.hpp"

#include "value/composite.hpp"
#include "value/function.hpp"
#include "value/regexp_object.hpp"

namespace fluxi::value {

std::string_view nature_name(Nature nature) {
    switch (nature) {
        case Nature::none:
            return "invalid";
        case Nature::boolean:
            return "bool";
        case Nature::integer:
            return "int";
        case Nature::uinteger:
            return "uint";
        case Nature::floating:
            return "float";
        case Nature::string:
            return "string";
        case Nature::bytes:
            return "bytes";
        case Nature::time:
            return "time";
        case Nature::duration:
            return "duration";
        case Nature::regexp:
            return "regexp";
        case Nature::array:
            return "array";
        case Nature::record:
            return "record";
        case Nature::dict:
            return "dictionary";
        case Nature::function:
            return "function";
        case Nature::stream:
            return "stream";
        case Nature::dynamic:
            return "dynamic";
        case Nature::label:
            return "label";
    }
    return "invalid";
}

const Array& Value::as_array() const noexcept {
    return *static_cast<const Array*>(object());
}
const Record& Value::as_record() const noexcept {
    return *static_cast<const Record*>(object());
}
const Dict& Value::as_dict() const noexcept {
    return *static_cast<const Dict*>(object());
}
const Function& Value::as_function() const noexcept {
    return *static_cast<const Function*>(object());
}
const Dynamic& Value::as_dynamic() const noexcept {
    return *static_cast<const Dynamic*>(object());
}
const RegexpObject& Value::as_regexp() const noexcept {
    return *static_cast<const RegexpObject*>(object());
}

Function::Function(std::vector<Parameter> parameters) : parameters_(std::move(parameters)) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (parameters_[i].pipe) pipe_ = i;
    }
}

std::size_t Function::find_parameter(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (parameters_[i].name == name) return i;
    }
    return npos;
}

}  // namespace fluxi::value
