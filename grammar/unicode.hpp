// Two classes of characters that PEGTL has no rule for. The categories come from utf8proc, so they
// are those of its Unicode version; ASCII is decided without asking it.
#pragma once

#include <cstddef>

#include <utf8proc.h>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace fluxi::grammar {

namespace p = tao::pegtl;

/// Matches one valid UTF-8 character beyond ASCII whose category `Accept::accepts`.
template <typename Accept>
struct unicode_class {
    using rule_t = unicode_class;
    using subs_t = p::empty_list;

    template <typename ParseInput>
    static bool match(ParseInput& in) {
        if (in.empty() || static_cast<unsigned char>(in.peek_char()) < 0x80) return false;
        utf8proc_int32_t code = 0;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(in.current()),
                                           static_cast<utf8proc_ssize_t>(in.size(4)), &code);
        if (size <= 0 || !Accept::accepts(utf8proc_category(code))) return false;
        in.bump_in_this_line(static_cast<std::size_t>(size));
        return true;
    }
};

struct is_letter {
    static bool accepts(utf8proc_category_t category) {
        return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    }
};

struct is_letter_or_digit {
    static bool accepts(utf8proc_category_t category) {
        return is_letter::accepts(category) || category == UTF8PROC_CATEGORY_ND;
    }
};

/// SPEC unicode_letter = a Unicode code point of a letter category, beyond ASCII
struct unicode_letter : unicode_class<is_letter> {};
/// SPEC unicode_letter | unicode_digit, beyond ASCII
struct unicode_letter_or_digit : unicode_class<is_letter_or_digit> {};

}  // namespace fluxi::grammar

namespace tao::pegtl {

template <typename Name, typename Accept>
struct analyze_traits<Name, fluxi::grammar::unicode_class<Accept>> : analyze_any_traits<> {};

}  // namespace tao::pegtl
