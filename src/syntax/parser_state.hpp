// What the actions of the parser work on: stacks of finished nodes and of open constructs. A rule
// that has matched takes its parts from the stacks and puts its node there. When a statement
// breaks, the stacks are cut back to what they were at its beginning, so no half-built node is ever
// left behind. Private to parser.cpp and its parts.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "syntax/ast.hpp"
#include "syntax/operators.hpp"
#include "syntax/parser_errors.hpp"

namespace fluxi::syntax {

/// Unwinds to the statement that broke; the diagnostic was given already.
struct SyntaxError {
    std::uint32_t at = 0;
};

/// How many statements may break before the parser gives up: a bound for the work on hopeless
/// texts.
inline constexpr std::size_t kMaxBrokenStatements = 100;
/// How deep expressions, blocks and types may be nested (the reference allows 80).
inline constexpr std::size_t kMaxNesting = 100;

template <typename T>
struct Built {
    T node{};
    std::uint32_t height = 0;  ///< levels of the tree below it
    std::uint32_t stages = 0;  ///< pipes in a row that it ends
};

/// So many stages of a pipeline count as one level: pipelines are long, and passes walk them
/// cheaply.
inline constexpr std::uint32_t kStagesPerLevel = 4;

/// Heights of all stacks.
struct Sizes {
    std::size_t exprs = 0, names = 0, properties = 0, parameters = 0, parts = 0, statements = 0;
    std::size_t blocks = 0, types = 0, property_types = 0, parameter_types = 0, constraints = 0;
    std::size_t attributes = 0, operators = 0, frames = 0;
};

struct Frame {
    FrameKind kind = FrameKind::function;
    base::Span open{};
    Sizes at{};
    std::uint32_t height = 0;  ///< of the highest part taken so far
    std::optional<Name> extends{};
};

struct PendingOperator {
    const InfixOperator* infix = nullptr;  ///< one of the two
    const PrefixOperator* prefix = nullptr;
    base::Span span{};
    [[nodiscard]] Precedence precedence() const {
        return infix != nullptr ? infix->precedence : prefix->precedence;
    }
};

class ParserState {
  public:
    ParserState(std::string_view text, base::FileId file_id, base::Diagnostics& diagnostics)
        : text(text), file_id(file_id), diagnostics(diagnostics) {}

    // ---- places
    [[nodiscard]] base::Span span(const char* begin, const char* end) const {
        return {file_id, static_cast<std::uint32_t>(begin - text.data()),
                static_cast<std::uint32_t>(end - text.data())};
    }
    template <typename Input>
    [[nodiscard]] base::Span span(const Input& in) const {
        return span(in.begin(), in.end());
    }
    [[nodiscard]] std::string_view text_of(base::Span place) const {
        return text.substr(place.begin, place.end - place.begin);
    }

    // ---- errors
    /// Reports what did not match and leaves the statement.
    [[noreturn]] void fault(Expect expected, std::uint32_t at);
    base::Diagnostic& error(base::Code code, base::Span place, std::string message,
                            std::string label = {});
    /// Enters one level of nesting; the guard leaves it.
    void enter(std::uint32_t at);
    void leave() { --nesting; }

    // ---- stacks
    [[nodiscard]] Sizes sizes() const;
    void cut_back(const Sizes& sizes);
    void open(FrameKind kind, base::Span place) { frames.push_back({kind, place, sizes(), 0, {}}); }
    Frame close() {
        Frame frame = std::move(frames.back());
        frames.pop_back();
        return frame;
    }
    Frame& frame() { return frames.back(); }
    NodeId next_id() { return node_count++; }

    /// Refuses a node that would make the tree higher than kMaxTreeHeight.
    std::uint32_t height_above(std::uint32_t height, base::Span place);

