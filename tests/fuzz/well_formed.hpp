// Whether a text is well-formed XML, as far as fluxi writes it: elements, attributes in double
// quotes, the five entities and numbers of characters, one declaration. Nothing else is let
// through.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace fluxi::test {

class XmlCheck {
  public:
    explicit XmlCheck(std::string_view text) : text_(text) {}

    bool good() {
        if (text_ != base::to_valid_utf8(text_) || !characters()) return false;
        if (text_.starts_with("<?xml ")) at_ = text_.find("?>") + 2;
        std::vector<std::string_view> open;
        bool any = false;
        while (at_ < text_.size()) {
            if (text_[at_] != '<') {
                const std::size_t end = std::min(text_.find('<', at_), text_.size());
                const std::string_view between = text_.substr(at_, end - at_);
                if (!contents(between)) return false;
                if (open.empty() && between.find_first_not_of(" \n") != between.npos) return false;
                at_ = end;
            } else if (!tag(open, any)) {
                return false;
            }
        }
        return any && open.empty();
    }

  private:
    /// XML has no place for most control characters.
    bool characters() const {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const auto c = static_cast<unsigned char>(text_[i]);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r') return false;
            const std::string_view three = text_.substr(i, 3);
            if (three == "\xef\xbf\xbe" || three == "\xef\xbf\xbf") return false;
        }
        return true;
    }
    static bool contents(std::string_view text) {
        for (auto at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
            const std::string_view rest = text.substr(at);
            bool known = rest.starts_with("&#");
            for (const char* entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
                known = known || rest.starts_with(entity);
            if (!known) return false;
        }
        return text.find('<') == text.npos;
    }
    static bool name(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == ':' || c == '_';
    }
    std::string_view word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && name(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }
    bool next(std::string_view what) {
        if (!text_.substr(at_).starts_with(what)) return false;
        at_ += what.size();
        return true;
    }
    bool tag(std::vector<std::string_view>& open, bool& any) {
        if (next("</")) {
            const std::string_view closed = word();
            if (open.empty() || open.back() != closed) return false;
            open.pop_back();
            return next(">");
        }
        ++at_;
        if (open.empty() && any) return false;
        any = true;
        open.push_back(word());
        if (open.back().empty()) return false;
        std::vector<std::string_view> names;
        while (next(" ") || next("\n")) {
            while (next(" ")) {
            }
            if (text_.substr(at_).starts_with(">") || text_.substr(at_).starts_with("/>")) break;
            names.push_back(word());
            if (names.back().empty() || !next("=\"")) return false;
            const std::size_t end = text_.find('"', at_);
            if (end == text_.npos || !contents(text_.substr(at_, end - at_))) return false;
            at_ = end + 1;
        }
        if (next("/>")) {
            open.pop_back();
            return true;
        }
        return next(">");
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

inline bool well_formed(std::string_view text) {
    return XmlCheck(text).good();
}

}  // namespace fluxi::test
