#include "base/markup.hpp"

#include "base/utf8.hpp"

namespace fluxi::base {

std::string markup_characters(std::string_view text) {
    constexpr std::string_view kReplacement = "\xef\xbf\xbd";
    const std::string valid = to_valid_utf8(text);
    std::string result;
    result.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        const std::string_view three = std::string_view(valid).substr(i, 3);
        if (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r') {
            result += kReplacement;
        } else if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") {
            result += kReplacement;
            i += 2;
        } else {
            result.push_back(c);
        }
    }
    return result;
}

std::string escape_markup(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : markup_characters(text)) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

}  // namespace fluxi::base
