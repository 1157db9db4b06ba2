// Turns "this rule did not match here" into a sentence for a person: what was expected, what was
// found, which bracket is open, and what was probably meant. Works on the text and the open
// constructs only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/span.hpp"

namespace fluxi::syntax {

/// What the grammar wanted where it stopped.
enum class Expect : unsigned char {
    nothing,
    statement,
    expression,
    block,
    name,
    label,
    arrow,
    assign,
    colon,
    path,  ///< a string in which nothing is interpolated
    kw_then,
    kw_else,
    parameter,
    argument,
    property,
    member,
    index,
    attribute_name,
    type,
    kind,
    string_close,
    interpolation_close,
    regex_text,
    regex_close,
    paren_close,
    parameters_close,
    call_close,
    record_close,
    list_close,
    dict_close,
    index_close,
    block_close,
    attribute_close,
    type_list_close,
    type_record_close,
    type_function_close,
    end_of_expression,
    end_of_type,
};

/// A construct that the parser is inside of.
enum class FrameKind : unsigned char {
    string,
    interpolation,
    regex,
    record,
    list,
    dict,
    paren,
    parameters,
    function,
    call,
    index,
    block,
    attribute,
    condition,
    condition_done,
    type,
    where,
};

struct SyntaxFault {
    std::string_view text;
    base::FileId file = base::kNoFile;
    Expect expected = Expect::nothing;
    std::uint32_t at = 0;         ///< the token that did not fit
    std::uint32_t statement = 0;  ///< beginning of the statement it is in
    FrameKind frame = FrameKind::function;
    base::Span open{};  ///< the opening token of the innermost construct, may be unknown
};

base::Diagnostic explain_fault(const SyntaxFault& fault);

}  // namespace fluxi::syntax
