#include "value/rune.hpp"

#include <utf8proc.h>

namespace fluxi::value::text {
namespace {

utf8proc_category_t category(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

}  // namespace

std::size_t rune_count(std::string_view text) {
    return is_ascii(text) ? text.size() : base::count_code_points(text);
}

bool is_letter(char32_t code) {
    const auto kind = category(code);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}
bool is_digit(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_ND;
}
bool is_upper(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_LU;
}
bool is_lower(char32_t code) {
    return category(code) == UTF8PROC_CATEGORY_LL;
}

}  // namespace fluxi::value::text
