#include "syntax/ast_json_converter.hpp"

namespace fluxi::syntax::ast_json_detail {

Json Converter::file(const File& file) {
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

Json Converter::expr(const Expr& expr) {
    return std::visit([&](const auto& inner) { return convert(inner, expr.span); }, expr.node);
}

Json Converter::place(std::uint32_t offset) const {
    const base::Position position = sources_.file(span_file_).position(offset);
    return {{"line", position.line}, {"column", position.column}};
}

Json Converter::comments_at(std::uint32_t offset) const {
    Json result = Json::array();
    if (file_ == nullptr) return result;
    for (const Comment& comment : file_->comments_before(offset)) {
        result.push_back({{"text", text(sources_.text(comment.span)) + '\n'}});
    }
    return result;
}

void Converter::add_comments(Json& object, const char* key, std::uint32_t offset) const {
    Json comments = comments_at(offset);
    if (!comments.empty()) object[key] = std::move(comments);
}

Json Converter::node(const char* type, Span span) {
    span_file_ = span.file;
    const base::SourceFile& source = sources_.file(span.file);
    Json result = {
        {"type", type},
        {"location",
         {{"file", text(source.name())}, {"start", place(span.begin)}, {"end", place(span.end)}}}};
    add_comments(result, "comments", span.begin);
    return result;
}

Json Converter::outer(const char* type, Span span) {
    Json result = node(type, span);
    result.erase("comments");
    return result;
}

Json Converter::identifier(const Name& name) {
    Json result = node("Identifier", name.span);
    result["name"] = name.text;
    return result;
}

Json Converter::key(const Name& name) {
    if (!name.quoted) return identifier(name);
    Json result = node("StringLiteral", name.span);
    result["value"] = text(name.text);
    return result;
}

void Converter::add_attributes(Json& object, const std::vector<Attribute>& attributes) {
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

Json Converter::statements(const std::vector<StmtPtr>& body) {
    Json result = Json::array();
    for (const StmtPtr& statement : body) {
        Json entry = std::visit([&](const auto& inner) { return convert(inner, statement->span); },
                                statement->node);
        add_attributes(entry, statement->attributes);
        result.push_back(std::move(entry));
    }
    return result;
}

Json Converter::block(const Block& block) {
    Json result = node("Block", block.span);
    result.erase("comments");
    add_comments(result, "lbrace", block.span.begin);
    result["body"] = statements(block.body);
    add_comments(result, "rbrace", block.span.end - 1);
    return result;
}

Json Converter::assignment(const Name& name, const Expr& init, Span span) {
    Json result = outer("VariableAssignment", span);
    result["id"] = identifier(name);
    result["init"] = expr(init);
    return result;
}

Json Converter::convert(const ExpressionStmt& statement, Span span) {
    Json result = outer("ExpressionStatement", span);
    result["expression"] = expr(*statement.expression);
    return result;
}

Json Converter::convert(const VariableStmt& statement, Span span) {
    return assignment(statement.name, *statement.init, span);
}

Json Converter::convert(const OptionStmt& statement, Span span) {
    Json result = node("OptionStatement", span);
    const Span inner{span.file,
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

Json Converter::convert(const ReturnStmt& statement, Span span) {
    Json result = node("ReturnStatement", span);
    result["argument"] = expr(*statement.argument);
    return result;
}

Json Converter::convert(const BuiltinStmt& statement, Span span) {
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

Json Converter::convert(const TestcaseStmt& statement, Span span) {
    Json result = node("TestCaseStatement", span);
    result["id"] = identifier(statement.name);
    result["extends"] = statement.extends ? key(*statement.extends) : Json(nullptr);
    result["block"] = block(statement.body);
    return result;
}

Json Converter::convert(const BadStmt& statement, Span span) {
    Json result = node("BadStatement", span);
    result["text"] = text(statement.text);
    return result;
}

}  // namespace fluxi::syntax::ast_json_detail
