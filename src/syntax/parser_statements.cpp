#include <fmt/core.h>

#include "syntax/parser_build.hpp"

namespace fluxi::syntax {

using base::Code;
using base::Span;

namespace {

/// The statement begins at its keyword and ends with its last part.
Span up_to(Span place, Span last) {
    return {place.file, place.begin, last.end};
}

std::vector<Name> names_of_statement(ParserState& state) {
    return ParserState::take_from(state.names, state.items.back().names);
}

}  // namespace

void build_attribute_name(ParserState& state, Span place) {
    Attribute attribute;
    attribute.span = {place.file, place.begin - 1, place.end};
    attribute.name = std::string(state.text_of(place));
    state.attributes.push_back(std::move(attribute));
}

void build_attribute_arguments(ParserState& state, Span place) {
    Frame frame = state.close();
    Attribute& attribute = state.attributes.back();
    attribute.arguments = ParserState::take_nodes(state.exprs, frame.at.exprs, frame.height);
    attribute.parens = true;
    attribute.span.end = place.end;
}

void build_variable(ParserState& state, Span place) {
    Built<ExprPtr> init = state.pop();
    VariableStmt variable{ParserState::take_last(state.names), std::move(init.node)};
    const Span whole = up_to(place, variable.init->span);
    state.push_statement(whole, std::move(variable), init.height);
}

void build_option(ParserState& state, Span place) {
    Built<ExprPtr> init = state.pop();
    std::vector<Name> names = names_of_statement(state);
    OptionStmt option;
    if (names.size() > 1) option.package = std::move(names.front());
    option.name = std::move(names.back());
    option.init = std::move(init.node);
    const Span whole = up_to(place, option.init->span);
    state.push_statement(whole, std::move(option), init.height);
}

void build_builtin(ParserState& state, Span place) {
    BuiltinStmt builtin{ParserState::take_last(state.names), std::move(*state.constrained)};
    state.constrained.reset();
    const Span whole = up_to(place, builtin.type.span);
    state.push_statement(whole, std::move(builtin));
}

void build_testcase(ParserState& state, Span place) {
    auto block = ParserState::take_last(state.blocks);
    std::vector<Name> names = names_of_statement(state);
    TestcaseStmt testcase{std::move(names.front()), std::nullopt, std::move(*block.node)};
    if (names.size() > 1) testcase.extends = std::move(names.back());
    const Span whole = up_to(place, testcase.body.span);
    state.push_statement(whole, std::move(testcase), block.height);
}

void build_return(ParserState& state, Span place) {
    Built<ExprPtr> argument = state.pop();
    const Span whole = up_to(place, argument.node->span);
    state.push_statement(whole, ReturnStmt{std::move(argument.node)}, argument.height);
}

void build_expression_statement(ParserState& state, Span) {
    Built<ExprPtr> expression = state.pop();
    const Span whole = expression.node->span;
    state.push_statement(whole, ExpressionStmt{std::move(expression.node)}, expression.height);
}

void build_block(ParserState& state, Span place) {
    Frame frame = state.close();
    auto block = std::make_unique<Block>();
    block->id = state.next_id();
    block->span = place;
    block->body = ParserState::take_nodes(state.statements, frame.at.statements, frame.height);
    const std::uint32_t height = state.height_above(frame.height, place);
    state.blocks.push_back({std::move(block), height});
}

void build_package(ParserState& state, Span place) {
    PackageClause clause;
    clause.id = state.next_id();
    clause.span = place;
    clause.attributes = ParserState::take_from(state.attributes, state.items.back().attributes);
    clause.name = ParserState::take_last(state.names);
    if (state.package || !state.imports.empty() || !state.statements.empty()) {
        const Span word{place.file, place.begin, place.begin + 7};
        state.error(Code::bad_statement, word, "`package` must be the first statement of a file");
        if (state.package) return;
    }
    state.package = std::move(clause);
}

void build_import(ParserState& state, Span place) {
    ImportDecl import;
    import.id = state.next_id();
    import.span = place;
    import.attributes = ParserState::take_from(state.attributes, state.items.back().attributes);
    std::vector<Name> names = names_of_statement(state);
    import.path = std::move(names.back());
    if (names.size() > 1) import.alias = std::move(names.front());
    if (!state.statements.empty()) {
        const Span word{place.file, place.begin, place.begin + 6};
        state.error(Code::bad_statement, word, "`import` must stand before all other statements")
            .help.emplace_back("move it to the top of the file");
    }
    state.imports.push_back(std::move(import));
}

}  // namespace fluxi::syntax
