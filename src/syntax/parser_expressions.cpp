#include <fmt/core.h>

#include "syntax/parser_build.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Span;

namespace {

/// Shorthand properties and those with a value exclude each other (SPEC PropertyList).
void check_properties(ParserState& state, const std::vector<Property>& properties, Span place) {
    const Property* implicit = nullptr;
    const Property* explicit_ = nullptr;
    for (const Property& property : properties) {
        (property.value ? explicit_ : implicit) = &property;
        if (!property.value && property.key.quoted) {
            state
                .error(Code::syntax, property.span,
                       fmt::format("the property \"{}\" has no value", property.key.text))
                .help.push_back(fmt::format(
                    "only a plain name may stand alone; write `\"{}\": value`", property.key.text));
        }
    }
    if (implicit == nullptr || explicit_ == nullptr || implicit->key.quoted) return;
    const Span at{place.file, place.begin, place.end};
    base::Diagnostic& diagnostic =
        state.error(Code::syntax, at, "properties with and without a value cannot be mixed");
    diagnostic.secondary.push_back({implicit->span, "this one has no value"});
    diagnostic.secondary.push_back({explicit_->span, "this one has a value"});
    diagnostic.fixits.push_back(
        {implicit->span, fmt::format("{0}: {0}", implicit->key.text), "give it its value", true});
}

}  // namespace

void note_value(ParserState& state, Span) {
    state.value_given = true;
}

void build_missing_value(ParserState& state, Span place) {
    const Name& key = state.names.back();
    state.error(Code::syntax, key.span, fmt::format("`{}` has no value", key.text),
                "expected an expression behind the `:`");
    state.push(place, BadExpr{});
}

void build_property(ParserState& state, Span) {
    Property property;
    property.id = state.next_id();
    property.key = ParserState::take_last(state.names);
    property.span = property.key.span;
    if (std::exchange(state.value_given, false)) {
        property.value = state.pop_part();
        property.span = join(property.span, property.value->span);
    }
    state.properties.push_back(std::move(property));
}

void build_record(ParserState& state, Span place) {
    Frame frame = state.close();
    RecordExpr record;
    record.properties = ParserState::take_from(state.properties, frame.at.properties);
    if (state.exprs.size() > frame.at.exprs) {
        Built<ExprPtr> with = state.pop();
        frame.height = std::max(frame.height, with.height);
        record.with = std::move(with.node);
    }
    check_properties(state, record.properties, place);
    state.push(place, std::move(record), frame.height);
}

void build_empty_dict(ParserState& state, Span place) {
    state.push(place, DictExpr{});
}

void note_dict(ParserState& state, Span) {
    state.frame().kind = FrameKind::dict;
}

void build_list(ParserState& state, Span place) {
    Frame frame = state.close();
    std::vector<ExprPtr> items = ParserState::take_nodes(state.exprs, frame.at.exprs, frame.height);
    if (frame.kind == FrameKind::list) {
        state.push(place, ArrayExpr{std::move(items)}, frame.height);
        return;
    }
    DictExpr dict;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        dict.entries.push_back({std::move(items[i]), std::move(items[i + 1])});
    }
    state.push(place, std::move(dict), frame.height);
}

void build_paren(ParserState& state, Span place) {
    const Frame frame = state.close();
    (void)frame;
    Built<ExprPtr> inner = state.pop();
    state.push(place, ParenExpr{std::move(inner.node)}, inner.height);
}

void note_pipe(ParserState& state, Span place) {
    state.pipe_given = true;
    state.pipe_place = place;
}

void build_parameter(ParserState& state, Span) {
    Parameter parameter;
    parameter.id = state.next_id();
    parameter.name = ParserState::take_last(state.names);
    parameter.span = parameter.name.span;
    if (std::exchange(state.pipe_given, false)) {
        parameter.pipe = true;
        parameter.pipe_span = state.pipe_place;
        parameter.span = join(parameter.span, parameter.pipe_span);
    } else if (std::exchange(state.value_given, false)) {
        parameter.default_value = state.pop_part();
        parameter.span = join(parameter.span, parameter.default_value->span);
    }
    state.parameters.push_back(std::move(parameter));
}

void note_parameters_end(ParserState& state, Span) {
    state.frame().kind = FrameKind::function;
    // The bracket is closed: errors in the body must not point to it.
    state.frame().open = {};
}

void wrap_record_body(ParserState& state, Span) {
    Built<ExprPtr> record = state.pop();
    const Span place = record.node->span;
    base::Diagnostic& diagnostic =
        state.error(Code::syntax, {place.file, place.begin, place.begin + 1},
                    "a function that returns a record needs parentheses around it",
                    "`{` begins a block of statements here");
    diagnostic.help.emplace_back("write `(r) => ({name: value})`");
    diagnostic.fixits.push_back(
        {place, fmt::format("({})", state.text_of(place)), "put the record in parentheses", true});
    state.push(place, ParenExpr{std::move(record.node)}, record.height);
}

void build_function(ParserState& state, Span place) {
    Frame frame = state.close();
    FunctionExpr function;
    function.parameters = ParserState::take_from(state.parameters, frame.at.parameters);
    if (state.blocks.size() > frame.at.blocks) {
        auto block = ParserState::take_last(state.blocks);
        frame.height = std::max(frame.height, block.height);
        place.end = block.node->span.end;
        function.block = std::move(block.node);
    } else {
        Built<ExprPtr> body = state.pop();
        frame.height = std::max(frame.height, body.height);
        place.end = body.node->span.end;
        function.expression = std::move(body.node);
    }
    state.push(place, std::move(function), frame.height);
}

void build_call(ParserState& state, Span place) {
    const Frame frame = state.close();
    CallExpr call;
    call.arguments = ParserState::take_from(state.properties, frame.at.properties);
    call.arguments_span = place;
    check_properties(state, call.arguments, place);
    Built<ExprPtr> callee = state.pop();
    const Span whole = join(callee.node->span, place);
    call.callee = std::move(callee.node);
    state.push(whole, std::move(call), std::max(frame.height, callee.height));
}

void build_index(ParserState& state, Span place) {
    const Frame frame = state.close();
    (void)frame;
    Built<ExprPtr> index = state.pop();
    Built<ExprPtr> object = state.pop();
    const Span whole = join(object.node->span, place);
    if (auto* literal = std::get_if<StringLit>(&index.node->node)) {
        // The node of the literal is dropped, its id goes on as that of the name.
        Name property{index.node->id, index.node->span, std::move(literal->value), true};
        state.push(whole, MemberExpr{std::move(object.node), std::move(property)}, object.height);
        return;
    }
    const std::uint32_t height = std::max(object.height, index.height);
    state.push(whole, IndexExpr{std::move(object.node), std::move(index.node)}, height);
}

void build_member(ParserState& state, Span place) {
    Name property = ParserState::take_last(state.names);
    Built<ExprPtr> object = state.pop();
    const Span whole = join(object.node->span, place);
    state.push(whole, MemberExpr{std::move(object.node), std::move(property)}, object.height);
}

}  // namespace fluxi::syntax
