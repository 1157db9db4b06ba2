#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.hpp"
#include "types/inferrer.hpp"

namespace fluxi::types {

namespace {

using base::Code;
using base::Diagnostic;

/// Longer types are cut off in messages.
constexpr std::size_t kTextLimit = 160;

std::string_view cannot(Kind kind) {
    switch (kind) {
        case Kind::addable:
            return "cannot be added";
        case Kind::subtractable:
            return "cannot be subtracted";
        case Kind::divisible:
            return "cannot be multiplied or divided";
        case Kind::numeric:
            return "is not a number";
        case Kind::comparable:
            return "has no order";
        case Kind::equatable:
            return "cannot be tested for equality";
        case Kind::nullable:
            return "cannot be null";
        case Kind::basic:
            return "is not a basic type";
        case Kind::stringable:
            return "cannot be turned into text";
        case Kind::negatable:
            return "cannot be negated";
        case Kind::timeable:
            return "is neither a time nor a duration";
        case Kind::label:
            return "is not a label";
        case Kind::record:
        case Kind::row:
            return "is not a record";
    }
    return {};
}

/// The way from the outside to what differs, as the end of a sentence: " in field `a` of the
/// elements".
std::string way(const std::vector<PathStep>& path, std::size_t from) {
    std::string text;
    for (std::size_t i = path.size(); i > from; --i) {
        const PathStep& step = path[i - 1];
        text += text.empty() ? " in " : " of ";
        switch (step.into) {
            case PathStep::Into::element:
                text += "the elements";
                break;
            case PathStep::Into::key:
                text += "the keys";
                break;
            case PathStep::Into::value:
                text += "the values";
                break;
            case PathStep::Into::field:
                text += fmt::format("field `{}`", step.name);
                break;
            case PathStep::Into::argument:
                text += fmt::format("parameter `{}`", step.name);
                break;
            case PathStep::Into::result:
                text += "the result";
                break;
        }
    }
    return text;
}

std::string how_often(std::ptrdiff_t times) {
    return times == 1 ? "once" : times == 2 ? "twice" : fmt::format("{} times", times);
}

}  // namespace

std::string Inferrer::text(TypePrinter& printer, TypeRef type) const {
    return printer.text(type, kTextLimit);
}

void Inferrer::because(Diagnostic& diagnostic, const Clash& clash, const std::string& type) {
    if (!clash.because.known()) return;
    diagnostic.secondary.push_back({clash.because, clash.because_text.empty()
                                                       ? fmt::format("this is `{}`", type)
                                                       : clash.because_text});
}

void Inferrer::explain_all(const std::vector<Mismatch>& wrong, const Clash& clash) {
    TypePrinter printer(PrintStyle::checker, &substitution_);
    std::vector<Mismatch> labels;
    if (explain_renamed(wrong, clash)) return;
    for (const Mismatch& mismatch : wrong) {
        if (mismatch.what == Mismatch::What::missing_label ||
            mismatch.what == Mismatch::What::unexpected_label) {
            labels.push_back(mismatch);
        } else {
            explain(mismatch, clash, printer);
        }
    }
    if (!labels.empty()) explain_labels(labels, clash);
}

/// A function whose parameter has another name than the caller gives it.
bool Inferrer::explain_renamed(const std::vector<Mismatch>& wrong, const Clash& clash) {
    if (wrong.size() != 2 || wrong[0].what != Mismatch::What::unexpected_argument ||
        wrong[1].what != Mismatch::What::missing_argument ||
        wrong[0].path.size() != wrong[1].path.size()) {
        return false;
    }
    const std::string_view has = wrong[0].name;
    const std::string_view wanted = wrong[1].name;
    Diagnostic& d = diagnostics_.error(
        Code::unexpected_argument, clash.span,
        fmt::format("{}: the parameter of the function must be called `{}`, not `{}`{}",
                    clash.subject, wanted, has, way(wrong[0].path, 0)));
    because(d, clash, {});
    const auto* function = clash.value == nullptr
                               ? nullptr
                               : std::get_if<syntax::FunctionExpr>(&bare(*clash.value).node);
    if (function == nullptr || !wrong[0].path.empty()) return true;
    for (const syntax::Parameter& p : function->parameters) {
        if (p.name.text == has) d.secondary.push_back({p.name.span, "this name"});
    }
    return true;
}

void Inferrer::explain(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer) {
    const auto tell = [&](Code code, std::string what) {
        Diagnostic& d = diagnostics_.error(
            code, clash.span, fmt::format("{}: {}{}", clash.subject, what, way(mismatch.path, 0)));
        because(d, clash, {});
    };
    switch (mismatch.what) {
        case Mismatch::What::types:
            explain_types(mismatch, clash, printer);
            return;
        case Mismatch::What::kind:
            explain_kind(mismatch, clash, printer);
            return;
        case Mismatch::What::missing_argument:
            tell(Code::missing_argument,
                 fmt::format("the function has no parameter `{}`, which it is called with",
                             mismatch.name));
            return;
        case Mismatch::What::unexpected_argument:
            tell(Code::unexpected_argument,
                 fmt::format("the function needs a parameter `{}`, which it is not given",
                             mismatch.name));
            return;
        case Mismatch::What::missing_pipe:
            tell(Code::pipe_mismatch, "the function takes no piped-in value");
            return;
        case Mismatch::What::pipe_name:
            tell(Code::pipe_mismatch, fmt::format("expected the pipe parameter `{}`, found `{}`",
                                                  mismatch.name, mismatch.other));
            return;
        case Mismatch::What::recursive:
            tell(Code::recursive_type,
                 fmt::format("its type would contain itself: `{}` = `{}`",
                             text(printer, mismatch.expected), text(printer, mismatch.found)));
            return;
        case Mismatch::What::missing_label:
        case Mismatch::What::unexpected_label:
            return;
    }
}

void Inferrer::explain_types(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer) {
    const TypeRef expected = substitution_.row(mismatch.expected);
    const TypeRef found = substitution_.row(mismatch.found);
    const std::string wanted = text(printer, expected);
    const std::string got = text(printer, found);
    std::string message = fmt::format("{}: expected `{}`, found `{}`{}", clash.subject, wanted, got,
                                      way(mismatch.path, 0));
    if (expected->is(Tag::record) && expected->fields.size() == 1 && mismatch.path.empty() &&
        clash.subject.starts_with("member ")) {
        message = fmt::format("{}: `{}` is not a record, so it has no members", clash.subject, got);
    }
    Diagnostic& d = diagnostics_.error(Code::type_mismatch, clash.span, std::move(message),
                                       mismatch.path.empty() && clash.because_text.empty()
                                           ? fmt::format("this is `{}`", got)
                                           : std::string());
    because(d, clash, wanted);
    if (!mismatch.path.empty() && clash.because.known() && clash.because_text.empty()) {
        d.secondary.back().text = "this is what it is compared with";
    }
    if (mismatch.path.empty() && clash.value != nullptr) {
        add_type_help(d, expected, found, clash);
    }
}

void Inferrer::explain_kind(const Mismatch& mismatch, const Clash& clash, TypePrinter& printer) {
    const TypeRef found = substitution_.row(mismatch.found);
    const std::string got = text(printer, found);
    std::string message = fmt::format("{}: `{}` {}", clash.subject, got, cannot(mismatch.kind));
    if (mismatch.kind != Kind::row)
        message += fmt::format(" (it is not {})", kind_name(mismatch.kind));
    Diagnostic& d =
        diagnostics_.error(Code::kind_mismatch, clash.span, message + way(mismatch.path, 0));
    because(d, clash, got);
    const bool adds = mismatch.kind == Kind::addable || mismatch.kind == Kind::subtractable;
    if (adds && (found->is(Tag::time) || found->is(Tag::duration))) {
        d.help.push_back(
            "times and durations are added with `date.add(d: …, to: …)` and subtracted with "
            "`date.sub(d: …, from: …)`");
    } else if (mismatch.kind == Kind::divisible && found->is(Tag::duration)) {
        d.help.push_back(
            "a duration is multiplied with `date.scale(d: …, n: …)`; as a number of "
            "nanoseconds it is `int(v: …)`");
    } else if (mismatch.kind == Kind::addable && found->is(Tag::array)) {
        d.help.push_back("arrays are joined with `array.concat(arr: …, v: …)`");
    } else if (mismatch.kind == Kind::stringable) {
        d.help.push_back("`display(v: …)` turns any value into text");
    }
}

/// A record and what `with` makes of it: a label that is there already stands in the new type a
/// second time, behind the new one, so the labels themselves say nothing about what is wrong.
bool Inferrer::explain_extended(const Mismatch& mismatch, const Clash& clash) {
    const TypeRef expected = substitution_.row(mismatch.expected);
    const TypeRef found = substitution_.row(mismatch.found);
    const auto times = [&](TypeRef record) {
        return std::count_if(record->fields.begin(), record->fields.end(),
                             [&](const Field& f) { return f.name == mismatch.name; });
    };
    const auto wanted = times(expected);
    const auto has = times(found);
    const bool same_rest =
        expected->tail() != nullptr && found->tail() != nullptr &&
        substitution_.shallow(expected->tail()) == substitution_.shallow(found->tail());
    if (!same_rest && std::min(wanted, has) == 0) return false;
    std::string what = fmt::format("the record has the label `{}` {}, expected {}", mismatch.name,
                                   how_often(has), how_often(wanted));
    if (std::min(wanted, has) == 0) {
        what = fmt::format("{} is extended by the label `{}`, {} is not",
                           has == 0 ? "what the record is compared with" : "the record",
                           mismatch.name, has == 0 ? "the record" : "what it is compared with");
    }
    Diagnostic& d =
        diagnostics_.error(has > wanted ? Code::unexpected_label : Code::missing_label, clash.span,
                           fmt::format("{}: {}{}", clash.subject, what, way(mismatch.path, 0)));
    because(d, clash, "");
    if (!d.secondary.empty() && clash.because_text.empty())
        d.secondary.back().text = "this is the record to compare with";
    d.notes.push_back(fmt::format(
        "`{{x with {0}: …}}` is never of the type of `x`: a label `{0}` that `x` has stays in the "
        "type, behind the new one",
        mismatch.name));
    d.help.push_back(fmt::format(
        "extend both records with `{0}`, or write out the labels of the new one: `{{{0}: …}}`",
        mismatch.name));
    return true;
}

void Inferrer::explain_labels(const std::vector<Mismatch>& wrong, const Clash& clash) {
    // One message for all labels of one place: records differ by them only.
    const Mismatch& first = wrong.front();
    if (explain_extended(first, clash)) return;
    std::string missing;
    std::string unexpected;
    for (const Mismatch& m : wrong) {
        std::string& list = m.what == Mismatch::What::missing_label ? missing : unexpected;
        if (!list.empty()) list += ", ";
        list += fmt::format("`{}`", m.name);
    }
    std::string what;
    if (!missing.empty()) what = "the record lacks the label " + missing;
    if (!unexpected.empty()) {
        what += what.empty() ? "the record has the unexpected label "
                             : " and has the unexpected label ";
        what += unexpected;
    }
    Diagnostic& d = diagnostics_.error(
        missing.empty() ? Code::unexpected_label : Code::missing_label, clash.span,
        fmt::format("{}: {}{}", clash.subject, what, way(first.path, 0)));
    because(d, clash, "");
    if (!d.secondary.empty() && clash.because_text.empty()) {
        d.secondary.back().text = "this is the record to compare with";
    }
    if (missing.empty()) return;
    std::vector<std::string_view> labels;
    for (const Field& f : substitution_.row(first.found)->fields) labels.push_back(f.name);
    const std::string_view near = base::nearest(first.name, labels);
    if (!near.empty()) {
        d.help.push_back(fmt::format("did you mean `{}`?", near));
        if (clash.subject.starts_with("member ") && clash.because.known()) {
            d.fixits.push_back({clash.because, std::string(near), "use the nearest label", false});
        }
    } else if (!labels.empty() && labels.size() <= 12) {
        d.notes.push_back(fmt::format("it has the label{} {}", labels.size() == 1 ? "" : "s",
                                      fmt::join(labels, ", ")));
    }
}

}  // namespace fluxi::types
