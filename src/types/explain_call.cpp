#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "syntax/walk.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

using base::Code;
using base::Diagnostic;

/// Arguments that older versions of a function had, and what they are called today.
struct Renamed {
    std::string_view function;
    std::string_view before;
    std::string_view now;
};
constexpr Renamed kRenamed[] = {
    {"group", "by", "columns"},
    {"range", "end", "stop"},
    {"quantile", "percentile", "q"},
    {"quantile", "quantile", "q"},
    {"window", "intervals", "every"},
    {"pivot", "colKey", "columnKey"},
    {"sort", "cols", "columns"},
    {"join", "except", "on"},
    {"from", "db", "bucket"},
    {"aggregateWindow", "columns", "column"},
    {"aggregateWindow", "function", "fn"},
    {"derivative", "nonnegative", "nonNegative"},
    {"difference", "nonnegative", "nonNegative"},
    {"limit", "count", "n"},
    {"limit", "limit", "n"},
    {"map", "func", "fn"},
    {"filter", "f", "fn"},
};

std::string_view modern(std::string_view function, std::string_view before) {
    for (const Renamed& r : kRenamed) {
        if (r.function == function && r.before == before) return r.now;
    }
    return {};
}

const syntax::Property* argument_named(const syntax::CallExpr& node, std::string_view name,
                                       const Inferred& inferred) {
    for (const syntax::Property& p : node.arguments) {
        const std::string* renamed = inferred.argument_name(p.id);
        if ((renamed != nullptr ? std::string_view(*renamed) : std::string_view(p.key.text)) ==
            name) {
            return &p;
        }
    }
    return nullptr;
}

base::Span value_span(const syntax::Property& argument) {
    return argument.value ? bare(*argument.value).span : argument.key.span;
}

bool is_label(const Mismatch& m) {
    return m.what == Mismatch::What::missing_label || m.what == Mismatch::What::unexpected_label;
}

bool same_place(const Mismatch& a, const Mismatch& b) {
    return std::equal(
        a.path.begin(), a.path.end(), b.path.begin(), b.path.end(),
        [](const PathStep& x, const PathStep& y) { return x.into == y.into && x.name == y.name; });
}

/// What a function written in place gives back: the end of its block or its expression.
const syntax::Expr* result_of(const syntax::Expr& expr) {
    const auto* function = std::get_if<syntax::FunctionExpr>(&bare(expr).node);
    if (function == nullptr) return nullptr;
    if (function->expression) return function->expression.get();
    if (!function->block || function->block->body.empty()) return nullptr;
    const auto* give = std::get_if<syntax::ReturnStmt>(&function->block->body.back()->node);
    return give == nullptr ? nullptr : give->argument.get();
}

}  // namespace

base::Span Inferrer::declared_at(const Callee& callee, std::string_view name) {
    std::vector<Declared> of_package;
    if (callee.parameters == nullptr) {
        const Binding* binding =
            environment_.find(callee.object.empty() ? callee.name : callee.object);
        const PackageTypes* package = nullptr;
        if (!callee.object.empty()) {
            package = binding == nullptr ? nullptr : binding->package;
        } else if (binding == nullptr) {
            package = environment_.prelude_package(callee.name);
        }
        if (package != nullptr) of_package = package->parameters(callee.name);
    }
    for (const Declared& d : callee.parameters ? *callee.parameters : of_package) {
        if (d.name == name) return d.span;
    }
    return {};
}

void Inferrer::explain_call(const std::vector<Mismatch>& wrong, const syntax::CallExpr& node,
                            const syntax::Expr& expr, const Callee& callee,
                            const syntax::Expr* source) {
    std::vector<std::string_view> meant;  // missing arguments that were given under a wrong name
    const auto top = [](const Mismatch& m) { return m.path.empty(); };
    for (const Mismatch& m : wrong) {
        if (!top(m) || m.what != Mismatch::What::unexpected_argument) continue;
        const std::string_view name = explain_unexpected(m, node, callee);
        if (!name.empty()) meant.push_back(name);
    }
    const bool no_pipe = std::any_of(wrong.begin(), wrong.end(), [&](const Mismatch& m) {
        return top(m) && m.what == Mismatch::What::missing_pipe;
    });
    const TypeRef known = substitution_.row(inferred_.type_of(node.callee->id));
    for (auto m = wrong.begin(); m != wrong.end();) {
        if (!top(*m)) {
            // What concerns one place is told together: the labels of a record, the parameters of a
            // function.
            auto end = m + 1;
            while (end != wrong.end() && is_label(*m) == is_label(*end) && same_place(*m, *end))
                ++end;
            explain_argument({m, end}, node, expr, callee, source);
            m = end;
            continue;
        }
        explain_top(*m, known, node, expr, callee, meant, no_pipe);
        ++m;
    }
}

