#include "syntax/literals.hpp"
#include "syntax/parser_build.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Span;

namespace {

/// Reports what the conversion of a literal found; `content` is the text that was converted.
template <typename T>
void report(ParserState& state, const Converted<T>& converted, Span place, std::uint32_t content) {
    if (converted.error.empty()) return;
    Span at = place;
    if (converted.size > 0) {
        at.begin = content + static_cast<std::uint32_t>(converted.at);
        at.end = at.begin + static_cast<std::uint32_t>(converted.size);
    }
    base::Diagnostic& diagnostic = state.error(Code::bad_literal, at, converted.error);
    if (!converted.help.empty()) diagnostic.help.push_back(converted.help);
}

}  // namespace

void build_integer(ParserState& state, Span place) {
    const auto converted = parse_integer(state.text_of(place));
    report(state, converted, place, place.begin);
    state.push(place, IntegerLit{converted.value});
}

void build_float(ParserState& state, Span place) {
    state.push(place, FloatLit{parse_float(state.text_of(place))});
}

void build_duration(ParserState& state, Span place) {
    auto converted = parse_duration(state.text_of(place));
    report(state, converted, place, place.begin);
    state.push(place, std::move(converted.value));
}

void build_date_time(ParserState& state, Span place) {
    const auto converted = parse_date_time(state.text_of(place));
    report(state, converted, place, place.begin);
    if (converted.error.empty()) {
        state.push(place, DateTimeLit{converted.value, std::string(state.text_of(place))});
    } else {
        state.push(place, BadExpr{std::string(state.text_of(place))});
    }
}

void build_string_text(ParserState& state, Span place) {
    auto converted = unescape_string(state.text_of(place));
    report(state, converted, place, place.begin);
    state.parts.push_back({place, std::move(converted.value), nullptr});
}

void build_interpolation(ParserState& state, Span place) {
    const Frame interpolation = state.close();
    (void)interpolation;
    state.parts.push_back({place, {}, state.pop_part()});
}

void build_string(ParserState& state, Span place) {
    const Frame frame = state.close();
    std::vector<StringPart> parts = ParserState::take_from(state.parts, frame.at.parts);
    if (parts.empty()) {
        state.push(place, StringLit{});
    } else if (parts.size() == 1 && parts[0].expression == nullptr) {
        state.push(place, StringLit{std::move(parts[0].text)});
    } else {
        state.push(place, StringExpr{std::move(parts)}, frame.height);
    }
}

void build_plain_string(ParserState& state, Span place) {
    const Frame frame = state.close();
    std::vector<StringPart> parts = ParserState::take_from(state.parts, frame.at.parts);
    Name name{state.next_id(), place, {}, true};
    if (!parts.empty()) name.text = std::move(parts[0].text);
    state.names.push_back(std::move(name));
}

void build_regex(ParserState& state, Span place) {
    const Frame frame = state.close();
    (void)frame;
    const Span inner{place.file, place.begin + 1, place.end - 1};
    auto converted = parse_regex(state.text_of(inner));
    report(state, converted, place, inner.begin);
    if (converted.error.empty()) {
        state.push(place, RegexLit{std::move(converted.value)});
    } else {
        state.push(place, BadExpr{std::string(state.text_of(place))});
    }
}

void build_identifier(ParserState& state, Span place) {
    state.push(place, Identifier{std::string(state.text_of(place))});
}

void build_pipe_literal(ParserState& state, Span place) {
    state.push(place, PipeLit{});
}

void build_label(ParserState& state, Span place) {
    Name name = ParserState::take_last(state.names);
    state.push(place, LabelLit{std::move(name.text)});
}

}  // namespace fluxi::syntax
