#include <fmt/format.h>

#include "base/nearest.hpp"
#include "base/overloaded.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

const syntax::Expr& bare(const syntax::Expr& expr) {
    const syntax::Expr* inner = &expr;
    while (const auto* paren = std::get_if<syntax::ParenExpr>(&inner->node))
        inner = paren->inner.get();
    return *inner;
}

TypeRef Inferrer::expression(const syntax::Expr& expr) {
    const TypeRef type = inferred(expr);
    note(expr.id, type);
    return type;
}

TypeRef Inferrer::inferred(const syntax::Expr& expr) {
    return std::visit(
        base::Overloaded{
            [](const syntax::IntegerLit&) -> TypeRef { return &kInt; },
            [](const syntax::FloatLit&) -> TypeRef { return &kFloat; },
            [](const syntax::StringLit&) -> TypeRef { return &kString; },
            [](const syntax::DurationLit&) -> TypeRef { return &kDuration; },
            [](const syntax::DateTimeLit&) -> TypeRef { return &kTime; },
            [](const syntax::RegexLit&) -> TypeRef { return &kRegexp; },
            [](const syntax::BadExpr&) -> TypeRef { return &kError; },
            [](const syntax::PipeLit&) -> TypeRef { return &kError; },
            [&](const syntax::LabelLit& node) -> TypeRef {
                return options_.features.label_polymorphism ? store_.label(node.name) : &kError;
            },
            [&](const syntax::Identifier& node) { return identifier(node.name, expr.span); },
            [&](const syntax::StringExpr& node) { return string(node); },
            [&](const syntax::ArrayExpr& node) { return array(node); },
            [&](const syntax::DictExpr& node) { return dict(node, expr); },
            [&](const syntax::RecordExpr& node) { return record(node); },
            [&](const syntax::FunctionExpr& node) { return function(node, expr); },
            [&](const syntax::UnaryExpr& node) { return unary(node); },
            [&](const syntax::BinaryExpr& node) { return binary(node, expr); },
            [&](const syntax::LogicalExpr& node) { return logical(node); },
            [&](const syntax::MemberExpr& node) { return member(node); },
            [&](const syntax::IndexExpr& node) { return index(node); },
            [&](const syntax::CallExpr& node) { return call(node, expr, nullptr, nullptr); },
            [&](const syntax::PipeExpr&) { return pipe(expr); },
            [&](const syntax::ConditionalExpr& node) { return conditional(node); },
            [&](const syntax::ParenExpr& node) { return expression(*node.inner); },
        },
        expr.node);
}

TypeRef Inferrer::identifier(std::string_view name, base::Span span) {
    if (Binding* binding = environment_.find(name)) {
        binding->used = true;
        if (binding->kind == Binding::Kind::import) {
            return binding->package == nullptr ? &kError : package_record(*binding->package);
        }
        return instantiate(substitution_, binding->type);
    }
    if (const PolyType* type = environment_.prelude_member(name)) {
        return instantiate(substitution_, *type);
    }
    explain_undefined(name, span);
    return &kError;
}

TypeRef Inferrer::package_record(PackageTypes& package) {
    std::vector<Field> fields;
    for (const std::string_view name : package.members()) {
        if (const PolyType* type = package.member(name)) {
            fields.push_back({name, instantiate(substitution_, *type)});
        }
    }
    return store_.record(std::move(fields));
}

TypeRef Inferrer::string(const syntax::StringExpr& node) {
    for (const syntax::StringPart& part : node.parts) {
        if (!part.expression) continue;
        const TypeRef type = expression(*part.expression);
        demand(type, Kind::stringable, [&] {
            Clash clash;
            clash.span = bare(*part.expression).span;
            clash.subject = "a value in a string";
            return clash;
        });
    }
    return &kString;
}

TypeRef Inferrer::array(const syntax::ArrayExpr& node) {
    if (node.elements.empty()) return store_.array(substitution_.fresh());
    const syntax::Expr& first = *node.elements.front();
    const TypeRef type = expression(first);
    std::size_t number = 1;
    for (const syntax::ExprPtr& element : node.elements) {
        if (number++ == 1) continue;
        const TypeRef other = expression(*element);
        equal(type, other, [&] {
            Clash clash;
            clash.span = bare(*element).span;
            clash.subject = fmt::format("element {} of the array", number - 1);
            clash.because = bare(first).span;
            clash.value = element.get();
            clash.other = &first;
            return clash;
        });
    }
    return store_.array(type);
}

