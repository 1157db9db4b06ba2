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
    const std::string_view text = sources.file(call.span.file).text().substr(call.span.begin);
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

/// What is said about an argument; `reason` is what happened inside.
std::string of_argument(const eval::Fault& fault, std::string_view reason) {
    if (fault.returned) {
        const std::size_t dot = fault.parameter.find('.');
        const std::string_view name = std::string_view(fault.parameter).substr(0, dot);
        if (dot == std::string::npos)
            return fmt::format("what argument {} returns cannot be used: {}", name, reason);
        return fmt::format(
            "property {} of what argument {} returns {}", fault.parameter.substr(dot + 1), name,
            fault.text.empty() ? fmt::format("cannot be used: {}", reason) : fault.text);
    }
    if (!fault.text.empty()) return fmt::format("argument {} {}", fault.parameter, fault.text);
    if (fault.null) return fmt::format("argument {} is null", fault.parameter);
    if (begins_with_word(reason, fault.parameter)) return std::string(reason);
    return fmt::format("argument {}: {}", fault.parameter, reason);
}

/// What an error that does not name the function of frame `frame` says about it.
std::string cause(const base::RuntimeError& error, std::size_t frame) {
    const auto* traced = dynamic_cast<const eval::TracedError*>(&error);
    const std::string_view inner = error.diagnostic().message;
    for (std::size_t i = frame + 1; traced != nullptr && i-- > 0;) {
        const eval::Fault* fault = traced->fault(i);
        if (fault == nullptr || fault->parameter.empty()) continue;
        // What a function of the script returned is the script's, however deep it was called.
        if (i == frame || fault->returned || fault->outer) return of_argument(*fault, inner);
        return fmt::format("{}: {}", error.stack()[i].function, of_argument(*fault, inner));
    }
    std::string_view reason = inner;
    if (frame > 0) drop_prefix(reason, error.stack().front().function);
    return std::string(reason);
}

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
    diagnostic.message = fmt::format("{}: {}", function, cause(error, frame));
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
