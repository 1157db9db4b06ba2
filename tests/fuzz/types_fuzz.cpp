// Checking ends, whatever the script: no crash, every diagnostic lies within a text, every type can
// be printed. The mutator works on tokens, so that most inputs still parse: it takes tokens out,
// doubles them, swaps names and puts in pieces of Flux, which reaches inference far more often than
// mutated bytes do.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "syntax/check.hpp"
#include "tests/support/type_world.hpp"

namespace {

using namespace fluxi;

/// The library is used for a while and then made anew, so that the variables of all runs do not
/// pile up.
constexpr int kRunsPerWorld = 500;

void check(test::TypeWorld& world, std::string text) {
    const std::size_t size = text.size();
    types::InferOptions options;
    options.warnings = true;
    options.features.label_polymorphism = size % 2 == 0;
    options.strict = size % 3 == 0;
    const auto checked = world.check(std::move(text), options);
    for (const base::Diagnostic& d : checked.diagnostics.all()) {
        if (d.message.empty() || d.span.begin > d.span.end) std::abort();
        if (d.span.known() && d.span.end > world.sources.file(d.span.file).text().size())
            std::abort();
        for (const base::FixIt& fix : d.fixits) {
            if (fix.span.begin > fix.span.end || fix.span.end > size) std::abort();
        }
    }
    std::size_t printed = 0;
    for (const auto& [name, type] : checked.inferred->definitions()) {
        if (type.type->depth < 50) printed += types::TypePrinter().text(type.type, 500).size();
    }
    for (syntax::NodeId id = 0; id < checked.file->node_count; ++id) {
        printed += types::TypePrinter().text(checked.inferred->type_of(id), 100).size();
    }
    if (printed == 0 && !checked.inferred->definitions().empty()) std::abort();
}

const char* const kPieces[] = {
    "x",
    "r",
    "(x) => x",
    "(r) => r.a",
    "{r with a: 1}",
    "{a: 1, b: \"s\"}",
    "[x]",
    "[1, 2]",
    "[\"a\": 1]",
    "1",
    "1.0",
    "\"s\"",
    "1h",
    "true",
    "x + x",
    "x(a: 1)",
    "|> f()",
    "f(x: x)",
    ".a",
    "[0]",
    "not x",
    "exists r.a",
    "if true then x else x",
    "(t=<-, n=1) => t",
    "|> map(fn: (r) => ({r with v: r.v}))",
    "from(bucket: \"b\")",
    "|> range(start: -1h)",
    "|> filter(fn: (r) => r._value > 1)",
    "y = x\n",
    "f = (x, y=1) => [x, y]\n",
    "import \"math\"\n",
    "math.pi",
    "option now = () => 2020-01-01\n",
    "builtin b : (a: A, ?b: B, <-c: [A]) => {B with x: A} where A: Addable\n",
    "-x",
    "x == x",
    "\"${x}\"",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "=",
    "=>",
    "with",
    "return x\n",
    ".lab",
};

bool word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::vector<std::string> tokens_of(const std::string& text) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (word(text[i])) {
            while (end < text.size() && word(text[end])) ++end;
        } else if (text[i] == '"') {
            while (end < text.size() && text[end] != '"') ++end;
            end = std::min(end + 1, text.size());
        }
        tokens.push_back(text.substr(i, end - i));
        i = end;
    }
    return tokens;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::unique_ptr<test::TypeWorld> world;
    static int runs = 0;
    if (!world || ++runs % kRunsPerWorld == 0) world = std::make_unique<test::TypeWorld>();
    check(*world, std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
    std::minstd_rand random(seed);
    if (size > 0 && random() % 20 == 0) {
        data[random() % size] = static_cast<std::uint8_t>(random());
        return size;
    }
    std::vector<std::string> tokens =
        tokens_of(std::string(reinterpret_cast<const char*>(data), size));
    const auto place = [&] { return static_cast<std::ptrdiff_t>(random() % (tokens.size() + 1)); };
    const auto at = [&] { return tokens.empty() ? 0 : random() % tokens.size(); };
    for (unsigned i = 0, count = 1 + random() % 4; i < count; ++i) {
        switch (random() % 5) {
            case 0:
                if (!tokens.empty())
                    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at()));
                break;
            case 1:
                if (!tokens.empty()) {
                    const std::string copy = tokens[at()];
                    tokens.insert(tokens.begin() + place(), copy);
                }
                break;
            case 2:
                if (!tokens.empty()) std::swap(tokens[at()], tokens[at()]);
                break;
            case 3:
                if (!tokens.empty()) tokens[at()] = kPieces[random() % std::size(kPieces)];
                break;
            default:
                tokens.insert(tokens.begin() + place(),
                              std::string(" ") + kPieces[random() % std::size(kPieces)] + " ");
        }
    }
    std::string text;
    for (const std::string& token : tokens) text += token;
    if (text.size() > max_size) text.resize(max_size);
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