TypeRef Inferrer::dict(const syntax::DictExpr& node, const syntax::Expr& expr) {
    const TypeRef key = substitution_.fresh();
    const TypeRef value = substitution_.fresh();
    const syntax::DictEntry* first = node.entries.empty() ? nullptr : &node.entries.front();
    const auto clash = [&](const syntax::Expr& part, const syntax::Expr& origin, const char* what) {
        Clash made;
        made.span = bare(part).span;
        made.subject = fmt::format("a {} of the dictionary", what);
        if (&part != &origin) made.because = bare(origin).span;
        made.value = &part;
        made.other = &origin;
        return made;
    };
    for (const syntax::DictEntry& entry : node.entries) {
        const TypeRef k = expression(*entry.key);
        const TypeRef v = expression(*entry.value);
        equal(key, k, [&] { return clash(*entry.key, *first->key, "key"); });
        equal(value, v, [&] { return clash(*entry.value, *first->value, "value"); });
    }
    demand(key, Kind::comparable, [&] {
        Clash made;
        made.span = expr.span;
        made.subject = "the keys of the dictionary";
        return made;
    });
    return store_.dict(key, value);
}

TypeRef Inferrer::record(const syntax::RecordExpr& node) {
    TypeRef tail = nullptr;
    if (node.with) {
        const TypeRef base = expression(*node.with);
        const bool fits = demand(base, Kind::row, [&] {
            Clash clash;
            clash.span = node.with->span;
            clash.subject = "what `with` extends";
            return clash;
        });
        tail = fits ? substitution_.row(base) : nullptr;
        if (tail != nullptr && tail->is(Tag::error)) {
            tail = substitution_.fresh(KindSet::of(Kind::row));
        } else if (tail != nullptr && tail->is(Tag::dynamic)) {
            tail = nullptr;
        }
    }
    std::vector<Field> fields;
    fields.reserve(node.properties.size());
    for (const syntax::Property& p : node.properties) {
        const TypeRef type = p.value ? expression(*p.value) : identifier(p.key.text, p.key.span);
        note(p.id, type);
        fields.push_back({p.key.text, type});
    }
    return store_.record(std::move(fields), tail);
}

TypeRef Inferrer::member(const syntax::MemberExpr& node) {
    const syntax::Expr& object = bare(*node.object);
    const std::string& label = node.property.text;
    if (const auto* id = std::get_if<syntax::Identifier>(&object.node)) {
        Binding* binding = environment_.find(id->name);
        if (binding != nullptr && binding->kind == Binding::Kind::import) {
            binding->used = true;
            return binding->package == nullptr ? &kError
                                               : package_member(node, id->name, *binding->package);
        }
    }
    const syntax::MemberExpr* outer = std::exchange(member_, &node);
    const TypeRef type = substitution_.row(expression(*node.object));
    member_ = outer;
    if (type->is(Tag::error) || type->is(Tag::dynamic)) return type;
    if (type->is(Tag::record)) {
        if (const Field* field = type->field(label)) return field->type;
    }
    const TypeRef result = substitution_.fresh();
    const TypeRef wanted =
        store_.record({{label, result}}, substitution_.fresh(KindSet::of(Kind::row)));
    const bool fits = equal(wanted, type, [&] {
        Clash clash;
        clash.span = object.span;
        clash.subject = fmt::format("member `{}`", label);
        clash.because = node.property.span;
        clash.because_text = fmt::format("`{}` is looked up here", label);
        clash.value = &object;
        return clash;
    });
    return fits ? result : &kError;
}

TypeRef Inferrer::package_member(const syntax::MemberExpr& node, const std::string& name,
                                 PackageTypes& package) {
    if (const PolyType* type = package.member(node.property.text)) {
        return instantiate(substitution_, *type);
    }
    explain_no_member(node, name, package);
    return &kError;
}

TypeRef Inferrer::index(const syntax::IndexExpr& node) {
    const TypeRef array = expression(*node.array);
    const TypeRef place = expression(*node.index);
    equal(&kInt, place, [&] {
        Clash clash;
        clash.span = bare(*node.index).span;
        clash.subject = "the index of an array";
        clash.value = node.index.get();
        return clash;
    });
    const TypeRef known = substitution_.shallow(array);
    if (known->is(Tag::array)) return known->element();
    const TypeRef element = substitution_.fresh();
    const bool fits = equal(store_.array(element), known, [&] {
        Clash clash;
        clash.span = bare(*node.array).span;
        clash.subject = "what is indexed";
        clash.value = node.array.get();
        return clash;
    });
    return fits ? element : &kError;
}

TypeRef Inferrer::conditional(const syntax::ConditionalExpr& node) {
    const TypeRef test = expression(*node.test);
    equal(&kBool, test, [&] {
        Clash clash;
        clash.span = bare(*node.test).span;
        clash.subject = "the condition of `if`";
        clash.value = node.test.get();
        return clash;
    });
    const TypeRef consequent = expression(*node.consequent);
    const TypeRef alternate = expression(*node.alternate);
    const bool fits = equal(consequent, alternate, [&] {
        Clash clash;
        clash.span = bare(*node.alternate).span;
        clash.subject = "the `else` branch";
        clash.because = bare(*node.consequent).span;
        clash.value = node.alternate.get();
        clash.other = node.consequent.get();
        return clash;
    });
    return fits ? consequent : &kError;
}

}  // namespace fluxi::types
