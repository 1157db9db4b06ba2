#include "cli/conformance/type_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/overloaded.hpp"
#include "base/source.hpp"
#include "syntax/parser.hpp"

namespace fluxi::cli::conformance {

namespace {

class Writer {
  public:
    std::string write(const syntax::ConstrainedType& whole) {
        std::string text = write(*whole.type);
        std::set<std::string> constraints;
        for (const syntax::TypeConstraint& constraint : whole.constraints) {
            for (const syntax::Name& kind : constraint.kinds)
                constraints.insert(variable(constraint.variable.text) + ": " + kind.text);
        }
        if (!constraints.empty()) text += fmt::format(" where {}", fmt::join(constraints, ", "));
        return text;
    }

  private:
    std::string write(const syntax::TypeExpr& type) {
        return std::visit(
            base::Overloaded{
                [&](const syntax::NamedType& t) { return t.name; },
                [&](const syntax::TypeVariable& t) { return variable(t.name); },
                [&](const syntax::ArrayType& t) { return "[" + write(*t.element) + "]"; },
                [&](const syntax::StreamType& t) { return "stream[" + write(*t.element) + "]"; },
                [&](const syntax::VectorType& t) { return "vector[" + write(*t.element) + "]"; },
                [&](const syntax::DictType& t) {
                    const std::string key = write(*t.key);
                    return "[" + key + ": " + write(*t.value) + "]";
                },
                [&](const syntax::DynamicType&) { return std::string("dynamic"); },
                [&](const syntax::LabelType& t) { return "." + t.name; },
                [&](const syntax::RecordType& t) { return record(t); },
                [&](const syntax::FunctionType& t) { return function(t); },
                [&](const syntax::BadType& t) { return t.text; },
            },
            type.node);
    }

    std::string variable(const std::string& name) {
        const auto fresh = fmt::format("t{}", names_.size());
        return names_.emplace(name, fresh).first->second;
    }

    std::string record(const syntax::RecordType& type) {
        const auto is_variable = [](const syntax::PropertyType& property) {
            return std::holds_alternative<syntax::TypeVariable>(property.type->node);
        };
        std::vector<const syntax::PropertyType*> properties;
        for (const auto& property : type.properties) properties.push_back(&property);
        std::stable_sort(properties.begin(), properties.end(), [&](const auto* a, const auto* b) {
            return std::pair(a->key.text, is_variable(*a)) <
                   std::pair(b->key.text, is_variable(*b));
        });
        std::vector<std::string> texts;
        texts.reserve(properties.size());
        for (const auto* property : properties)
            texts.push_back(property->key.text + ": " + write(*property->type));
        const std::string base = type.extends ? variable(type.extends->text) + " with " : "";
        return fmt::format("{{{}{}}}", base, fmt::join(texts, ", "));
    }

    std::string function(const syntax::FunctionType& type) {
        std::vector<const syntax::ParameterType*> parameters;
        for (const auto& parameter : type.parameters) parameters.push_back(&parameter);
        std::sort(parameters.begin(), parameters.end(),
                  [](const auto* a, const auto* b) { return a->name.text < b->name.text; });
        std::vector<std::string> texts;
        texts.reserve(parameters.size());
        for (const auto* parameter : parameters) {
            const char* mark = parameter->kind == syntax::ParameterKind::pipe       ? "<-"
                               : parameter->kind == syntax::ParameterKind::optional ? "?"
                                                                                    : "";
            std::string text = mark + parameter->name.text + ": " + write(*parameter->type);
            if (parameter->default_label) text += " = " + write(*parameter->default_label);
            texts.push_back(std::move(text));
        }
        return fmt::format("({}) => {}", fmt::join(texts, ", "), write(*type.result));
    }

    std::map<std::string, std::string> names_{};
};

}  // namespace

std::optional<std::string> canonical_type(std::string_view text) {
    base::SourceMap sources;
    base::Diagnostics diagnostics;
    const auto type =
        syntax::parse_type(sources, sources.add("type", std::string(text)), diagnostics);
    if (!type || diagnostics.has_errors()) return std::nullopt;
    return Writer().write(*type);
}

}  // namespace fluxi::cli::conformance
