#include "syntax/ast_text.hpp"

#include <algorithm>
#include <cctype>
#include <utility>
#include <variant>

#include <fmt/core.h>

#include "base/overloaded.hpp"
#include "syntax/literals.hpp"
#include "syntax/operators.hpp"

namespace fluxi::syntax {

namespace {

/// Texts in quotes, with what would break the line escaped.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        switch (c) {
            case '\n':
                result += "\\n";
                break;
            case '\r':
                result += "\\r";
                break;
            case '\t':
                result += "\\t";
                break;
            case '"':
                result += "\\\"";
                break;
            case '\\':
                result += "\\\\";
                break;
            default:
                result.push_back(c);
        }
    }
    return result + '"';
}

std::string label(const Name& name) {
    return name.quoted ? quoted(name.text) : name.text;
}

/// The name of a label literal or type, in quotes where it cannot have been written without.
std::string label(const std::string& name) {
    const bool word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '_' || byte >= 0x80 || std::isalnum(byte) != 0;
    });
    return word ? name : quoted(name);
}

class Printer {
  public:
    explicit Printer(const base::SourceMap& sources) : sources_(sources) {}

    void file(const File& file) {
        const Level level(*this, "File", {}, file.span);
        if (file.package) {
            attributes(file.package->attributes);
            leaf("PackageClause", file.package->name.text, file.package->span);
        }
        for (const ImportDecl& import : file.imports) {
            attributes(import.attributes);
            std::string detail = import.alias ? import.alias->text + ' ' : std::string();
            leaf("ImportDeclaration", detail + quoted(import.path.text), import.span);
        }
        for (const StmtPtr& child : file.body) statement(*child);
        for (const Comment& comment : file.comments) {
            leaf("Comment", quoted(sources_.text(comment.span)), comment.span);
        }
    }

    void expr(const Expr& expr, std::string_view role = {}) {
        role_ = role;
        std::visit([&](const auto& node) { print(node, expr.span); }, expr.node);
    }

    void type(const TypeExpr& type, std::string_view role = {}) {
        role_ = role;
        std::visit([&](const auto& node) { print_type(node, type.span); }, type.node);
    }

    void constrained(const ConstrainedType& constrained) {
        type(*constrained.type);
        for (const TypeConstraint& constraint : constrained.constraints) {
            std::string detail = constraint.variable.text + ':';
            for (std::size_t i = 0; i < constraint.kinds.size(); ++i) {
                detail += (i == 0 ? " " : " + ") + constraint.kinds[i].text;
            }
            leaf("TypeConstraint", detail, constraint.span);
        }
    }

    std::string take() { return std::move(out_); }

  private:
    void line(std::string_view kind, std::string_view detail, base::Span span) {
        out_.append(depth_ * 2, ' ');
        if (!role_.empty()) out_ += fmt::format("{}: ", std::exchange(role_, {}));
        out_ += kind;
        if (!detail.empty()) out_ += fmt::format(" {}", detail);
        const base::SourceFile& file = sources_.file(span.file);
        const base::Position begin = file.position(span.begin);
        const base::Position end = file.position(span.end);
        out_ += fmt::format(" @{}:{}-{}:{}\n", begin.line, begin.column, end.line, end.column);
    }
    void leaf(std::string_view kind, std::string_view detail, base::Span span) {
        line(kind, detail, span);
    }

    /// A line whose children are indented below it.
    struct Level {
        Level(Printer& owner, std::string_view kind, std::string_view detail, base::Span span)
            : printer(owner) {
            printer.line(kind, detail, span);
            ++printer.depth_;
        }
        ~Level() { --printer.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        Printer& printer;
    };

    void attributes(const std::vector<Attribute>& list) {
        for (const Attribute& attribute : list) {
            const Level level(*this, "Attribute", '@' + attribute.name, attribute.span);
            for (const ExprPtr& argument : attribute.arguments) expr(*argument);
        }
    }

    void statement(const Stmt& statement) {
        attributes(statement.attributes);
        std::visit([&](const auto& node) { print(node, statement.span); }, statement.node);
    }

    void block(const Block& block) {
        const Level level(*this, "Block", {}, block.span);
        for (const StmtPtr& child : block.body) statement(*child);
    }

