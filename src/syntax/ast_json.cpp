#include "syntax/ast_json.hpp"

#include <nlohmann/json.hpp>

#include "base/overloaded.hpp"
#include "base/utf8.hpp"
#include "syntax/lexis.hpp"
#include "syntax/literals.hpp"
#include "syntax/operators.hpp"

namespace fluxi::syntax {

namespace {

using Json = nlohmann::ordered_json;
using base::Span;

class Converter {
  public:
    Converter(const base::SourceMap& sources, const File* file) : sources_(sources), file_(file) {}

    Json file(const File& file) {
        Json result = node("File", file.span);
        result["name"] = text(file.name);
        result["metadata"] = "parser-type=fluxi";
        result["package"] = nullptr;
        if (file.package) {
            Json clause = node("PackageClause", file.package->span);
            add_attributes(clause, file.package->attributes);
            clause["name"] = identifier(file.package->name);
            result["package"] = std::move(clause);
        }
        result["imports"] = Json::array();
        for (const ImportDecl& import : file.imports) {
            Json declaration = node("ImportDeclaration", import.span);
            add_attributes(declaration, import.attributes);
            declaration["as"] = import.alias ? identifier(*import.alias) : Json(nullptr);
            declaration["path"] = key(import.path);
            result["imports"].push_back(std::move(declaration));
        }
        result["body"] = statements(file.body);
        result["eof"] = comments_at(file.span.end);
        return result;
    }

    Json expr(const Expr& expr) {
        return std::visit([&](const auto& inner) { return convert(inner, expr.span); }, expr.node);
    }

  private:
    static std::string text(std::string_view value) { return base::to_valid_utf8(value); }

    Json place(std::uint32_t offset) const {
        const base::Position position = sources_.file(span_file_).position(offset);
        return {{"line", position.line}, {"column", position.column}};
    }

    Json comments_at(std::uint32_t offset) const {
        Json result = Json::array();
        if (file_ == nullptr) return result;
        for (const Comment& comment : file_->comments_before(offset)) {
            result.push_back({{"text", text(sources_.text(comment.span)) + '\n'}});
        }
        return result;
    }

    /// A list of the comments before a token of its own (a bracket, a comma), if there are any.
    void add_comments(Json& object, const char* key, std::uint32_t offset) const {
        Json comments = comments_at(offset);
        if (!comments.empty()) object[key] = std::move(comments);
    }

    Json node(const char* type, Span span) {
        span_file_ = span.file;
        const base::SourceFile& source = sources_.file(span.file);
        Json result = {{"type", type},
                       {"location",
                        {{"file", text(source.name())},
                         {"start", place(span.begin)},
                         {"end", place(span.end)}}}};
        add_comments(result, "comments", span.begin);
        return result;
    }

    /// A node made of others has the comments of its first token only once: in that token's node.
    Json outer(const char* type, Span span) {
        Json result = node(type, span);
        result.erase("comments");
        return result;
    }

    Json identifier(const Name& name) {
        Json result = node("Identifier", name.span);
        result["name"] = name.text;
        return result;
    }
    Json key(const Name& name) {
        if (!name.quoted) return identifier(name);
        Json result = node("StringLiteral", name.span);
        result["value"] = text(name.text);
        return result;
    }

    void add_attributes(Json& object, const std::vector<Attribute>& attributes) {
        for (const Attribute& attribute : attributes) {
            Json entry = node("Attribute", attribute.span);
            entry.erase("type");
            entry["name"] = attribute.name;
            for (const ExprPtr& argument : attribute.arguments) {
                entry["params"].push_back({{"type", "AttributeParam"}, {"value", expr(*argument)}});
            }
            object["attributes"].push_back(std::move(entry));
        }
    }

    // ---- statements

    Json statements(const std::vector<StmtPtr>& body) {
        Json result = Json::array();
        for (const StmtPtr& statement : body) {
            Json entry =
                std::visit([&](const auto& inner) { return convert(inner, statement->span); },
                           statement->node);
            add_attributes(entry, statement->attributes);
            result.push_back(std::move(entry));
        }
        return result;
    }

    Json block(const Block& block) {
        Json result = node("Block", block.span);
        result.erase("comments");
        add_comments(result, "lbrace", block.span.begin);
        result["body"] = statements(block.body);
        add_comments(result, "rbrace", block.span.end - 1);
        return result;
    }

    Json assignment(const Name& name, const Expr& init, Span span) {
        Json result = outer("VariableAssignment", span);
        result["id"] = identifier(name);
        result["init"] = expr(init);
        return result;
    }

