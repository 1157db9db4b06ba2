// Private to ast_json: one node of the syntax tree after the other as JSON. A Converter lives for
// one call and borrows the sources and the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/source.hpp"
#include "base/utf8.hpp"
#include "syntax/ast.hpp"

namespace fluxi::syntax::ast_json_detail {

using Json = nlohmann::ordered_json;
using base::Span;

class Converter {
  public:
    Converter(const base::SourceMap& sources, const File* file) : sources_(sources), file_(file) {}
    Json file(const File& file);
    Json expr(const Expr& expr);

  private:
    static std::string text(std::string_view value) { return base::to_valid_utf8(value); }
    Json place(std::uint32_t offset) const;
    Json comments_at(std::uint32_t offset) const;
    /// A list of the comments before a token of its own (a bracket, a comma), if there are any.
    void add_comments(Json& object, const char* key, std::uint32_t offset) const;
    Json node(const char* type, Span span);
    /// A node made of others has the comments of its first token only once: in that token's node.
    Json outer(const char* type, Span span);
    Json identifier(const Name& name);
    Json key(const Name& name);
    void add_attributes(Json& object, const std::vector<Attribute>& attributes);
    Json statements(const std::vector<StmtPtr>& body);
    Json block(const Block& block);
    Json assignment(const Name& name, const Expr& init, Span span);

    // statements
    Json convert(const ExpressionStmt& statement, Span span);
    Json convert(const VariableStmt& statement, Span span);
    Json convert(const OptionStmt& statement, Span span);
    Json convert(const ReturnStmt& statement, Span span);
    Json convert(const BuiltinStmt& statement, Span span);
    Json convert(const TestcaseStmt& statement, Span span);
    Json convert(const BadStmt& statement, Span span);

    // expressions
    Json with_value(const char* type, Span span, Json value);
    Json convert(const IntegerLit& literal, Span span);
    Json convert(const FloatLit& literal, Span span);
    Json convert(const StringLit& literal, Span span);
    Json convert(const DurationLit& literal, Span span);
    Json convert(const DateTimeLit& literal, Span span);
    Json convert(const RegexLit& literal, Span span);
    Json convert(const PipeLit&, Span span);
    Json convert(const LabelLit& literal, Span span);
    Json convert(const Identifier& name, Span span);
    Json convert(const StringExpr& string, Span span);
    /// The comments before the comma behind a list item that ends at `end`.
    void add_comma(Json& object, std::uint32_t end);
    Json convert(const ArrayExpr& array, Span span);
    Json convert(const DictExpr& dict, Span span);
    Json properties(const std::vector<Property>& list);
    Json convert(const RecordExpr& record, Span span);
    Json convert(const FunctionExpr& function, Span span);
    Json convert(const UnaryExpr& unary, Span span);
    Json two_sides(const char* type, Span span, Span op_span, std::string_view op, const Expr& left,
                   const Expr& right);
    Json convert(const BinaryExpr& binary, Span span);
    Json convert(const LogicalExpr& logical, Span span);
    Json convert(const MemberExpr& member, Span span);
    Json convert(const IndexExpr& index, Span span);
    Json convert(const CallExpr& call, Span span);
    Json convert(const PipeExpr& pipe, Span span);
    Json convert(const ConditionalExpr& conditional, Span span);
    Json convert(const ParenExpr& paren, Span span);
    Json convert(const BadExpr& bad, Span span);

    // types
    Json type(const TypeExpr& type);
    Json named_type(const char* kind, const std::string& name, Span span);
    Json convert_type(const NamedType& named, Span span);
    Json convert_type(const TypeVariable& variable, Span span);
    Json convert_type(const DynamicType&, Span span);
    Json convert_type(const LabelType& label, Span span);
    Json convert_type(const BadType& bad, Span span);
    Json element_type(const char* kind, const TypeExpr& element, Span span);
    Json convert_type(const ArrayType& array, Span span);
    Json convert_type(const StreamType& stream, Span span);
    Json convert_type(const VectorType& vector, Span span);
    Json convert_type(const DictType& dict, Span span);
    Json convert_type(const RecordType& record, Span span);
    Json convert_type(const FunctionType& function, Span span);

    const base::SourceMap& sources_;
    const File* file_;
    base::FileId span_file_ = 0;
};

}  // namespace fluxi::syntax::ast_json_detail
