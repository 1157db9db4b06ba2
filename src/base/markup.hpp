// Text inside of HTML, SVG and other XML.
#pragma once

#include <string>
#include <string_view>

namespace fluxi::base {

/// The text as XML can hold it: bytes that are no UTF-8, control characters other than tabs and
/// line ends, U+FFFE and U+FFFF become U+FFFD.
std::string markup_characters(std::string_view text);
/// The same with `& < > "` as entities, for contents and for attributes in double quotes.
std::string escape_markup(std::string_view text);

}  // namespace fluxi::base
