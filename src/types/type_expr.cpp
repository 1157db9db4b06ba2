#include "types/type_expr.hpp"

#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/overloaded.hpp"

namespace fluxi::types {

namespace {

class Converter {
  public:
    Converter(TypeStore& store, base::Diagnostics& diagnostics)
        : store_(store), diagnostics_(diagnostics) {}

    PolyType convert(const syntax::ConstrainedType& type) {
        PolyType poly;
        // A label is a variable where the constraints name it, so they are looked at first.
        for (const syntax::TypeConstraint& constraint : type.constraints) {
            variable(constraint.variable.text);
        }
        poly.type = type.type == nullptr ? &kError : of(*type.type);
        for (const syntax::TypeConstraint& constraint : type.constraints) constrain(constraint);
        poly.kinds = std::move(kinds_);
        return poly;
    }

  private:
    TypeRef of(const syntax::TypeExpr& type) {
        return std::visit(
            base::Overloaded{
                [&](const syntax::NamedType& t) { return named(t, type.span); },
                [&](const syntax::TypeVariable& t) { return variable(t.name); },
                [&](const syntax::ArrayType& t) { return store_.array(of(*t.element)); },
                [&](const syntax::StreamType& t) { return store_.stream(of(*t.element)); },
                [&](const syntax::VectorType& t) { return store_.vector(of(*t.element)); },
                [&](const syntax::DictType& t) { return store_.dict(of(*t.key), of(*t.value)); },
                [&](const syntax::DynamicType&) -> TypeRef { return &kDynamic; },
                [&](const syntax::LabelType& t) { return store_.label(t.name); },
                [&](const syntax::RecordType& t) { return record(t); },
                [&](const syntax::FunctionType& t) { return function(t, type.span); },
                [&](const syntax::BadType&) -> TypeRef { return &kError; },
            },
            type.node);
    }

    TypeRef named(const syntax::NamedType& type, base::Span span) {
        if (TypeRef basic = basic_named(type.name)) return basic;
        diagnostics_.error(base::Code::type_mismatch, span,
                           fmt::format("there is no type `{}`", type.name));
        return &kError;
    }

    TypeRef variable(const std::string& name) {
        const auto [at, added] =
            places_.try_emplace(name, static_cast<std::uint32_t>(kinds_.size()));
        if (added) kinds_.emplace_back();
        return store_.generic(at->second);
    }

    TypeRef record(const syntax::RecordType& type) {
        std::vector<Field> fields;
        fields.reserve(type.properties.size());
        for (const syntax::PropertyType& p : type.properties) {
            const bool is_variable = !p.key.quoted && places_.contains(p.key.text);
            if (is_variable) {
                fields.push_back({{}, of(*p.type), variable(p.key.text)});
            } else {
                fields.push_back({p.key.text, of(*p.type)});
            }
        }
        TypeRef tail = nullptr;
        if (type.extends) {
            tail = variable(type.extends->text);
            kinds_[tail->index].add(Kind::row);
        }
        return store_.record(std::move(fields), tail);
    }

    TypeRef function(const syntax::FunctionType& type, base::Span span) {
        std::vector<Parameter> parameters;
        parameters.reserve(type.parameters.size());
        bool piped = false;
        for (const syntax::ParameterType& p : type.parameters) {
            Parameter& made = parameters.emplace_back();
            made.name = p.name.text;
            made.type = of(*p.type);
            made.mark = mark(p.kind);
            if (p.default_label) made.fallback = of(*p.default_label);
            if (made.mark == Mark::pipe && std::exchange(piped, true)) {
                diagnostics_.error(base::Code::type_mismatch, span,
                                   "a function has at most one pipe parameter");
                return &kError;
            }
        }
        return store_.function(std::move(parameters), of(*type.result));
    }

    static Mark mark(syntax::ParameterKind kind) {
        switch (kind) {
            case syntax::ParameterKind::required:
                return Mark::required;
            case syntax::ParameterKind::optional:
                return Mark::optional;
            case syntax::ParameterKind::pipe:
                return Mark::pipe;
        }
        return Mark::required;
    }

    void constrain(const syntax::TypeConstraint& constraint) {
        for (const syntax::Name& name : constraint.kinds) {
            const std::optional<Kind> kind = kind_named(name.text);
            if (!kind) {
                diagnostics_.error(base::Code::kind_mismatch, name.span,
                                   fmt::format("there is no kind `{}`", name.text));
                continue;
            }
            kinds_[variable(constraint.variable.text)->index].add(*kind);
        }
    }

    TypeStore& store_;
    base::Diagnostics& diagnostics_;
    std::map<std::string, std::uint32_t> places_;
    std::vector<KindSet> kinds_;
};

}  // namespace

PolyType from_syntax(const syntax::ConstrainedType& type, TypeStore& store,
                     base::Diagnostics& diagnostics) {
    return Converter(store, diagnostics).convert(type);
}

}  // namespace fluxi::types