void Inferrer::explain_top(const Mismatch& m, TypeRef known, const syntax::CallExpr& node,
                           const syntax::Expr& expr, const Callee& callee,
                           const std::vector<std::string_view>& meant, bool no_pipe) {
    if (m.what == Mismatch::What::missing_argument) {
        if (std::find(meant.begin(), meant.end(), m.name) != meant.end()) return;
        if (no_pipe && node.arguments.empty()) return;  // told with the pipe
        const Parameter* p = known->is(Tag::function) ? known->parameter(m.name) : nullptr;
        explain_missing(m, expr, callee, p != nullptr && p->mark == Mark::pipe);
    } else if (m.what == Mismatch::What::missing_pipe) {
        Diagnostic& d = diagnostics_.error(Code::pipe_mismatch, expr.span,
                                           fmt::format("{} takes no piped-in value", callee.text));
        if (known->is(Tag::function) && !known->parameters.empty()) {
            d.help.push_back(
                fmt::format("give it as an argument: `{}: …`", known->parameters.front().name));
        }
    }
}

void Inferrer::explain_missing(const Mismatch& mismatch, const syntax::Expr& expr,
                               const Callee& callee, bool is_pipe) {
    TypePrinter printer(PrintStyle::checker, &substitution_);
    const TypeRef type = substitution_.row(mismatch.expected);
    Diagnostic& d = diagnostics_.error(
        Code::missing_argument, expr.span,
        is_pipe ? fmt::format("{} needs a value piped in (or as `{}`)", callee.text, mismatch.name)
                : fmt::format("{} needs the argument `{}`", callee.text, mismatch.name),
        is_pipe ? fmt::format("nothing is piped into this call") : std::string());
    if (!type->is(Tag::variable)) {
        d.notes.push_back(fmt::format("`{}` is of type `{}`", mismatch.name, text(printer, type)));
    }
    const base::Span declared = declared_at(callee, mismatch.name);
    if (declared.known()) d.secondary.push_back({declared, "declared here, without a default"});
}

/// Returns the parameter that was probably meant, so that it is not told as missing as well.
std::string_view Inferrer::explain_unexpected(const Mismatch& mismatch,
                                              const syntax::CallExpr& node, const Callee& callee) {
    const syntax::Property* argument = argument_named(node, mismatch.name, inferred_);
    if (argument == nullptr) return {};
    Diagnostic& d =
        diagnostics_.error(Code::unexpected_argument, value_span(*argument),
                           fmt::format("{} has no parameter `{}`", callee.text, mismatch.name));
    d.secondary.push_back({argument->key.span, "this name"});
    std::string_view meant = modern(callee.name, mismatch.name);
    const bool is_modern = !meant.empty();
    if (!is_modern) meant = base::nearest(mismatch.name, mismatch.candidates);
    if (meant.empty() && mismatch.candidates.size() == 1) meant = mismatch.candidates.front();
    if (!meant.empty()) {
        d.help.push_back(is_modern ? fmt::format("`{}` is called `{}` today", mismatch.name, meant)
                                   : fmt::format("did you mean `{}`?", meant));
        d.fixits.push_back({argument->key.span,
                            argument->value ? std::string(meant)
                                            : fmt::format("{}: {}", meant, argument->key.text),
                            fmt::format("write `{}`", meant), is_modern});
    } else if (!mismatch.candidates.empty()) {
        d.notes.push_back(
            fmt::format("it can also be given {}", fmt::join(mismatch.candidates, ", ")));
    }
    return meant;
}

void Inferrer::explain_argument(const std::vector<Mismatch>& wrong, const syntax::CallExpr& node,
                                const syntax::Expr& expr, const Callee& callee,
                                const syntax::Expr* source) {
    const PathStep step = wrong.front().path.front();
    std::vector<Mismatch> inner = wrong;
    for (Mismatch& m : inner) m.path.erase(m.path.begin());
    Clash clash;
    clash.span = expr.span;
    if (step.into == PathStep::Into::result) {
        clash.subject = "the result of " + callee.text;
        explain_all(inner, clash);
        return;
    }
    const syntax::Property* argument = argument_named(node, step.name, inferred_);
    if (argument == nullptr) {
        clash.subject = fmt::format("what is piped into {}", callee.text);
        if (source != nullptr) {
            const auto* pipe = std::get_if<syntax::PipeExpr>(&source->node);
            clash.because = pipe != nullptr ? pipe->call->span : bare(*source).span;
            clash.because_text = "this is piped in";
        }
    } else {
        clash.span = value_span(*argument);
        clash.subject = fmt::format("argument `{}` of {}", step.name, callee.text);
        clash.value = argument->value.get();
        clash.because = declared_at(callee, step.name);
        clash.because_text = "the parameter is declared here";
    }
    const bool function_result =
        !inner.front().path.empty() && inner.front().path.front().into == PathStep::Into::result;
    if (function_result && argument != nullptr && argument->value) {
        for (Mismatch& m : inner) m.path.erase(m.path.begin());
        clash.subject = fmt::format("the result of the function given as `{}`", step.name);
        if (const syntax::Expr* result = result_of(*argument->value)) {
            clash.because = bare(*result).span;
            clash.because_text = "this is what it gives back";
            clash.value = result;
        }
    }
    // A column that a function looks up: show where.
    if (wrong.front().what == Mismatch::What::missing_label) {
        const std::string_view label = wrong.front().name;
        syntax::for_each_expr(expr, [&](const syntax::Expr& e) {
            const auto* member = std::get_if<syntax::MemberExpr>(&e.node);
            if (member == nullptr || member->property.text != label) return;
            clash.because = e.span;
            clash.because_text = fmt::format("`{}` is looked up here", label);
        });
    }
    explain_all(inner, clash);
}

}  // namespace fluxi::types