    // ---- statements
    void print(const ExpressionStmt& node, base::Span span) {
        const Level level(*this, "ExpressionStatement", {}, span);
        expr(*node.expression);
    }
    void print(const VariableStmt& node, base::Span span) {
        const Level level(*this, "VariableAssignment", node.name.text, span);
        expr(*node.init);
    }
    void print(const OptionStmt& node, base::Span span) {
        const std::string package = node.package ? node.package->text + '.' : std::string();
        const Level level(*this, "OptionStatement", package + node.name.text, span);
        expr(*node.init);
    }
    void print(const ReturnStmt& node, base::Span span) {
        const Level level(*this, "ReturnStatement", {}, span);
        expr(*node.argument);
    }
    void print(const BuiltinStmt& node, base::Span span) {
        const Level level(*this, "BuiltinStatement", node.name.text, span);
        constrained(node.type);
    }
    void print(const TestcaseStmt& node, base::Span span) {
        std::string detail = node.name.text;
        if (node.extends) detail += " extends " + quoted(node.extends->text);
        const Level level(*this, "TestCaseStatement", detail, span);
        block(node.body);
    }
    void print(const BadStmt& node, base::Span span) {
        leaf("BadStatement", quoted(node.text), span);
    }

    // ---- expressions
    void print(const IntegerLit& node, base::Span span) {
        leaf("IntegerLiteral", std::to_string(node.value), span);
    }
    void print(const FloatLit& node, base::Span span) {
        leaf("FloatLiteral", fmt::format("{}", node.value), span);
    }
    void print(const StringLit& node, base::Span span) {
        leaf("StringLiteral", quoted(node.value), span);
    }
    void print(const DurationLit& node, base::Span span) {
        std::string detail;
        for (const DurationPart& part : node.parts) {
            detail += fmt::format("{}{}", part.magnitude, unit_text(part.unit));
        }
        leaf("DurationLiteral", detail, span);
    }
    void print(const DateTimeLit& node, base::Span span) {
        leaf("DateTimeLiteral", fmt::format("{} ({} ns)", node.text, node.nanoseconds), span);
    }
    void print(const RegexLit& node, base::Span span) {
        leaf("RegexpLiteral", quoted(node.pattern), span);
    }
    void print(const PipeLit&, base::Span span) { leaf("PipeLiteral", {}, span); }
    void print(const LabelLit& node, base::Span span) {
        leaf("LabelLiteral", label(node.name), span);
    }
    void print(const Identifier& node, base::Span span) { leaf("Identifier", node.name, span); }
    void print(const StringExpr& node, base::Span span) {
        const Level level(*this, "StringExpression", {}, span);
        for (const StringPart& part : node.parts) {
            if (part.expression) {
                const Level inner(*this, "InterpolatedPart", {}, part.span);
                expr(*part.expression);
            } else {
                leaf("TextPart", quoted(part.text), part.span);
            }
        }
    }
    void print(const ArrayExpr& node, base::Span span) {
        const Level level(*this, "ArrayExpression", {}, span);
        for (const ExprPtr& element : node.elements) expr(*element);
    }
    void print(const DictExpr& node, base::Span span) {
        const Level level(*this, "DictExpression", {}, span);
        for (const DictEntry& entry : node.entries) {
            expr(*entry.key, "key");
            expr(*entry.value, "value");
        }
    }
    void properties(const std::vector<Property>& list) {
        for (const Property& property : list) {
            const Level level(*this, "Property", label(property.key), property.span);
            if (property.value) expr(*property.value);
        }
    }
    void print(const RecordExpr& node, base::Span span) {
        const Level level(*this, "ObjectExpression", {}, span);
        if (node.with) expr(*node.with, "with");
        properties(node.properties);
    }
    void print(const FunctionExpr& node, base::Span span) {
        const Level level(*this, "FunctionExpression", {}, span);
        for (const Parameter& parameter : node.parameters) {
            const Level inner(*this, "Parameter",
                              parameter.name.text + (parameter.pipe ? " <-" : ""), parameter.span);
            if (parameter.default_value) expr(*parameter.default_value);
        }
        if (node.expression) expr(*node.expression, "body");
        if (node.block) block(*node.block);
    }
    void print(const UnaryExpr& node, base::Span span) {
        const Level level(*this, "UnaryExpression", operator_text(node.op), span);
        expr(*node.operand);
    }
    void print(const BinaryExpr& node, base::Span span) {
        const Level level(*this, "BinaryExpression", operator_text(node.op), span);
        expr(*node.left);
        expr(*node.right);
    }
    void print(const LogicalExpr& node, base::Span span) {
        const Level level(*this, "LogicalExpression", operator_text(node.op), span);
        expr(*node.left);
        expr(*node.right);
    }
    void print(const MemberExpr& node, base::Span span) {
        const Level level(*this, "MemberExpression", label(node.property), span);
        expr(*node.object);
    }
    void print(const IndexExpr& node, base::Span span) {
        const Level level(*this, "IndexExpression", {}, span);
        expr(*node.array);
        expr(*node.index, "index");
    }
    void print(const CallExpr& node, base::Span span) {
        const Level level(*this, "CallExpression", {}, span);
        expr(*node.callee);
        properties(node.arguments);
    }
    void print(const PipeExpr& node, base::Span span) {
        const Level level(*this, "PipeExpression", {}, span);
        expr(*node.argument);
        expr(*node.call);
    }
    void print(const ConditionalExpr& node, base::Span span) {
        const Level level(*this, "ConditionalExpression", {}, span);
        expr(*node.test, "if");
        expr(*node.consequent, "then");
        expr(*node.alternate, "else");
    }
    void print(const ParenExpr& node, base::Span span) {
        const Level level(*this, "ParenExpression", {}, span);
        expr(*node.inner);
    }
    void print(const BadExpr& node, base::Span span) {
        leaf("BadExpression", quoted(node.text), span);
    }

