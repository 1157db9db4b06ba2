#include <fmt/format.h>

#include "base/nearest.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

using base::Code;
using base::Diagnostic;

struct Advice {
    std::string_view name;
    std::string_view text;
    std::string_view instead{};  ///< what to write in its place, if that is one name
};
/// Names of other languages and of older versions of Flux.
constexpr Advice kAdvice[] = {
    {"percentile", "`percentile` is called `quantile` today, and its argument `percentile` is `q`",
     "quantile"},
    {"null", "Flux has no literal for null; `exists r.x` tells whether a value is there"},
    {"nil", "Flux has no literal for null; `exists r.x` tells whether a value is there"},
    {"True", "it is written `true`", "true"},
    {"False", "it is written `false`", "false"},
    {"print", "a stream is shown with `yield(name: …)`"},
    {"v",
     "dashboards define the record `v`: `fluxi run` does so, too; otherwise give --time-range, "
     "--window-period or --var, or set `option v`"},
    {"len", "the number of elements of an array is `length(arr: …)`"},
    {"abs", "it is in package math: `math.abs(x: …)`"},
    {"round", "it is in package math: `math.round(x: …)`"},
};

std::string_view last_part(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

bool Inferrer::suggest_import(Diagnostic& diagnostic, std::string_view name) {
    Importer* importer = environment_.importer();
    if (importer == nullptr) return false;
    std::vector<std::string_view> paths;
    for (const std::string_view path : importer->paths()) {
        if (last_part(path) == name) paths.push_back(path);
    }
    if (paths.empty()) return false;
    // Where several packages have the name, one that has the member that is asked for is meant.
    if (paths.size() > 1 && member_ != nullptr) {
        std::vector<std::string_view> fitting;
        for (const std::string_view path : paths) {
            std::string reason;
            PackageTypes* package = importer->import(path, reason);
            if (package != nullptr && package->member(member_->property.text) != nullptr) {
                fitting.push_back(path);
            }
        }
        if (!fitting.empty()) paths = std::move(fitting);
    }
    std::string_view shortest = paths.front();
    for (const std::string_view path : paths) {
        if (path.size() < shortest.size()) shortest = path;
    }
    const std::string statement = fmt::format("import \"{}\"", shortest);
    diagnostic.help.push_back(fmt::format("package `{}` must be imported: `{}`", name, statement));
    const base::Span place{import_place_.file,
                           import_after_ ? import_place_.end : import_place_.begin,
                           import_after_ ? import_place_.end : import_place_.begin};
    diagnostic.fixits.push_back({place, import_after_ ? "\n" + statement : statement + "\n",
                                 fmt::format("import package `{}`", name), true});
    return true;
}

void Inferrer::explain_undefined(std::string_view name, base::Span span) {
    Diagnostic& d =
        diagnostics_.error(Code::undefined_name, span, fmt::format("`{}` is not defined", name));
    if (name == defining_) {
        d.notes.push_back("a name cannot be used in its own definition: Flux has no recursion");
        return;
    }
    if (later_.contains(name)) {
        d.notes.push_back(
            "it is defined by a statement below; statements see only those above them");
        return;
    }
    if (suggest_import(d, name)) return;
    for (const Advice& advice : kAdvice) {
        if (advice.name == name) {
            d.help.push_back(std::string(advice.text));
            if (!advice.instead.empty()) {
                d.fixits.push_back({span, std::string(advice.instead),
                                    fmt::format("write `{}`", advice.instead), true});
            }
            return;
        }
    }
    const std::vector<std::string_view> names = environment_.names();
    const std::string_view near = base::nearest(name, names);
    if (near.empty()) return;
    d.help.push_back(fmt::format("did you mean `{}`?", near));
    d.fixits.push_back({span, std::string(near), "use the nearest name", false});
}

void Inferrer::explain_no_member(const syntax::MemberExpr& node, const std::string& name,
                                 PackageTypes& package) {
    Diagnostic& d = diagnostics_.error(
        Code::missing_label, bare(*node.object).span,
        fmt::format("package `{}` has no member `{}`", name, node.property.text));
    d.secondary.push_back({node.property.span, "no such member"});
    const std::vector<std::string_view> names = package.members();
    const std::string_view near = base::nearest(node.property.text, names);
    if (near.empty()) return;
    d.help.push_back(fmt::format("did you mean `{}.{}`?", name, near));
    d.fixits.push_back({node.property.span, std::string(near), "use the nearest member", false});
}

}  // namespace fluxi::types
