// The syntax tree of one Flux file: plain structs in std::variant, owned top-down by unique_ptr and
// not changed after the parser has built them. Every node has a span and a NodeId; ids are dense
// within a file (0 .. File::node_count - 1), so passes keep what they find in vectors beside the
// tree. Literals are converted already. Texts are copies, spans point into the SourceMap. Trees are
// never deeper than kMaxTreeHeight, so passes may recurse. Where the text was wrong there are Bad
// nodes and a diagnostic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/span.hpp"

namespace fluxi::syntax {

using NodeId = std::uint32_t;

/// No expression, statement or type has more levels below it than this; the parser refuses those.
inline constexpr std::size_t kMaxTreeHeight = 500;

struct Expr;
struct Stmt;
struct TypeExpr;
using ExprPtr = std::unique_ptr<Expr>;
using StmtPtr = std::unique_ptr<Stmt>;
using TypePtr = std::unique_ptr<TypeExpr>;

/// A name in a place that is not an expression: declared names, parameters, keys, members.
struct Name {
    NodeId id = 0;
    base::Span span{};
    std::string text{};
    bool quoted = false;  ///< written as a string: {"b c": 1}, r["b c"]; text is unescaped
};

/// A comment: `//` up to, not including, the line end. It belongs to the token that follows it.
struct Comment {
    base::Span span{};
    std::uint32_t next_token =
        0;  ///< byte offset of that token; the size of the text before the end
};

/// `@name` or `@name(a, b)` before a package clause, an import or a statement.
struct Attribute {
    base::Span span{};
    std::string name{};  ///< without the @
    std::vector<ExprPtr> arguments{};
    bool parens = false;
};

// ---- operators
// -----------------------------------------------------------------------------------

enum class UnaryOp : unsigned char { minus, plus, logical_not, exists };

enum class BinaryOp : unsigned char {
    power,
    multiply,
    divide,
    modulo,
    add,
    subtract,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    match,
    not_match,
    invalid,  ///< two operands side by side in parentheses, `(a b)`; a diagnostic was given
};

enum class LogicalOp : unsigned char { logical_and, logical_or };

// ---- expressions
// ---------------------------------------------------------------------------------

struct IntegerLit {
    std::int64_t value = 0;
};
struct FloatLit {
    double value = 0;
};
struct StringLit {
    std::string value{};
};  ///< unescaped, valid UTF-8

enum class DurationUnit : unsigned char { y, mo, w, d, h, m, s, ms, us, ns };
struct DurationPart {
    std::int64_t magnitude = 0;
    DurationUnit unit = DurationUnit::ns;
};
/// The parts as written, e.g. 1h30m; order and uniqueness of units are not checked.
struct DurationLit {
    std::vector<DurationPart> parts{};
};

/// Nanoseconds since the epoch, UTC (years outside of int64 wrap, as in the reference), and the
/// source text.
struct DateTimeLit {
    std::int64_t nanoseconds = 0;
    std::string text{};
};

/// The pattern without slashes, `\/` unescaped; checked to compile with RE2 after
/// named_groups_to_re2().
struct RegexLit {
    std::string pattern{};
};
struct PipeLit {};  ///< `<-`
struct LabelLit {
    std::string name{};
};  ///< `.name`
struct Identifier {
    std::string name{};
};

/// Text or `${expression}`; exactly one of the two is used, expression == nullptr means text.
struct StringPart {
    base::Span span{};
    std::string text{};
    ExprPtr expression{};
};
struct StringExpr {
    std::vector<StringPart> parts{};
};

struct ArrayExpr {
    std::vector<ExprPtr> elements{};
};

struct DictEntry {
    ExprPtr key{};
    ExprPtr value{};
};
struct DictExpr {
    std::vector<DictEntry> entries{};
};

/// `key: value` in a record or an argument list; value == nullptr is the shorthand `key`.
struct Property {
    NodeId id = 0;
    base::Span span{};
    Name key{};
    ExprPtr value{};
};
/// `{a: 1}`, `{r with a: 1}`. The name before `with` is an expression (always an Identifier).
struct RecordExpr {
    ExprPtr with{};
    std::vector<Property> properties{};
};

struct Block {
    NodeId id = 0;
    base::Span span{};  ///< with the braces
    std::vector<StmtPtr> body{};
};

struct Parameter {
    NodeId id = 0;
    base::Span span{};
    Name name{};
    ExprPtr default_value{};  ///< nullptr: required, or the pipe parameter
    bool pipe = false;        ///< `name=<-`
    base::Span pipe_span{};   ///< of the `<-`
};
/// Exactly one of `expression` and `block` is set. A record body stands in a ParenExpr.
struct FunctionExpr {
    std::vector<Parameter> parameters{};
    ExprPtr expression{};
    std::unique_ptr<Block> block{};
};

struct UnaryExpr {
    UnaryOp op{};
    base::Span op_span{};
    ExprPtr operand{};
};
struct BinaryExpr {
    BinaryOp op{};
    base::Span op_span{};
    ExprPtr left{};
    ExprPtr right{};
};
struct LogicalExpr {
    LogicalOp op{};
    base::Span op_span{};
    ExprPtr left{};
    ExprPtr right{};
};
struct MemberExpr {
    ExprPtr object{};
    Name property{};
};  ///< r.a, and r["a"] with property.quoted
struct IndexExpr {
    ExprPtr array{};
    ExprPtr index{};
};
struct CallExpr {
    ExprPtr callee{};
    std::vector<Property> arguments{};
    base::Span arguments_span{};  ///< with the parentheses
};
/// `argument |> call`; call is always a CallExpr.
struct PipeExpr {
    ExprPtr argument{};
    base::Span op_span{};
    ExprPtr call{};
};
struct ConditionalExpr {
    ExprPtr test{};
    ExprPtr consequent{};
    ExprPtr alternate{};
};
struct ParenExpr {
    ExprPtr inner{};
};
/// What could not be parsed; a diagnostic was given.
struct BadExpr {
    std::string text{};
};

struct Expr {
    NodeId id = 0;
    base::Span span{};
    std::variant<IntegerLit, FloatLit, StringLit, DurationLit, DateTimeLit, RegexLit, PipeLit,
                 LabelLit, Identifier, StringExpr, ArrayExpr, DictExpr, RecordExpr, FunctionExpr,
                 UnaryExpr, BinaryExpr, LogicalExpr, MemberExpr, IndexExpr, CallExpr, PipeExpr,
                 ConditionalExpr, ParenExpr, BadExpr>
        node{};
};

// ---- types
// ---------------------------------------------------------------------------------------

struct NamedType {
    std::string name{};
};  ///< int, string, …; an unknown name is found by check()
struct TypeVariable {
    std::string name{};
};  ///< any name of one byte
struct ArrayType {
    TypePtr element{};
};
struct StreamType {
    TypePtr element{};
};
struct VectorType {
    TypePtr element{};
};
struct DictType {
    TypePtr key{};
    TypePtr value{};
};
struct DynamicType {};
struct LabelType {
    std::string name{};
};  ///< `.name`

struct PropertyType {
    NodeId id = 0;
    base::Span span{};
    Name key{};
    TypePtr type{};
};
struct RecordType {
    std::optional<Name> extends{};  ///< the A of {A with a: int}
    std::vector<PropertyType> properties{};
};

enum class ParameterKind : unsigned char { required, optional, pipe };
struct ParameterType {
    NodeId id = 0;
    base::Span span{};
    ParameterKind kind = ParameterKind::required;
    Name name{};  ///< empty for the anonymous pipe parameter `<-: T`
    TypePtr type{};
    TypePtr default_label{};  ///< the LabelType of `?c: C = .label`, else nullptr
};
struct FunctionType {
    std::vector<ParameterType> parameters{};
    TypePtr result{};
};
struct BadType {
    std::string text{};
};

struct TypeExpr {
    NodeId id = 0;
    base::Span span{};
    std::variant<NamedType, TypeVariable, ArrayType, StreamType, VectorType, DictType, DynamicType,
                 LabelType, RecordType, FunctionType, BadType>
        node{};
};

/// `A: Addable + Divisible`
struct TypeConstraint {
    base::Span span{};
    Name variable{};
    std::vector<Name> kinds{};
};

/// A type with its `where` part, as after `builtin name :`.
struct ConstrainedType {
    base::Span span{};
    TypePtr type{};
    std::vector<TypeConstraint> constraints{};
};

// ---- statements
// ----------------------------------------------------------------------------------

struct ExpressionStmt {
    ExprPtr expression{};
};
struct VariableStmt {
    Name name{};
    ExprPtr init{};
};
/// `option name = init`, `option package.name = init`
struct OptionStmt {
    std::optional<Name> package{};
    Name name{};
    ExprPtr init{};
};
struct ReturnStmt {
    ExprPtr argument{};
};
struct BuiltinStmt {
    Name name{};
    ConstrainedType type{};
};
struct TestcaseStmt {
    Name name{};
    std::optional<Name> extends{};
    Block body{};
};  ///< extends is quoted
/// What could not be parsed; a diagnostic was given.
struct BadStmt {
    std::string text{};
};

struct Stmt {
    NodeId id = 0;
    base::Span span{};  ///< without the attributes
    std::vector<Attribute> attributes{};
    std::variant<ExpressionStmt, VariableStmt, OptionStmt, ReturnStmt, BuiltinStmt, TestcaseStmt,
                 BadStmt>
        node{};
};

// ---- file
// ----------------------------------------------------------------------------------------

struct PackageClause {
    NodeId id = 0;
    base::Span span{};
    std::vector<Attribute> attributes{};
    Name name{};
};

struct ImportDecl {
    NodeId id = 0;
    base::Span span{};
    std::vector<Attribute> attributes{};
    std::optional<Name> alias{};
    Name path{};  ///< quoted
};

struct File {
    base::Span span{};  ///< the whole text
    std::string name{};
    std::optional<PackageClause> package{};  ///< absent: package main
    std::vector<ImportDecl> imports{};
    std::vector<StmtPtr> body{};
    std::vector<Comment> comments{};  ///< all of the file, in order
    NodeId node_count = 0;

    /// The comments that stand between the token that begins at `offset` and the token before it.
    [[nodiscard]] std::span<const Comment> comments_before(std::uint32_t offset) const;
};

}  // namespace fluxi::syntax