    template <typename Node>
    void push(base::Span place, Node node, std::uint32_t height_below = 0) {
        const std::uint32_t height = height_above(height_below, place);
        auto expr = std::make_unique<Expr>();
        expr->id = next_id();
        expr->span = place;
        expr->node = std::move(node);
        exprs.push_back({std::move(expr), height});
    }
    Built<ExprPtr> pop() { return take_last(exprs); }
    /// Pops an expression whose height counts for the innermost construct.
    ExprPtr pop_part() {
        Built<ExprPtr> part = pop();
        frame().height = std::max(frame().height, part.height);
        return std::move(part.node);
    }

    template <typename Node>
    void push_type(base::Span place, Node node, std::uint32_t height_below = 0) {
        const std::uint32_t height = height_above(height_below, place);
        auto type = std::make_unique<TypeExpr>();
        type->id = next_id();
        type->span = place;
        type->node = std::move(node);
        types.push_back({std::move(type), height});
    }
    Built<TypePtr> pop_type() { return take_last(types); }
    TypePtr pop_type_part() {
        Built<TypePtr> part = pop_type();
        frame().height = std::max(frame().height, part.height);
        return std::move(part.node);
    }

    template <typename Node>
    void push_statement(base::Span place, Node node, std::uint32_t height_below = 0) {
        const std::uint32_t height = height_above(height_below, place);
        auto statement = std::make_unique<Stmt>();
        statement->id = next_id();
        statement->span = place;
        statement->attributes = take_from(attributes, items.back().attributes);
        statement->node = std::move(node);
        statements.push_back({std::move(statement), height});
    }

    template <typename T>
    static T take_last(std::vector<T>& stack) {
        T last = std::move(stack.back());
        stack.pop_back();
        return last;
    }
    template <typename T>
    static std::vector<T> take_from(std::vector<T>& stack, std::size_t first) {
        const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(first);
        std::vector<T> taken(std::make_move_iterator(begin), std::make_move_iterator(stack.end()));
        stack.erase(begin, stack.end());
        return taken;
    }
    /// The nodes above `first`, raising `height` to the highest of them.
    template <typename T>
    static std::vector<T> take_nodes(std::vector<Built<T>>& stack, std::size_t first,
                                     std::uint32_t& height) {
        std::vector<T> taken;
        taken.reserve(stack.size() - first);
        for (std::size_t i = first; i < stack.size(); ++i) {
            height = std::max(height, stack[i].height);
            taken.push_back(std::move(stack[i].node));
        }
        stack.resize(first);
        return taken;
    }

    void add_comment(base::Span place);

    std::string_view text;
    base::FileId file_id;
    base::Diagnostics& diagnostics;

    std::vector<Built<ExprPtr>> exprs;
    std::vector<Name> names;
    std::vector<Property> properties;
    std::vector<Parameter> parameters;
    std::vector<StringPart> parts;
    std::vector<Built<StmtPtr>> statements;
    std::vector<Built<std::unique_ptr<Block>>> blocks;
    std::vector<Built<TypePtr>> types;
    std::vector<PropertyType> property_types;
    std::vector<ParameterType> parameter_types;
    std::vector<TypeConstraint> constraints;
    std::vector<Attribute> attributes;
    std::vector<PendingOperator> operators;
    std::vector<Frame> frames;

    /// The sizes at the beginning of each statement that is being parsed, and where it begins.
    std::vector<Sizes> items;
    std::vector<std::uint32_t> item_begins;
    std::size_t operator_base = 0;  ///< first pending operator of the operation being parsed
    std::optional<ConstrainedType> constrained{};

    // Set by the last part of a property or parameter, read by the rule around it at once.
    bool value_given = false;
    bool pipe_given = false;
    base::Span pipe_place{};
    std::string plain{};

    std::vector<Comment> comments;
    std::optional<PackageClause> package{};
    std::vector<ImportDecl> imports;
    NodeId node_count = 0;
    std::size_t nesting = 0;
    std::size_t broken = 0;
    /// Whether all errors so far say that the text ends too early.
    bool only_early_end = true;
};

}  // namespace fluxi::syntax
