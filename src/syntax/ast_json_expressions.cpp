#include "syntax/ast_json_converter.hpp"

#include "syntax/lexis.hpp"
#include "syntax/literals.hpp"
#include "syntax/operators.hpp"

namespace fluxi::syntax::ast_json_detail {

Json Converter::with_value(const char* type, Span span, Json value) {
    Json result = node(type, span);
    result["value"] = std::move(value);
    return result;
}

Json Converter::convert(const IntegerLit& literal, Span span) {
    return with_value("IntegerLiteral", span, std::to_string(literal.value));
}

Json Converter::convert(const FloatLit& literal, Span span) {
    return with_value("FloatLiteral", span, literal.value);
}

Json Converter::convert(const StringLit& literal, Span span) {
    return with_value("StringLiteral", span, text(literal.value));
}

Json Converter::convert(const DurationLit& literal, Span span) {
    Json result = node("DurationLiteral", span);
    result["values"] = Json::array();
    for (const DurationPart& part : literal.parts) {
        result["values"].push_back({{"magnitude", part.magnitude}, {"unit", unit_text(part.unit)}});
    }
    return result;
}

Json Converter::convert(const DateTimeLit& literal, Span span) {
    // The reference writes a date as the time at which it begins.
    const bool date = literal.text.find('T') == std::string::npos;
    return with_value("DateTimeLiteral", span, literal.text + (date ? "T00:00:00Z" : ""));
}

Json Converter::convert(const RegexLit& literal, Span span) {
    return with_value("RegexpLiteral", span, text(literal.pattern));
}

Json Converter::convert(const PipeLit&, Span span) {
    return node("PipeLiteral", span);
}

Json Converter::convert(const LabelLit& literal, Span span) {
    return with_value("LabelLiteral", span, text(literal.name));
}

Json Converter::convert(const Identifier& name, Span span) {
    Json result = node("Identifier", span);
    result["name"] = name.name;
    return result;
}

Json Converter::convert(const StringExpr& string, Span span) {
    Json result = node("StringExpression", span);
    result["parts"] = Json::array();
    for (const StringPart& part : string.parts) {
        Json entry = outer(part.expression ? "InterpolatedPart" : "TextPart", part.span);
        if (part.expression) {
            entry["expression"] = expr(*part.expression);
        } else {
            entry["value"] = text(part.text);
        }
        result["parts"].push_back(std::move(entry));
    }
    return result;
}

void Converter::add_comma(Json& object, std::uint32_t end) {
    const std::string_view source = sources_.file(span_file_).text();
    const std::uint32_t comma = skip_blanks(source, end);
    if (source.substr(comma, 1) == ",") add_comments(object, "comma", comma);
}

Json Converter::convert(const ArrayExpr& array, Span span) {
    Json result = outer("ArrayExpression", span);
    add_comments(result, "lbrack", span.begin);
    result["elements"] = Json::array();
    for (const ExprPtr& element : array.elements) {
        Json entry = expr(*element);
        add_comma(entry, element->span.end);
        result["elements"].push_back(std::move(entry));
    }
    add_comments(result, "rbrack", span.end - 1);
    return result;
}

Json Converter::convert(const DictExpr& dict, Span span) {
    Json result = outer("DictExpression", span);
    add_comments(result, "lbrack", span.begin);
    result["elements"] = Json::array();
    for (const DictEntry& entry : dict.entries) {
        Json item = {{"key", expr(*entry.key)}, {"val", expr(*entry.value)}};
        add_comma(item, entry.value->span.end);
        result["elements"].push_back(std::move(item));
    }
    add_comments(result, "rbrack", span.end - 1);
    return result;
}

Json Converter::properties(const std::vector<Property>& list) {
    Json result = Json::array();
    for (const Property& property : list) {
        Json entry = outer("Property", property.span);
        entry["key"] = key(property.key);
        entry["value"] = property.value ? expr(*property.value) : Json(nullptr);
        add_comma(entry, property.span.end);
        result.push_back(std::move(entry));
    }
    return result;
}

Json Converter::convert(const RecordExpr& record, Span span) {
    Json result = outer("ObjectExpression", span);
    add_comments(result, "lbrace", span.begin);
    if (record.with) result["with"] = expr(*record.with);
    result["properties"] = properties(record.properties);
    add_comments(result, "rbrace", span.end - 1);
    return result;
}

Json Converter::convert(const FunctionExpr& function, Span span) {
    Json result = outer("FunctionExpression", span);
    add_comments(result, "lparen", span.begin);
    result["params"] = Json::array();
    for (const Parameter& parameter : function.parameters) {
        Json entry = outer("Property", parameter.span);
        entry["key"] = identifier(parameter.name);
        entry["value"] = nullptr;
        if (parameter.pipe) entry["value"] = node("PipeLiteral", parameter.pipe_span);
        if (parameter.default_value) entry["value"] = expr(*parameter.default_value);
        add_comma(entry, parameter.span.end);
        result["params"].push_back(std::move(entry));
    }
    result["body"] = function.block ? block(*function.block) : expr(*function.expression);
    return result;
}

Json Converter::convert(const UnaryExpr& unary, Span span) {
    Json result = node("UnaryExpression", span);
    result["operator"] = operator_text(unary.op);
    result["argument"] = expr(*unary.operand);
    return result;
}

Json Converter::two_sides(const char* type, Span span, Span op_span, std::string_view op,
                          const Expr& left, const Expr& right) {
    Json result = outer(type, span);
    add_comments(result, "comments", op_span.begin);
    result["operator"] = op;
    result["left"] = expr(left);
    result["right"] = expr(right);
    return result;
}

Json Converter::convert(const BinaryExpr& binary, Span span) {
    return two_sides("BinaryExpression", span, binary.op_span, operator_text(binary.op),
                     *binary.left, *binary.right);
}

Json Converter::convert(const LogicalExpr& logical, Span span) {
    return two_sides("LogicalExpression", span, logical.op_span, operator_text(logical.op),
                     *logical.left, *logical.right);
}

Json Converter::convert(const MemberExpr& member, Span span) {
    Json result = outer("MemberExpression", span);
    result["object"] = expr(*member.object);
    result["property"] = key(member.property);
    return result;
}

Json Converter::convert(const IndexExpr& index, Span span) {
    Json result = outer("IndexExpression", span);
    result["array"] = expr(*index.array);
    result["index"] = expr(*index.index);
    add_comments(result, "rbrack", span.end - 1);
    return result;
}

Json Converter::convert(const CallExpr& call, Span span) {
    Json result = outer("CallExpression", span);
    result["callee"] = expr(*call.callee);
    result["arguments"] = Json::array();
    if (!call.arguments.empty()) {
        const Span whole = join(call.arguments.front().span, call.arguments.back().span);
        Json object = outer("ObjectExpression", whole);
        object["properties"] = properties(call.arguments);
        result["arguments"].push_back(std::move(object));
    }
    if (call.arguments_span.end > call.arguments_span.begin) {
        add_comments(result, "lparen", call.arguments_span.begin);
        add_comments(result, "rparen", call.arguments_span.end - 1);
    }
    return result;
}

Json Converter::convert(const PipeExpr& pipe, Span span) {
    Json result = outer("PipeExpression", span);
    add_comments(result, "comments", pipe.op_span.begin);
    result["argument"] = expr(*pipe.argument);
    result["call"] = expr(*pipe.call);
    return result;
}

Json Converter::convert(const ConditionalExpr& conditional, Span span) {
    Json result = outer("ConditionalExpression", span);
    add_comments(result, "tk_if", span.begin);
    result["test"] = expr(*conditional.test);
    result["consequent"] = expr(*conditional.consequent);
    result["alternate"] = expr(*conditional.alternate);
    return result;
}

Json Converter::convert(const ParenExpr& paren, Span span) {
    Json result = outer("ParenExpression", span);
    add_comments(result, "lparen", span.begin);
    result["expression"] = expr(*paren.inner);
    add_comments(result, "rparen", span.end - 1);
    return result;
}

Json Converter::convert(const BadExpr& bad, Span span) {
    Json result = node("BadExpression", span);
    result["text"] = text(bad.text);
    result["expression"] = nullptr;
    return result;
}

}  // namespace fluxi::syntax::ast_json_detail
