// Formatting keeps what a script means and all of its comments, wherever they stand, and what was
// formatted parses. The mutator works on tokens and puts comments and line ends between them, which
// mutated bytes seldom do in a text that still parses.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "syntax/format.hpp"
#include "syntax/parser.hpp"
#include "tests/support/tree_meaning.hpp"

namespace {

using namespace fluxi;

struct Read {
    bool good = false;
    std::string meaning{};
    std::string formatted{};
    std::vector<std::string> comments{};
};

std::string without_blanks(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r') result.push_back(c);
    }
    return result;
}

Read read(std::string text) {
    base::SourceMap sources;
    const base::FileId id = sources.add("fuzz.flux", std::move(text));
    base::Diagnostics diagnostics;
    const syntax::ParseResult parsed = syntax::parse(sources, id, diagnostics);
    if (diagnostics.has_errors()) return {};
    Read result{true,
                test::tree_meaning(sources, *parsed.file),
                syntax::format(sources, id, *parsed.file),
                {}};
    for (const auto& comment : parsed.file->comments) {
        result.comments.push_back(without_blanks(sources.file(id).text().substr(
            comment.span.begin, comment.span.end - comment.span.begin)));
    }
    return result;
}

void require(bool good, std::string_view what, const std::string& a, const std::string& b) {
    if (good) return;
    std::cerr << what << "\n--- first\n" << a << "\n--- second\n" << b << "\n";
    std::abort();
}

const char* const kPieces[] = {
    "// c\n",
    "\n",
    "\n\n// d\n\n",
    "// a longer remark that fills a line of its own, or most of it\n",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "=",
    "=>",
    "|>",
    ".",
    "\"${",
    "}\"",
    "if",
    "then",
    "else",
    "(r) => ",
    "f(a: 1)",
    "{a: 1}",
    "{r with a: 1}",
    "[1, 2]",
    "[\"a\": 1]",
    "[:]",
    "x = ",
    "return ",
    "option ",
    "import \"a\"\n",
    "builtin f : (a: int) => int\n",
    "testcase t {\n}\n",
    "and",
    "not ",
    "-",
    "/a/",
    "1h",
    "2020-01-01",
    "exists ",
    "=~",
    "<-",
    "?",
    "@edition(\"x\")\n",
};

bool word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (word(text[i])) {
            while (end < text.size() && word(text[end])) ++end;
        } else if (text.substr(i).starts_with("//")) {
            end = std::min(text.find('\n', i), text.size() - 1) + 1;
        }
        tokens.emplace_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Read first = read(text);
    if (!first.good) return 0;
    const Read second = read(first.formatted);
    require(second.good, "what was formatted does not parse", text, first.formatted);
    require(first.meaning == second.meaning, "formatting changes the meaning", text,
            first.formatted);
    require(first.comments == second.comments, "formatting changes comments", text,
            first.formatted);
    require(first.formatted == second.formatted, "formatting again changes the text",
            first.formatted, second.formatted);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
    std::minstd_rand random(seed);
    std::vector<std::string> tokens = tokens_of({reinterpret_cast<const char*>(data), size});
    const auto place = [&] { return static_cast<std::ptrdiff_t>(random() % (tokens.size() + 1)); };
    for (unsigned i = 0, count = 1 + random() % 4; i < count; ++i) {
        const auto from = place();
        const auto length =
            std::min<std::ptrdiff_t>(1 + static_cast<std::ptrdiff_t>(random() % 6),
                                     static_cast<std::ptrdiff_t>(tokens.size()) - from);
        switch (random() % 6) {
            case 0:
                tokens.erase(tokens.begin() + from, tokens.begin() + from + length);
                break;
            case 1: {
                const std::vector<std::string> copy(tokens.begin() + from,
                                                    tokens.begin() + from + length);
                tokens.insert(tokens.begin() + place(), copy.begin(), copy.end());
                break;
            }
            case 2:
            case 3:
                tokens.insert(tokens.begin() + from, kPieces[random() % 4]);
                break;
            default:
                tokens.insert(tokens.begin() + from, kPieces[random() % std::size(kPieces)]);
        }
    }
    std::string text;
    for (const std::string& token : tokens) text += token;
    if (text.size() > max_size) text.resize(max_size);
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
