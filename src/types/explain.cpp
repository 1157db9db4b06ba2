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

bool is_number(TypeRef type) {
    return type->is(Tag::integer) || type->is(Tag::uinteger) || type->is(Tag::floating);
}

template <typename Literal>
bool is_literal(const syntax::Expr* expr) {
    return expr != nullptr && std::holds_alternative<Literal>(bare(*expr).node);
}

void add_conversion(Diagnostic& d, const syntax::Expr& expr, std::string_view function,
                    const base::SourceMap* sources) {
    d.help.push_back(fmt::format("convert it with `{}(v: …)`", function));
    if (sources == nullptr) return;
    d.fixits.push_back({bare(expr).span,
                        fmt::format("{}(v: {})", function, sources->text(bare(expr).span)),
                        "convert it", false});
}

void add_float_literal(Diagnostic& d, const syntax::Expr& expr) {
    const std::int64_t value = std::get<syntax::IntegerLit>(bare(expr).node).value;
    const std::string text = fmt::format("{}.0", value);
    d.help.push_back(
        fmt::format("write `{}`: an int is never turned into a float by itself", text));
    d.fixits.push_back({bare(expr).span, text, "write it as a float", true});
}

/// How to get from what was found to what was expected, where there is an obvious way.
void add_conversion_help(Diagnostic& d, TypeRef expected, TypeRef found, const Clash& clash,
                         const base::SourceMap* sources) {
    if (clash.value == nullptr) return;
    const bool wants_float = expected->is(Tag::floating);
    if (wants_float && found->is(Tag::integer) && is_literal<syntax::IntegerLit>(clash.value)) {
        add_float_literal(d, *clash.value);
    } else if (expected->is(Tag::integer) && found->is(Tag::floating) &&
               is_literal<syntax::IntegerLit>(clash.other)) {
        add_float_literal(d, *clash.other);
    } else if (expected->is(Tag::integer) && found->is(Tag::floating) && clash.other != nullptr) {
        add_conversion(d, *clash.other, "float", sources);
    } else if (is_number(expected) && found->is(Tag::string) && clash.other != nullptr) {
        add_conversion(d, *clash.other, "string", sources);
    } else if (is_number(expected) && (is_number(found) || found->is(Tag::string))) {
        add_conversion(d, *clash.value, basic_name(expected->tag), sources);
    } else if (expected->is(Tag::string) && found->kinds.has(Kind::stringable)) {
        add_conversion(d, *clash.value, "string", sources);
    } else if (expected->is(Tag::string) && basic_kinds(found->tag).has(Kind::stringable)) {
        add_conversion(d, *clash.value, "string", sources);
    } else if (expected->is(Tag::time) && found->is(Tag::duration)) {
        d.help.push_back("to move a time use `date.add(d: …, to: …)` or `date.sub(d: …, from: …)`");
    } else if (expected->is(Tag::duration) && is_number(found)) {
        d.help.push_back(found->is(Tag::integer)
                             ? "to multiply a duration use `date.scale(d: …, n: …)`; a number of "
                               "nanoseconds becomes one with `duration(v: …)`"
                             : "a duration is written with units: `1h30m`");
    }
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
    if (mismatch.path.empty()) add_conversion_help(d, expected, found, clash, options_.sources);
    if (expected->is(Tag::stream) && found->is(Tag::array)) {
        d.help.push_back("an array becomes a stream with `array.from(rows: …)`");
    }
    if (expected->is(Tag::array) && found->is(Tag::stream)) {
        d.help.push_back(
            "a column of a stream becomes an array with `findColumn(fn: …, column: …)`");
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

void Inferrer::explain_labels(const std::vector<Mismatch>& wrong, const Clash& clash) {
    // One message for all labels of one place: records differ by them only.
    const Mismatch& first = wrong.front();
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
        d.notes.push_back(fmt::format("its labels are {}", fmt::join(labels, ", ")));
    }
}

}  // namespace fluxi::types
