// Any bytes give a tree; every diagnostic lies within the text and can be drawn; the tree can be checked and printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/diagnostic.hpp"
#include "base/render.hpp"
#include "base/source.hpp"
#include "syntax/ast_json.hpp"
#include "syntax/ast_text.hpp"
#include "syntax/check.hpp"
#include "syntax/parser.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fluxi;
    base::SourceMap sources;
    const base::FileId id =
        sources.add("fuzz.flux", std::string(reinterpret_cast<const char*>(data), size));
    base::Diagnostics diagnostics;
    const syntax::ParseResult result = syntax::parse(sources, id, diagnostics);
    if (!result.file) std::abort();
    syntax::check(*result.file, {}, diagnostics);
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.span.end > size || diagnostic.span.begin > diagnostic.span.end) std::abort();
    }
    if (!diagnostics.all().empty() && base::render(sources, diagnostics.all()).empty()) std::abort();
    if (base::to_json(sources, diagnostics.all()).empty()) std::abort();
    if (syntax::ast_text(sources, *result.file).empty()) std::abort();
    if (syntax::ast_json(sources, *result.file).empty()) std::abort();
    return 0;
}
