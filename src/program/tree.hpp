// The resolved tree: what lowering makes of the syntax tree and the only thing the evaluator and
// the lambda binder see. Names are gone: a reference says where its value is (frame slot, captured
// value, cell of a package). A Package owns the trees of its members; functions share their code
// with the closures made of them. Nodes are immutable but for the caches that remember what a call
// or a member access met last time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/span.hpp"
#include "syntax/ast.hpp"
#include "value/composite.hpp"
#include "value/function.hpp"
#include "value/value.hpp"

namespace fluxi::program {

class Package;
struct Expr;
struct FunctionCode;
using ExprPtr = std::unique_ptr<Expr>;
using syntax::BinaryOp;
using syntax::LogicalOp;
using syntax::UnaryOp;

struct Literal {
    value::Value value;
};
/// A parameter or a variable of the function being evaluated.
struct LocalRef {
    std::uint32_t slot = 0;
};
/// A variable of an enclosing function; its value is in the closure.
struct CaptureRef {
    std::uint32_t index = 0;
};
/// A top-level variable, option or builtin.
struct GlobalRef {
    const Package* package = nullptr;
    std::uint32_t cell = 0;
};
/// An imported package used as a value.
struct PackageRef {
    const Package* package = nullptr;
};
struct InterpolationPart {
    std::string text{};
    ExprPtr expression{};  ///< null: the part is text
};
struct Interpolation {
    std::vector<InterpolationPart> parts{};
};
struct ArrayLiteral {
    std::vector<ExprPtr> elements{};
};
struct DictLiteral {
    std::vector<std::pair<ExprPtr, ExprPtr>> entries{};
};
/// `shape` holds the written labels.
struct RecordLiteral {
    ExprPtr with{};
    value::Ref<value::Shape> shape{};
    std::vector<ExprPtr> values{};
    /// How the result is laid out for one shape of the base. Never changed once made.
    struct Layout final : value::Object {
        value::Ref<value::Shape> base{};
        value::Ref<value::Shape> result{};
        std::vector<std::uint32_t> places{};  ///< position in the result of each written value
    };
    mutable value::Ref<const Layout> layout{};
};
struct Unary {
    UnaryOp op{};
    ExprPtr operand{};
};
struct Binary {
    BinaryOp op{};
    ExprPtr left{};
    ExprPtr right{};
};
struct Logical {
    LogicalOp op{};
    ExprPtr left{};
    ExprPtr right{};
};
struct Conditional {
    ExprPtr test{};
    ExprPtr consequent{};
    ExprPtr alternate{};
};
struct Member {
    ExprPtr object{};
    std::string label{};
    mutable value::Ref<value::Shape> shape{};
    mutable std::size_t position = 0;
};
struct Index {
    ExprPtr array{};
    ExprPtr index{};
};
struct Argument {
    std::string name{};
    ExprPtr value{};
    base::Span span{};
};
struct Call {
    ExprPtr callee{};
    std::vector<Argument> arguments{};
    ExprPtr pipe{};      ///< what is piped in, or null
    std::string name{};  ///< for the call stack; "<anonymous function>" for a called literal
    /// Which parameter each argument goes to, the piped one last, for one callee. Never changed
    /// once made.
    struct Binding final : value::Object {
        const void* callee = nullptr;  ///< identity of the parameter list
        std::vector<std::uint32_t> places{};
    };
    mutable value::Ref<const Binding> binding{};
};
struct FunctionLiteral {
    std::shared_ptr<const FunctionCode> code{};
};
/// A name that is not defined, or text that could not be parsed: fails when it is evaluated.
struct Invalid {
    std::string message{};
};

struct Expr {
    base::Span span{};
    syntax::NodeId id = 0;
    std::variant<Literal, LocalRef, CaptureRef, GlobalRef, PackageRef, Interpolation, ArrayLiteral,
                 DictLiteral, RecordLiteral, Unary, Binary, Logical, Conditional, Member, Index,
                 Call, FunctionLiteral, Invalid>
        node{Invalid{}};
};

/// A statement of a function body: `slot = value`, or an expression whose value is dropped.
struct LocalStatement {
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
    std::uint32_t slot = kNone;
    ExprPtr value{};
};

/// Where a closure finds a captured value when it is made.
struct Capture {
    bool from_local = true;  ///< a slot of the enclosing function, else one of its own captures
    std::uint32_t index = 0;
};

struct FunctionCode {
    base::Span span{};
    std::vector<value::Parameter> parameters{};  ///< in source order; parameter i is in slot i
    std::vector<ExprPtr> defaults{};             ///< by parameter, null where there is none
    std::uint32_t slots = 0;                     ///< parameters and variables
    std::vector<Capture> captures{};
    std::vector<LocalStatement> statements{};
    ExprPtr result{};
    /// The function's type as `display` prints it; set once inference has run.
    std::function<std::string()> type_text{};
};

}  // namespace fluxi::program
