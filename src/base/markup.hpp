// Text inside of HTML, SVG and other XML.
#pragma once

#include <string>
#include <string_view>

namespace fluxi::base {

/// The text with `& < > "` as entities, for contents and for attributes in double quotes.
std::string escape_markup(std::string_view text);

}  // namespace fluxi::base
