// What stands around the cursor: the word being typed, the calls it is an argument of, the pipe it
// is a stage of. Found by looking at the tokens before the cursor; nothing is parsed, since what is
// being typed hardly ever can be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::repl {

/// A call whose bracket is open at the cursor.
struct OpenCall {
    std::string callee{};               ///< "strings.trim"; empty for a bracket that is no call
    std::vector<std::string> given{};   ///< names of its arguments so far
    std::string argument{};             ///< the one whose value is being typed; may be empty
    std::vector<std::string> values{};  ///< of `given`, as far as they are typed
    std::string source{};               ///< the expression that is piped into it; may be empty
    bool record = false;                ///< a curly bracket
    /// Parameters of the function literals that its arguments begin, the innermost last.
    std::vector<std::vector<std::string>> functions{};

    /// The value of an argument; empty if it is not there.
    [[nodiscard]] std::string_view value(std::string_view name) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (given[i] == name) return values[i];
        }
        return {};
    }
};

struct Place {
    bool in_comment = false;
    bool in_text = false;           ///< inside of a string
    bool importing = false;         ///< the string is the path of an import
    std::size_t word_begin = 0;     ///< of the word, or of the string's content
    std::string word{};             ///< what is typed of it
    std::string owner{};            ///< "r" in `r.fie`, "a.b" in `a.b.c`; empty if there is no dot
    bool names_argument = false;    ///< a name here would name an argument
    bool names_label = false;       ///< a name here would be the label of a record
    std::vector<OpenCall> calls{};  ///< the innermost last

    /// What is piped into the innermost call that something is piped into.
    [[nodiscard]] std::string_view piped() const {
        for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
            if (!call->source.empty()) return call->source;
            if (!call->value("tables").empty()) return call->value("tables");
        }
        return {};
    }
};

Place place_at(std::string_view text, std::size_t cursor);

}  // namespace fluxi::cli::repl
