// The one translation unit that instantiates the grammar.
#include "syntax/parser.hpp"

#include <fmt/core.h>
#include <tao/pegtl.hpp>

#include "base/utf8.hpp"
#include "grammar/statements.hpp"
#include "syntax/lexis.hpp"
#include "syntax/parser_actions.hpp"
#include "syntax/parser_expected.hpp"
#include "syntax/parser_state.hpp"
#include "syntax/recovery.hpp"

namespace fluxi::syntax {

namespace pegtl = tao::pegtl;
using base::Code;
using base::Diagnostics;
using base::SourceMap;

namespace {

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf>;

std::uint32_t offset(const Input& in, const ParserState& state) {
    return static_cast<std::uint32_t>(in.current() - state.text.data());
}

template <typename Rule>
struct Control : pegtl::normal<Rule> {
    template <typename In>
    [[noreturn]] static void raise(const In& in, ParserState& state) {
        state.fault(kExpected<Rule>, offset(in, state));
    }
};

/// Too many statements broke: the rest of the text is not worth reading.
struct GiveUp {};

/// Parses one statement and, if it breaks, puts a BadStmt in its place and goes on behind it.
template <bool in_block>
struct RecoverStatement : pegtl::maybe_nothing {
    template <typename Rule, pegtl::apply_mode A, pegtl::rewind_mode M,
              template <typename...> class Act, template <typename...> class Ctl>
    static bool match(Input& in, ParserState& state) {
        const Sizes sizes = state.sizes();
        const std::size_t items = state.items.size();
        const std::size_t nesting = state.nesting;
        const std::uint32_t begin = offset(in, state);
        state.items.push_back(sizes);
        state.item_begins.push_back(begin);
        std::uint32_t fault = 0;
        try {
            if (!pegtl::match<Rule, A, M, Act, Ctl>(in, state)) {
                state.fault(Expect::statement, offset(in, state));
            }
            state.items.pop_back();
            state.item_begins.pop_back();
            return true;
        } catch (const SyntaxError& error) {
            fault = error.at;
        }
        state.cut_back(sizes);
        state.items.resize(items);
        state.item_begins.resize(items);
        state.nesting = nesting;
        state.operator_base = sizes.operators;
        state.value_given = state.pipe_given = false;
        // The text ended inside of a block: what is not closed may begin further out, so the
        // outermost statement decides where to go on.
        if (in_block && fault >= state.text.size()) throw SyntaxError{fault};
        resume(in, state, {begin, fault, in_block});
        return true;
    }

