// Any bytes give a tree; every diagnostic lies within the text and can be drawn; the tree can be
// checked and printed. A text without errors is formatted to one without errors, and formatting
// that changes nothing.
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
#include "syntax/format.hpp"
#include "syntax/parser.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fluxi;
    base::SourceMap sources;
    const base::FileId id =
        sources.add("fuzz.flux", std::string(reinterpret_cast<const char*>(data), size));
    base::Diagnostics diagnostics;
    const syntax::ParseResult result = syntax::parse(sources, id, diagnostics);
    const bool good = !diagnostics.has_errors();
    if (!result.file) std::abort();
    syntax::check(*result.file, {}, diagnostics);
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
        if (diagnostic.span.end > size || diagnostic.span.begin > diagnostic.span.end) std::abort();
    }
    if (!diagnostics.all().empty() && base::render(sources, diagnostics.all()).empty())
        std::abort();
    if (base::to_json(sources, diagnostics.all()).empty()) std::abort();
    if (syntax::ast_text(sources, *result.file).empty()) std::abort();
    if (syntax::ast_json(sources, *result.file).empty()) std::abort();
    const std::string formatted = syntax::format(sources, id, *result.file);
    if (!good) return 0;
    base::Diagnostics again;
    const base::FileId formatted_id = sources.add("formatted.flux", formatted);
    const syntax::ParseResult second = syntax::parse(sources, formatted_id, again);
    if (again.has_errors()) std::abort();
    if (second.file->comments.size() != result.file->comments.size()) std::abort();
    if (syntax::format(sources, formatted_id, *second.file) != formatted) std::abort();
    return 0;
}