    Json convert(const ExpressionStmt& statement, Span span) {
        Json result = outer("ExpressionStatement", span);
        result["expression"] = expr(*statement.expression);
        return result;
    }
    Json convert(const VariableStmt& statement, Span span) {
        return assignment(statement.name, *statement.init, span);
    }
    Json convert(const OptionStmt& statement, Span span) {
        Json result = node("OptionStatement", span);
        const Span inner{
            span.file,
            statement.package ? statement.package->span.begin : statement.name.span.begin,
            span.end};
        if (!statement.package) {
            result["assignment"] = assignment(statement.name, *statement.init, inner);
            return result;
        }
        Json member = outer("MemberExpression", join(statement.package->span, statement.name.span));
        member["object"] = identifier(*statement.package);
        member["property"] = identifier(statement.name);
        Json member_assignment = outer("MemberAssignment", inner);
        member_assignment["member"] = std::move(member);
        member_assignment["init"] = expr(*statement.init);
        result["assignment"] = std::move(member_assignment);
        return result;
    }
    Json convert(const ReturnStmt& statement, Span span) {
        Json result = node("ReturnStatement", span);
        result["argument"] = expr(*statement.argument);
        return result;
    }
    Json convert(const BuiltinStmt& statement, Span span) {
        Json result = node("BuiltinStatement", span);
        result["id"] = identifier(statement.name);
        Json type_expression = outer("TypeExpression", statement.type.span);
        type_expression["monotype"] = type(*statement.type.type);
        for (const TypeConstraint& constraint : statement.type.constraints) {
            Json entry = outer("TypeConstraint", constraint.span);
            entry["tvar"] = identifier(constraint.variable);
            for (const Name& kind : constraint.kinds) entry["kinds"].push_back(identifier(kind));
            type_expression["constraints"].push_back(std::move(entry));
        }
        result["ty"] = std::move(type_expression);
        return result;
    }
    Json convert(const TestcaseStmt& statement, Span span) {
        Json result = node("TestCaseStatement", span);
        result["id"] = identifier(statement.name);
        result["extends"] = statement.extends ? key(*statement.extends) : Json(nullptr);
        result["block"] = block(statement.body);
        return result;
    }
    Json convert(const BadStmt& statement, Span span) {
        Json result = node("BadStatement", span);
        result["text"] = text(statement.text);
        return result;
    }

    // ---- expressions

    Json with_value(const char* type, Span span, Json value) {
        Json result = node(type, span);
        result["value"] = std::move(value);
        return result;
    }

