#include "syntax/ast_json_converter.hpp"

namespace fluxi::syntax::ast_json_detail {

Json Converter::type(const TypeExpr& type) {
    return std::visit([&](const auto& inner) { return convert_type(inner, type.span); }, type.node);
}

Json Converter::named_type(const char* kind, const std::string& name, Span span) {
    Json result = node(kind, span);
    result["name"] = {{"name", name}};
    return result;
}

Json Converter::convert_type(const NamedType& named, Span span) {
    return named_type("NamedType", named.name, span);
}

Json Converter::convert_type(const TypeVariable& variable, Span span) {
    return named_type("TvarType", variable.name, span);
}

Json Converter::convert_type(const DynamicType&, Span span) {
    return node("DynamicType", span);
}

Json Converter::convert_type(const LabelType& label, Span span) {
    return with_value("LabelType", span, label.name);
}

Json Converter::convert_type(const BadType& bad, Span span) {
    Json result = node("BadType", span);
    result["text"] = text(bad.text);
    return result;
}

Json Converter::element_type(const char* kind, const TypeExpr& element, Span span) {
    Json result = node(kind, span);
    result["element"] = type(element);
    return result;
}

Json Converter::convert_type(const ArrayType& array, Span span) {
    return element_type("ArrayType", *array.element, span);
}

Json Converter::convert_type(const StreamType& stream, Span span) {
    return element_type("StreamType", *stream.element, span);
}

Json Converter::convert_type(const VectorType& vector, Span span) {
    return element_type("VectorType", *vector.element, span);
}

Json Converter::convert_type(const DictType& dict, Span span) {
    Json result = node("DictType", span);
    result["key"] = type(*dict.key);
    result["val"] = type(*dict.value);
    return result;
}

Json Converter::convert_type(const RecordType& record, Span span) {
    Json result = node("RecordType", span);
    if (record.extends) result["tvar"] = identifier(*record.extends);
    result["properties"] = Json::array();
    for (const PropertyType& property : record.properties) {
        Json entry = outer("PropertyType", property.span);
        entry["name"] = key(property.key);
        entry["monotype"] = type(*property.type);
        result["properties"].push_back(std::move(entry));
    }
    return result;
}

Json Converter::convert_type(const FunctionType& function, Span span) {
    Json result = node("FunctionType", span);
    result["parameters"] = Json::array();
    for (const ParameterType& parameter : function.parameters) {
        const char* kind = parameter.kind == ParameterKind::required   ? "Required"
                           : parameter.kind == ParameterKind::optional ? "Optional"
                                                                       : "Pipe";
        Json entry = outer(kind, parameter.span);
        if (!parameter.name.text.empty()) entry["name"] = identifier(parameter.name);
        entry["monotype"] = type(*parameter.type);
        if (parameter.default_label) entry["default"] = type(*parameter.default_label);
        result["parameters"].push_back(std::move(entry));
    }
    result["monotype"] = type(*function.result);
    return result;
}

}  // namespace fluxi::syntax::ast_json_detail
