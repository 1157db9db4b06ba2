#include "value/regexp_syntax.hpp"

#include "base/error.hpp"

namespace fluxi::value {
namespace {

/// Go's words for what RE2 found wrong.
std::string_view go_words(re2::RE2::ErrorCode code) {
    switch (code) {
        case re2::RE2::NoError:
        case re2::RE2::ErrorInternal:
            return "unexpected error";
        case re2::RE2::ErrorBadEscape:
            return "invalid escape sequence";
        case re2::RE2::ErrorBadCharClass:
            return "invalid character class";
        case re2::RE2::ErrorBadCharRange:
            return "invalid character class range";
        case re2::RE2::ErrorMissingBracket:
            return "missing closing ]";
        case re2::RE2::ErrorMissingParen:
            return "missing closing )";
        case re2::RE2::ErrorUnexpectedParen:
            return "unexpected )";
        case re2::RE2::ErrorTrailingBackslash:
            return "trailing backslash at end of expression";
        case re2::RE2::ErrorRepeatArgument:
            return "missing argument to repetition operator";
        case re2::RE2::ErrorRepeatSize:
            return "invalid repeat count";
        case re2::RE2::ErrorRepeatOp:
            return "invalid nested repetition operator";
        case re2::RE2::ErrorBadPerlOp:
            return "invalid or unsupported Perl syntax";
        case re2::RE2::ErrorBadUTF8:
            return "invalid UTF-8";
        case re2::RE2::ErrorBadNamedCapture:
            return "invalid named capture";
        case re2::RE2::ErrorPatternTooLarge:
            return "expression too large";
    }
    return "unexpected error";
}

[[noreturn]] void refuse(std::string_view what, std::string_view where) {
    base::fail("error parsing regexp: {}: `{}`", what, where);
}

/// The end of the character class that begins at `start`; its first member may be `]`.
std::size_t end_of_class(std::string_view source, std::size_t start) {
    std::size_t i = start + 1;
    if (i < source.size() && source[i] == '^') ++i;
    if (i < source.size() && source[i] == ']') ++i;
    while (i < source.size() && source[i] != ']') {
        if (source[i] == '\\') {
            i += 2;
        } else if (source.substr(i, 2) == "[:") {
            const std::size_t end = source.find(":]", i + 2);
            i = end == std::string_view::npos ? i + 1 : end + 2;
        } else {
            ++i;
        }
    }
    return i;
}

}  // namespace

std::string re2_pattern(std::string_view source) {
    std::string out;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == '\\') {
            const char next = i + 1 < source.size() ? source[i + 1] : '\0';
            if (next == 'C') refuse("invalid escape sequence", "\\C");
            if (next == 'Q') i = source.find("\\E", i + 2);
            if (i >= source.size()) break;
            ++i;
        } else if (source[i] == '[') {
            i = end_of_class(source, i);
        } else if (source.substr(i, 3) == "(?<") {
            const char next = i + 3 < source.size() ? source[i + 3] : '\0';
            if (next == '=' || next == '!') continue;
            out.append(source.substr(copied, i + 2 - copied)).append("P");
            copied = i + 2;
        }
    }
    return out.append(source.substr(copied));
}

void refuse_pattern(std::string_view source, const re2::RE2& program) {
    const auto code = program.error_code();
    const bool whole = code == re2::RE2::ErrorMissingParen ||
                       code == re2::RE2::ErrorUnexpectedParen || code == re2::RE2::ErrorBadUTF8;
    if (code == re2::RE2::ErrorTrailingBackslash) refuse(go_words(code), "");
    if (code == re2::RE2::ErrorPatternTooLarge) refuse(go_words(code), source);
    refuse(go_words(code), whole ? source : std::string_view(program.error_arg()));
}

}  // namespace fluxi::value