    // ---- types
    void print_type(const NamedType& node, base::Span span) { leaf("NamedType", node.name, span); }
    void print_type(const TypeVariable& node, base::Span span) {
        leaf("TvarType", node.name, span);
    }
    void print_type(const DynamicType&, base::Span span) { leaf("DynamicType", {}, span); }
    void print_type(const LabelType& node, base::Span span) {
        leaf("LabelType", label(node.name), span);
    }
    void print_type(const BadType& node, base::Span span) {
        leaf("BadType", quoted(node.text), span);
    }
    void print_type(const ArrayType& node, base::Span span) {
        const Level level(*this, "ArrayType", {}, span);
        type(*node.element);
    }
    void print_type(const StreamType& node, base::Span span) {
        const Level level(*this, "StreamType", {}, span);
        type(*node.element);
    }
    void print_type(const VectorType& node, base::Span span) {
        const Level level(*this, "VectorType", {}, span);
        type(*node.element);
    }
    void print_type(const DictType& node, base::Span span) {
        const Level level(*this, "DictType", {}, span);
        type(*node.key, "key");
        type(*node.value, "value");
    }
    void print_type(const RecordType& node, base::Span span) {
        const Level level(*this, "RecordType", node.extends ? node.extends->text + " with" : "",
                          span);
        for (const PropertyType& property : node.properties) {
            const Level inner(*this, "PropertyType", label(property.key), property.span);
            type(*property.type);
        }
    }
    void print_type(const FunctionType& node, base::Span span) {
        const Level level(*this, "FunctionType", {}, span);
        for (const ParameterType& parameter : node.parameters) {
            const std::string_view mark = parameter.kind == ParameterKind::optional ? "?"
                                          : parameter.kind == ParameterKind::pipe   ? "<-"
                                                                                    : "";
            const Level inner(*this, "ParameterType", std::string(mark) + parameter.name.text,
                              parameter.span);
            type(*parameter.type);
            if (parameter.default_label) type(*parameter.default_label, "default");
        }
        type(*node.result, "result");
    }

    const base::SourceMap& sources_;
    std::string out_;
    std::string_view role_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string ast_text(const base::SourceMap& sources, const File& file) {
    Printer printer(sources);
    printer.file(file);
    return printer.take();
}

std::string ast_text(const base::SourceMap& sources, const Expr& expr) {
    Printer printer(sources);
    printer.expr(expr);
    return printer.take();
}

std::string ast_text(const base::SourceMap& sources, const ConstrainedType& type) {
    Printer printer(sources);
    printer.constrained(type);
    return printer.take();
}

}  // namespace fluxi::syntax
