#include "syntax/parser_state.hpp"

#include <fmt/core.h>

#include "syntax/lexis.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Span;

Sizes ParserState::sizes() const {
    return {exprs.size(),          names.size(),           properties.size(),  parameters.size(),
            parts.size(),          statements.size(),      blocks.size(),      types.size(),
            property_types.size(), parameter_types.size(), constraints.size(), attributes.size(),
            operators.size(),      frames.size()};
}

void ParserState::cut_back(const Sizes& sizes) {
    exprs.resize(sizes.exprs);
    names.resize(sizes.names);
    properties.resize(sizes.properties);
    parameters.resize(sizes.parameters);
    parts.resize(sizes.parts);
    statements.resize(sizes.statements);
    blocks.resize(sizes.blocks);
    types.resize(sizes.types);
    property_types.resize(sizes.property_types);
    parameter_types.resize(sizes.parameter_types);
    constraints.resize(sizes.constraints);
    attributes.resize(sizes.attributes);
    operators.resize(sizes.operators);
    frames.resize(sizes.frames);
    constrained.reset();
}

base::Diagnostic& ParserState::error(Code code, Span place, std::string message,
                                     std::string label) {
    only_early_end = false;
    return diagnostics.error(code, place, std::move(message), std::move(label));
}

void ParserState::fault(Expect expected, std::uint32_t at) {
    SyntaxFault fault{text, file_id, expected, at, at, FrameKind::function, {}};
    if (!item_begins.empty()) fault.statement = item_begins.back();
    if (!frames.empty()) {
        fault.frame = frames.back().kind;
        fault.open = frames.back().open;
    }
    // A regular expression goes over several lines too rarely to wait for the rest of one.
    const bool regex = expected == Expect::regex_close || expected == Expect::regex_text;
    if (at < text.size() || regex) only_early_end = false;
    base::Diagnostic diagnostic = explain_fault(fault);
    // A text that is read again behind an early end must not repeat what was said about it.
    const auto& all = diagnostics.all();
    const bool repeated = std::any_of(all.begin(), all.end(), [&](const base::Diagnostic& other) {
        return other.span == diagnostic.span && other.message == diagnostic.message;
    });
    if (!repeated) diagnostics.add(std::move(diagnostic));
    throw SyntaxError{at};
}

void ParserState::enter(std::uint32_t at) {
    if (++nesting <= kMaxNesting) return;
    const Token token = token_at(text, at);
    error(Code::nesting, {file_id, at, token.end},
          fmt::format("the script is nested more than {} levels deep", kMaxNesting),
          "this is one level too deep")
        .help.emplace_back("give the inner parts names of their own");
    throw SyntaxError{at};
}

std::uint32_t ParserState::height_above(std::uint32_t height, Span place) {
    if (height < kMaxTreeHeight) return height + 1;
    error(Code::nesting, place,
          fmt::format("the expression has more than {} levels", kMaxTreeHeight),
          "too many operators or calls in a row")
        .help.emplace_back("split it into several variables");
    throw SyntaxError{place.end};
}

void ParserState::add_comment(Span place) {
    // Blanks are scanned again where a look-ahead went over them; each comment counts once.
    if (!comments.empty() && comments.back().span.begin >= place.begin) return;
    while (place.end > place.begin && text[place.end - 1] == '\r') --place.end;
    comments.push_back({place, 0});
}

}  // namespace fluxi::syntax