    Json convert(const IntegerLit& literal, Span span) {
        return with_value("IntegerLiteral", span, std::to_string(literal.value));
    }
    Json convert(const FloatLit& literal, Span span) {
        return with_value("FloatLiteral", span, literal.value);
    }
    Json convert(const StringLit& literal, Span span) {
        return with_value("StringLiteral", span, text(literal.value));
    }
    Json convert(const DurationLit& literal, Span span) {
        Json result = node("DurationLiteral", span);
        result["values"] = Json::array();
        for (const DurationPart& part : literal.parts) {
            result["values"].push_back(
                {{"magnitude", part.magnitude}, {"unit", unit_text(part.unit)}});
        }
        return result;
    }
    Json convert(const DateTimeLit& literal, Span span) {
        // The reference writes a date as the time at which it begins.
        const bool date = literal.text.find('T') == std::string::npos;
        return with_value("DateTimeLiteral", span, literal.text + (date ? "T00:00:00Z" : ""));
    }
    Json convert(const RegexLit& literal, Span span) {
        return with_value("RegexpLiteral", span, text(literal.pattern));
    }
    Json convert(const PipeLit&, Span span) { return node("PipeLiteral", span); }
    Json convert(const LabelLit& literal, Span span) {
        return with_value("LabelLiteral", span, text(literal.name));
    }
    Json convert(const Identifier& name, Span span) {
        Json result = node("Identifier", span);
        result["name"] = name.name;
        return result;
    }
    Json convert(const StringExpr& string, Span span) {
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
    /// The comments before the comma behind a list item that ends at `end`.
    void add_comma(Json& object, std::uint32_t end) {
        const std::string_view source = sources_.file(span_file_).text();
        const std::uint32_t comma = skip_blanks(source, end);
        if (source.substr(comma, 1) == ",") add_comments(object, "comma", comma);
    }
    Json convert(const ArrayExpr& array, Span span) {
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
    Json convert(const DictExpr& dict, Span span) {
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
    Json properties(const std::vector<Property>& list) {
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
    Json convert(const RecordExpr& record, Span span) {
        Json result = outer("ObjectExpression", span);
        add_comments(result, "lbrace", span.begin);
        if (record.with) result["with"] = expr(*record.with);
        result["properties"] = properties(record.properties);
        add_comments(result, "rbrace", span.end - 1);
        return result;
    }
    Json convert(const FunctionExpr& function, Span span) {
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
    Json convert(const UnaryExpr& unary, Span span) {
        Json result = node("UnaryExpression", span);
        result["operator"] = operator_text(unary.op);
        result["argument"] = expr(*unary.operand);
        return result;
    }
    Json two_sides(const char* type, Span span, Span op_span, std::string_view op, const Expr& left,
                   const Expr& right) {
        Json result = outer(type, span);
        add_comments(result, "comments", op_span.begin);
        result["operator"] = op;
        result["left"] = expr(left);
        result["right"] = expr(right);
        return result;
    }
    Json convert(const BinaryExpr& binary, Span span) {
        return two_sides("BinaryExpression", span, binary.op_span, operator_text(binary.op),
                         *binary.left, *binary.right);
    }
    Json convert(const LogicalExpr& logical, Span span) {
        return two_sides("LogicalExpression", span, logical.op_span, operator_text(logical.op),
                         *logical.left, *logical.right);
    }
    Json convert(const MemberExpr& member, Span span) {
        Json result = outer("MemberExpression", span);
        result["object"] = expr(*member.object);
        result["property"] = key(member.property);
        return result;
    }
    Json convert(const IndexExpr& index, Span span) {
        Json result = outer("IndexExpression", span);
        result["array"] = expr(*index.array);
        result["index"] = expr(*index.index);
        add_comments(result, "rbrack", span.end - 1);
        return result;
    }
    Json convert(const CallExpr& call, Span span) {
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
    Json convert(const PipeExpr& pipe, Span span) {
        Json result = outer("PipeExpression", span);
        add_comments(result, "comments", pipe.op_span.begin);
        result["argument"] = expr(*pipe.argument);
        result["call"] = expr(*pipe.call);
        return result;
    }
    Json convert(const ConditionalExpr& conditional, Span span) {
        Json result = outer("ConditionalExpression", span);
        add_comments(result, "tk_if", span.begin);
        result["test"] = expr(*conditional.test);
        result["consequent"] = expr(*conditional.consequent);
        result["alternate"] = expr(*conditional.alternate);
        return result;
    }
    Json convert(const ParenExpr& paren, Span span) {
        Json result = outer("ParenExpression", span);
        add_comments(result, "lparen", span.begin);
        result["expression"] = expr(*paren.inner);
        add_comments(result, "rparen", span.end - 1);
        return result;
    }
    Json convert(const BadExpr& bad, Span span) {
        Json result = node("BadExpression", span);
        result["text"] = text(bad.text);
        result["expression"] = nullptr;
        return result;
    }

    // ---- types

    Json type(const TypeExpr& type) {
        return std::visit([&](const auto& inner) { return convert_type(inner, type.span); },
                          type.node);
    }
    Json named_type(const char* kind, const std::string& name, Span span) {
        Json result = node(kind, span);
        result["name"] = {{"name", name}};
        return result;
    }
    Json convert_type(const NamedType& named, Span span) {
        return named_type("NamedType", named.name, span);
    }
    Json convert_type(const TypeVariable& variable, Span span) {
        return named_type("TvarType", variable.name, span);
    }
    Json convert_type(const DynamicType&, Span span) { return node("DynamicType", span); }
    Json convert_type(const LabelType& label, Span span) {
        return with_value("LabelType", span, label.name);
    }
    Json convert_type(const BadType& bad, Span span) {
        Json result = node("BadType", span);
        result["text"] = text(bad.text);
        return result;
    }
    Json element_type(const char* kind, const TypeExpr& element, Span span) {
        Json result = node(kind, span);
        result["element"] = type(element);
        return result;
    }
    Json convert_type(const ArrayType& array, Span span) {
        return element_type("ArrayType", *array.element, span);
    }
    Json convert_type(const StreamType& stream, Span span) {
        return element_type("StreamType", *stream.element, span);
    }
    Json convert_type(const VectorType& vector, Span span) {
        return element_type("VectorType", *vector.element, span);
    }
    Json convert_type(const DictType& dict, Span span) {
        Json result = node("DictType", span);
        result["key"] = type(*dict.key);
        result["val"] = type(*dict.value);
        return result;
    }
    Json convert_type(const RecordType& record, Span span) {
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
    Json convert_type(const FunctionType& function, Span span) {
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

    const base::SourceMap& sources_;
    const File* file_;
    base::FileId span_file_ = 0;
};

}  // namespace

std::string ast_json(const base::SourceMap& sources, const File& file, int indent) {
    return Converter(sources, &file).file(file).dump(indent);
}

std::string ast_json(const base::SourceMap& sources, const Expr& expr, int indent) {
    return Converter(sources, nullptr).expr(expr).dump(indent);
}

}  // namespace fluxi::syntax
