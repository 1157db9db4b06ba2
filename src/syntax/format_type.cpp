#include <variant>

#include "base/overloaded.hpp"
#include "syntax/format_writer.hpp"

namespace fluxi::syntax {

void FormatWriter::builtin(const BuiltinStmt& builtin) {
    layout_.text("builtin ");
    copy(builtin.name.span);
    layout_.text(" : ");
    type(*builtin.type.type);
    const auto& constraints = builtin.type.constraints;
    if (constraints.empty()) return;
    layout_.open_group(constraints.size() > kMaxOnOneLine);
    layout_.open_indent();
    end_comment(constraints.front().span.begin);
    layout_.space_or_line();
    layout_.text("where");
    for (const TypeConstraint& constraint : constraints) {
        end_comment(constraint.span.begin);
        layout_.space_or_line();
        copy(constraint.variable.span);
        layout_.text(": ");
        for (std::size_t i = 0; i < constraint.kinds.size(); ++i) {
            if (i > 0) layout_.text(" + ");
            copy(constraint.kinds[i].span);
        }
        if (&constraint != &constraints.back()) layout_.text(",");
    }
    layout_.close_indent();
    layout_.close_group();
}

void FormatWriter::parameter_type(const ParameterType& parameter) {
    at(parameter.span.begin);
    switch (parameter.kind) {
        case ParameterKind::required:
            break;
        case ParameterKind::optional:
            layout_.text("?");
            break;
        case ParameterKind::pipe:
            layout_.text("<-");
            break;
    }
    if (!parameter.name.text.empty()) copy(parameter.name.span);
    layout_.text(": ");
    type(*parameter.type);
    if (parameter.default_label) {
        layout_.text(" = ");
        type(*parameter.default_label);
    }
}

void FormatWriter::type(const TypeExpr& type) {
    const auto element = [&](std::string_view open, const TypeExpr& inner) {
        token(type.span.begin, open);
        this->type(inner);
        token(type.span.end - 1, "]");
    };
    const auto first = [](const auto& item) { return item.span.begin; };
    const auto never = [](const auto&) { return false; };
    std::visit(
        base::Overloaded{
            [&](const NamedType&) { copy(type.span); },
            [&](const TypeVariable&) { copy(type.span); },
            [&](const DynamicType&) { copy(type.span); },
            [&](const LabelType&) { label(type.span); },
            [&](const BadType&) { copy(type.span); },
            [&](const ArrayType& node) { element("[", *node.element); },
            [&](const StreamType& node) { element("stream[", *node.element); },
            [&](const VectorType& node) { element("vector[", *node.element); },
            [&](const DictType& node) {
                token(type.span.begin, "[");
                this->type(*node.key);
                layout_.text(": ");
                this->type(*node.value);
                token(type.span.end - 1, "]");
            },
            [&](const RecordType& node) {
                const auto put = [&](const PropertyType& property) {
                    copy(property.key.span);
                    layout_.text(": ");
                    this->type(*property.type);
                };
                if (!node.extends) {
                    list("{", type.span, node.properties, first, never, put);
                    return;
                }
                token(type.span.begin, "{");
                copy(node.extends->span);
                // The rest is a list that opens with the word.
                list(" with ", {type.span.file, node.extends->span.end, type.span.end},
                     node.properties, first, never, put);
            },
            [&](const FunctionType& node) {
                // Behind the last parameter only blanks, comments and a comma come before the
                // bracket.
                std::uint32_t close =
                    node.parameters.empty() ? type.span.begin + 1 : node.parameters.back().span.end;
                close = static_cast<std::uint32_t>(source_.find(')', close));
                list("(", {type.span.file, type.span.begin, close + 1}, node.parameters, first,
                     never, [&](const ParameterType& parameter) { parameter_type(parameter); });
                layout_.text(" => ");
                this->type(*node.result);
            },
        },
        type.node);
}

}  // namespace fluxi::syntax