  private:
    static void resume(Input& in, ParserState& state, const BrokenStatement& broken) {
        if (++state.broken > kMaxBrokenStatements) throw GiveUp{};
        // `a = 1 +` took the name of the next assignment for its operand: that one is read again.
        if (const std::uint32_t name = assigned_name(state.text, broken.fault);
            broken.fault == broken.begin && name < broken.begin) {
            in.iterator() = state.text.data() + name;
            return;
        }
        const std::uint32_t next = find_resume_point(state.text, broken);
        std::uint32_t end = next;
        while (end > broken.begin && static_cast<unsigned char>(state.text[end - 1]) <= ' ') --end;
        state.items.push_back(state.sizes());
        const base::Span place{state.file_id, broken.begin, end};
        state.push_statement(place, BadStmt{std::string(state.text_of(place))});
        state.items.pop_back();
        in.iterator() = state.text.data() + next;
    }
};

}  // namespace

template <>
struct Action<grammar::file_item> : RecoverStatement<false> {};
template <>
struct Action<grammar::block_item> : RecoverStatement<true> {};

FLUXI_ACTION(type_name, build_type_name);
FLUXI_ACTION(dynamic_type, build_dynamic_type);
FLUXI_ACTION(label_type, build_label_type);
FLUXI_ACTION(list_type, build_list_type);
FLUXI_ACTION(stream_type, build_stream_type);
FLUXI_ACTION(vector_type, build_vector_type);
FLUXI_ACTION(property_type, build_property_type);
FLUXI_ACTION(record_type_with, note_record_type_with);
FLUXI_ACTION(record_type, build_record_type);
FLUXI_ACTION(label_default, note_value);
FLUXI_ACTION(required_parameter, build_required_parameter);
FLUXI_ACTION(optional_parameter, build_optional_parameter);
FLUXI_ACTION(pipe_parameter, build_pipe_parameter);
FLUXI_ACTION(function_type, build_function_type);
FLUXI_ACTION(constraint, build_constraint);
FLUXI_ACTION(constraints, build_constraints);
FLUXI_ACTION(constrained_type, build_constrained_type);

template <>
struct Action<grammar::type> : CountNesting {};
template <>
struct Action<grammar::list_type_open> : OpenFrame<FrameKind::type> {};
template <>
struct Action<grammar::record_type_open> : OpenFrame<FrameKind::type> {};
template <>
struct Action<grammar::function_type_open> : OpenFrame<FrameKind::type> {};
template <>
struct Action<grammar::word_where> : OpenFrame<FrameKind::where> {};
template <>
struct Action<grammar::attribute_open> : OpenFrame<FrameKind::attribute> {};

FLUXI_ACTION(attribute_name, build_attribute_name);
FLUXI_ACTION(attribute_arguments, build_attribute_arguments);
FLUXI_ACTION(variable_assignment, build_variable);
FLUXI_ACTION(option_statement, build_option);
FLUXI_ACTION(builtin_statement, build_builtin);
FLUXI_ACTION(testcase_statement, build_testcase);
FLUXI_ACTION(return_statement, build_return);
FLUXI_ACTION(expression_statement, build_expression_statement);
FLUXI_ACTION(block, build_block);
FLUXI_ACTION(package_clause, build_package);
FLUXI_ACTION(import_declaration, build_import);

namespace {

void check_encoding(ParserState& state) {
    const std::size_t at = base::find_invalid_utf8(state.text);
    if (at == std::string_view::npos) return;
    const auto begin = static_cast<std::uint32_t>(at);
    state.error(Code::syntax, {state.file_id, begin, begin + 1},
                fmt::format("the text is not UTF-8: the byte 0x{:02x} stands here",
                            static_cast<unsigned char>(state.text[at])));
}

template <typename Rule>
bool run(ParserState& state) {
    Input in(state.text.data(), state.text.data() + state.text.size(), "");
    try {
        return pegtl::parse<Rule, Action, Control>(in, state);
    } catch (const SyntaxError&) {
        return false;
    } catch (const GiveUp&) {
        state.cut_back(Sizes{0, 0, 0, 0, 0, state.statements.size()});
        return false;
    }
}

/// A comment belongs to the token behind it; comments in a row share one.
void attach_comments(ParserState& state) {
    auto next = static_cast<std::uint32_t>(state.text.size());
    std::uint32_t below = next + 1;  // where the comment below begins
    for (auto comment = state.comments.rbegin(); comment != state.comments.rend(); ++comment) {
        std::uint32_t at = comment->span.end;
        while (at < state.text.size() && static_cast<unsigned char>(state.text[at]) <= ' ') ++at;
        if (at != below) next = at;
        comment->next_token = next;
        below = comment->span.begin;
    }
}

}  // namespace

ParseResult parse(const SourceMap& sources, base::FileId id, Diagnostics& diagnostics) {
    const base::SourceFile& source = sources.file(id);
    ParserState state(source.text(), id, diagnostics);
    check_encoding(state);
    const bool had_errors = diagnostics.has_errors();
    run<grammar::file>(state);
    attach_comments(state);
    auto file = std::make_unique<File>();
    file->span = {id, 0, static_cast<std::uint32_t>(state.text.size())};
    file->name = source.name();
    file->package = std::move(state.package);
    file->imports = std::move(state.imports);
    file->body.reserve(state.statements.size());
    for (auto& statement : state.statements) file->body.push_back(std::move(statement.node));
    file->comments = std::move(state.comments);
    file->node_count = state.node_count;
    const bool incomplete = !had_errors && diagnostics.has_errors() && state.only_early_end;
    return {std::move(file), incomplete};
}

std::unique_ptr<File> parse_file(const SourceMap& sources, base::FileId id,
                                 Diagnostics& diagnostics) {
    return parse(sources, id, diagnostics).file;
}

ExprPtr parse_expression(const SourceMap& sources, base::FileId id, Diagnostics& diagnostics) {
    ParserState state(sources.file(id).text(), id, diagnostics);
    const std::size_t before = diagnostics.all().size();
    if (!run<grammar::expression_file>(state) || diagnostics.all().size() > before) return nullptr;
    return std::move(state.exprs.back().node);
}

std::unique_ptr<ConstrainedType> parse_type(const SourceMap& sources, base::FileId id,
                                            Diagnostics& diagnostics) {
    ParserState state(sources.file(id).text(), id, diagnostics);
    if (!run<grammar::type_file>(state) || !state.constrained) return nullptr;
    return std::make_unique<ConstrainedType>(std::move(*state.constrained));
}

}  // namespace fluxi::syntax
