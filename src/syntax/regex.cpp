// Regular expression literals: what RE2 refuses is explained in words of Flux.
#include <re2/re2.h>

#include <fmt/core.h>

#include "base/utf8.hpp"
#include "syntax/literals.hpp"
#include "syntax/parser.hpp"

namespace fluxi::syntax {

namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

std::string explain(const RE2& regex) {
    const std::string& part = regex.error_arg();
    switch (regex.error_code()) {
        case RE2::ErrorBadEscape:
            if (part.size() == 2 && part[1] >= '1' && part[1] <= '9') {
                return fmt::format("`{}`: a back-reference cannot be matched", part);
            }
            return fmt::format("`{}` is not an escape", part);
        case RE2::ErrorBadCharClass:
            return fmt::format("`{}` is not a class of characters", part);
        case RE2::ErrorBadCharRange:
            return fmt::format("`{}` is not a range of characters", part);
        case RE2::ErrorMissingBracket:
            return "a `[` is not closed";
        case RE2::ErrorMissingParen:
            return "a `(` is not closed";
        case RE2::ErrorUnexpectedParen:
            return "a `)` closes nothing";
        case RE2::ErrorTrailingBackslash:
            return "a `\\` ends it";
        case RE2::ErrorRepeatArgument:
            return fmt::format("`{}` has nothing to repeat", part);
        case RE2::ErrorRepeatSize:
            return fmt::format("`{}` is not a count to repeat", part);
        case RE2::ErrorRepeatOp:
            return fmt::format("`{}` repeats a repetition", part);
        case RE2::ErrorBadPerlOp:
            if (part.rfind("(?=", 0) == 0 || part.rfind("(?!", 0) == 0 ||
                part.rfind("(?<", 0) == 0) {
                return fmt::format("`{}`: looking ahead or behind is not supported", part);
            }
            return fmt::format("`{}` is not supported", part);
        case RE2::ErrorBadNamedCapture:
            return fmt::format("`{}` is not a good group name", part);
        case RE2::ErrorBadUTF8:
            return "it is not UTF-8";
        case RE2::ErrorPatternTooLarge:
            return "it is too large";
        case RE2::NoError:
        case RE2::ErrorInternal:
            break;
    }
    return regex.error();
}

/// `\/` is a slash and `\xHH` a byte; every other pair is left to the engine.
Converted<std::string> unescape_regex(std::string_view text) {
    Converted<std::string> result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result.value.push_back(text[i]);
        } else if (text[i + 1] == '/') {
            result.value.push_back(text[++i]);
        } else if (text[i + 1] == 'x') {
            if (i + 3 >= text.size() || !is_hex(text[i + 2]) || !is_hex(text[i + 3])) {
                result.error = "`\\x` is not followed by two hexadecimal digits";
                result.at = i;
                result.size = 2;
                return result;
            }
            result.value.push_back(
                static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16)));
            i += 3;
        } else {
            result.value.push_back(text[i]);
            result.value.push_back(text[++i]);
        }
    }
    return result;
}

}  // namespace

std::string named_groups_to_re2(std::string_view pattern) {
    std::string result;
    result.reserve(pattern.size());
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        result.push_back(pattern[i]);
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            result.push_back(pattern[++i]);
        } else if (pattern.substr(i, 3) == "(?<" && pattern.substr(i + 3, 1) != "=" &&
                   pattern.substr(i + 3, 1) != "!") {
            result += "?P<";
            i += 2;
        }
    }
    return result;
}

Converted<std::string> parse_regex(std::string_view text) {
    Converted<std::string> result = unescape_regex(text);
    if (result.error.empty()) {
        RE2::Options options;
        options.set_log_errors(false);
        const RE2 regex(named_groups_to_re2(result.value), options);
        if (!regex.ok()) result.error = explain(regex);
    }
    if (!result.error.empty()) {
        result.error = "the regular expression is not valid: " + base::to_valid_utf8(result.error);
        if (text.starts_with('*'))
            result.help = "Flux has no /* comments */: use // up to the end of the line";
    }
    return result;
}

}  // namespace fluxi::syntax
