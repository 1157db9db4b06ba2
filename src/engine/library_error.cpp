#include "engine/library_error.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "eval/blame.hpp"

namespace fluxi::engine {

namespace {

bool is_word(char c) {
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// The function of a call as the script writes it, such as `teams.message`.
std::string written_callee(const base::SourceMap& sources, const base::CallFrame& call) {
    std::string_view text = sources.file(call.span.file).text().substr(call.span.begin);
    text.remove_prefix(std::min(text.find_first_not_of("( \t\r\n"), text.size()));
    const auto end =
        std::find_if_not(text.begin(), text.end(), [](char c) { return c == '.' || is_word(c); });
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length > 0) return std::string(text.substr(0, length));
    return call.function.starts_with('<') ? std::string() : call.function;
}

/// Takes "function: " away, also where a package stands before it as in "requests.do: ".
bool drop_prefix(std::string_view& text, std::string_view function) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos) return false;
    const std::string_view prefix = text.substr(0, colon);
    const std::size_t dot = prefix.rfind('.');
    if (prefix != function &&
        (dot == prefix.npos || prefix.substr(dot + 1) != function ||
         !std::all_of(prefix.begin(), prefix.end(), [](char c) { return c == '.' || is_word(c); })))
        return false;
    text.remove_prefix(colon + 2);
    return true;
}

/// Whether a text is about a name: begins with it.
bool begins_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || !is_word(text[word.size()]));
}

/// What stands behind "function: argument name: ", which named the argument of an inner function.
std::string_view behind_argument(std::string_view reason) {
    constexpr std::string_view kWord = "argument ";
    const std::size_t first = reason.find(": ");
    if (first == reason.npos || !reason.substr(first + 2).starts_with(kWord)) return reason;
    const std::size_t name = first + 2 + kWord.size();
    const std::size_t second = reason.find(": ", name);
    const bool is_name = second != reason.npos &&
                         std::all_of(reason.begin() + name, reason.begin() + second, is_word);
    return is_name ? reason.substr(second + 2) : reason;
}

/// What is said about an argument called `name`; `reason` is what happened inside.
std::string of_argument(const eval::Fault& fault, std::string_view name, std::string_view reason) {
    const std::string whole = std::string(name) + fault.path;
    if (fault.returned) {
        if (fault.path.empty())
            return fmt::format("what argument {} returns cannot be used: {}", name, reason);
        return fmt::format(
            "property {} of what argument {} returns{}", fault.path.substr(1), name,
            fault.text.empty() ? fmt::format(" cannot be used: {}", reason) : fault.text);
    }
    if (!fault.text.empty()) return fmt::format("argument {}{}", whole, fault.text);
    if (fault.null) return fmt::format("argument {} is null", whole);
    if (begins_with_word(reason, whole)) return std::string(reason);
    return fmt::format("argument {}: {}", whole, behind_argument(reason));
}

/// Reads off a call of the script which of its arguments an error is about.
class Arguments {
  public:
    Arguments(const base::RuntimeError& error, std::size_t frame, const base::SourceMap& sources)
        : error_(error), frame_(frame), sources_(sources) {}

    /// What an error that does not name the function of the frame says about it.
    [[nodiscard]] std::string cause() const {
        const std::string_view inner = error_.diagnostic().message;
        if (const auto* traced = dynamic_cast<const eval::TracedError*>(&error_)) {
            for (std::size_t i = frame_ + 1; i-- > 0;) {
                const eval::Fault* fault = traced->fault(i);
                if (fault == nullptr || !fault->known()) continue;
                // That a conversion is about what it converts goes without saying.
                if (i == 0 && i < frame_ && is_of_call(error_) && fault->text.empty()) break;
                const auto told = about(*fault, i, inner);
                if (!told.empty()) return told;
            }
            if (const eval::Fault fault = traced->unclaimed(); fault.place.known()) {
                if (const auto name = written_argument(fault.place); !name.empty())
                    return of_argument(fault, name, inner);
            }
        }
        std::string_view reason = inner;
        if (frame_ > 0) drop_prefix(reason, error_.stack().front().function);
        return std::string(reason);
    }

  private:
    [[nodiscard]] std::string about(const eval::Fault& fault, std::size_t i,
                                    std::string_view inner) const {
        if (fault.place.known()) {
            const std::string_view name = written_argument(fault.place);
            return name.empty() ? std::string() : of_argument(fault, name, inner);
        }
        const std::string told = of_argument(fault, fault.parameter, inner);
        return i == frame_ ? told : fmt::format("{}: {}", error_.stack()[i].function, told);
    }

    /// The name that is written at a place of the library, if the call of the script has an
    /// argument of this name: the function around what failed had it from there.
    [[nodiscard]] std::string_view written_argument(base::Span place) const {
        const std::string_view name = text_of(place);
        const std::string_view call = text_of(error_.stack()[frame_].span);
        for (std::size_t at = call.find(name); !name.empty() && at != call.npos;
             at = call.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            const std::size_t next = std::min(call.find_first_not_of(" \t\r\n", end), call.size());
            if ((at == 0 || !is_word(call[at - 1])) && next < call.size() && call[next] == ':')
                return name;
        }
        return {};
    }
    [[nodiscard]] std::string_view text_of(base::Span span) const {
        return sources_.file(span.file).text().substr(span.begin, span.end - span.begin);
    }

    const base::RuntimeError& error_;
    std::size_t frame_;
    const base::SourceMap& sources_;
};

}  // namespace

base::RuntimeError told_of_call(const base::RuntimeError& error, std::size_t frame,
                                const base::SourceMap& sources) {
    base::RuntimeError told = error;
    base::Diagnostic& diagnostic = told.diagnostic();
    const base::CallFrame& call = error.stack()[frame];
    diagnostic.span = call.span;
    const std::string function = written_callee(sources, call);
    const std::string inner = diagnostic.message;
    std::string_view reason = inner;
    if (function.empty() || begins_with_word(reason, function)) return told;
    // A package that names its function itself has said what there is to say.
    if (drop_prefix(reason, call.function)) {
        diagnostic.message = fmt::format("{}: {}", function, reason);
        return told;
    }
    if (begins_with_word(reason, call.function)) return told;
    diagnostic.message = fmt::format(
        "{}: {}", function,
        frame == 0 && is_of_call(error) ? inner : Arguments(error, frame, sources).cause());
    if (diagnostic.message.find(inner) == std::string::npos)
        diagnostic.notes.insert(diagnostic.notes.begin(), "inside: " + inner);
    return told;
}

bool is_of_call(const base::RuntimeError& error) {
    const base::Diagnostic& diagnostic = error.diagnostic();
    switch (diagnostic.code) {
        case base::Code::died:
        case base::Code::cancelled:
        case base::Code::limit:
            return false;
        default:
            break;
    }
    return !error.stack().empty() && diagnostic.span.known() &&
           diagnostic.span == error.stack().front().span;
}

}  // namespace fluxi::engine
