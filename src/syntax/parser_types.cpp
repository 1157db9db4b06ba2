#include "syntax/parser_build.hpp"

namespace fluxi::syntax {

using base::Span;

void build_type_name(ParserState& state, Span place) {
    std::string name(state.text_of(place));
    // A name of one byte is a variable (SPEC Tvar), whatever its letter.
    if (name.size() == 1) {
        state.push_type(place, TypeVariable{std::move(name)});
    } else {
        state.push_type(place, NamedType{std::move(name)});
    }
}

void build_dynamic_type(ParserState& state, Span place) {
    state.push_type(place, DynamicType{});
}

void build_label_type(ParserState& state, Span place) {
    Name name = ParserState::take_last(state.names);
    state.push_type(place, LabelType{std::move(name.text)});
}

void build_list_type(ParserState& state, Span place) {
    Frame frame = state.close();
    std::vector<TypePtr> parts = ParserState::take_nodes(state.types, frame.at.types, frame.height);
    if (parts.size() == 1) {
        state.push_type(place, ArrayType{std::move(parts[0])}, frame.height);
    } else {
        state.push_type(place, DictType{std::move(parts[0]), std::move(parts[1])}, frame.height);
    }
}

void build_stream_type(ParserState& state, Span place) {
    Frame frame = state.close();
    Built<TypePtr> element = state.pop_type();
    state.push_type(place, StreamType{std::move(element.node)}, element.height);
}

void build_vector_type(ParserState& state, Span place) {
    Frame frame = state.close();
    Built<TypePtr> element = state.pop_type();
    state.push_type(place, VectorType{std::move(element.node)}, element.height);
}

void build_property_type(ParserState& state, Span) {
    PropertyType property;
    property.id = state.next_id();
    property.type = state.pop_type_part();
    property.key = ParserState::take_last(state.names);
    property.span = join(property.key.span, property.type->span);
    state.property_types.push_back(std::move(property));
}

void note_record_type_with(ParserState& state, Span) {
    state.frame().extends = ParserState::take_last(state.names);
}

void build_record_type(ParserState& state, Span place) {
    Frame frame = state.close();
    RecordType record;
    record.extends = std::move(frame.extends);
    record.properties = ParserState::take_from(state.property_types, frame.at.property_types);
    state.push_type(place, std::move(record), frame.height);
}

void build_required_parameter(ParserState& state, Span) {
    ParameterType parameter;
    parameter.id = state.next_id();
    parameter.type = state.pop_type_part();
    parameter.name = ParserState::take_last(state.names);
    parameter.span = join(parameter.name.span, parameter.type->span);
    state.parameter_types.push_back(std::move(parameter));
}

void build_optional_parameter(ParserState& state, Span place) {
    ParameterType parameter;
    parameter.id = state.next_id();
    parameter.kind = ParameterKind::optional;
    if (std::exchange(state.value_given, false)) parameter.default_label = state.pop_type_part();
    parameter.type = state.pop_type_part();
    parameter.name = ParserState::take_last(state.names);
    const TypeExpr& last = parameter.default_label ? *parameter.default_label : *parameter.type;
    parameter.span = {place.file, place.begin, last.span.end};
    state.parameter_types.push_back(std::move(parameter));
}

void build_pipe_parameter(ParserState& state, Span place) {
    ParameterType parameter;
    parameter.id = state.next_id();
    parameter.kind = ParameterKind::pipe;
    parameter.type = state.pop_type_part();
    if (state.names.size() > state.frame().at.names) {
        parameter.name = ParserState::take_last(state.names);
    }
    parameter.span = {place.file, place.begin, parameter.type->span.end};
    state.parameter_types.push_back(std::move(parameter));
}

void build_function_type(ParserState& state, Span place) {
    Frame frame = state.close();
    Built<TypePtr> result = state.pop_type();
    place.end = result.node->span.end;
    FunctionType function;
    function.parameters = ParserState::take_from(state.parameter_types, frame.at.parameter_types);
    function.result = std::move(result.node);
    state.push_type(place, std::move(function), std::max(frame.height, result.height));
}

void build_constraint(ParserState& state, Span) {
    TypeConstraint constraint;
    std::vector<Name> names = ParserState::take_from(state.names, state.frame().at.names);
    constraint.span = join(names.front().span, names.back().span);
    constraint.variable = std::move(names.front());
    constraint.kinds.assign(std::make_move_iterator(names.begin() + 1),
                            std::make_move_iterator(names.end()));
    state.constraints.push_back(std::move(constraint));
}

void build_constraints(ParserState& state, Span) {
    const Frame frame = state.close();
    (void)frame;
}

void build_constrained_type(ParserState& state, Span) {
    ConstrainedType result;
    result.type = state.pop_type().node;
    result.span = result.type->span;
    // Constraints stand behind types only, and types hold none of their own.
    result.constraints = ParserState::take_from(state.constraints, 0);
    if (!result.constraints.empty())
        result.span = join(result.span, result.constraints.back().span);
    state.constrained = std::move(result);
}

}  // namespace fluxi::syntax
