#include "cli/lineedit/edit_buffer.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace fluxi::cli::lineedit {

namespace {

constexpr std::size_t kMostUndo = 200;

bool is_word(std::string_view text, std::size_t at) {
    return base::is_word_character(base::decode_utf8(text.substr(at)).value);
}

}  // namespace

void EditBuffer::remember() {
    if (past_.size() == kMostUndo) past_.erase(past_.begin());
    past_.push_back({text_, cursor_});
}

void EditBuffer::undo() {
    if (past_.empty()) return;
    text_ = std::move(past_.back().text);
    cursor_ = past_.back().cursor;
    past_.pop_back();
}

void EditBuffer::set(std::string text) {
    remember();
    text_ = std::move(text);
    cursor_ = text_.size();
}

void EditBuffer::insert(std::string_view text) {
    if (text.empty()) return;
    remember();
    text_.insert(cursor_, text);
    cursor_ += text.size();
}

void EditBuffer::replace_before(std::size_t begin, std::string_view text) {
    remember();
    text_.replace(begin, cursor_ - begin, text);
    cursor_ = begin + text.size();
}

void EditBuffer::erase(std::size_t begin, std::size_t end, bool keep) {
    if (begin == end) return;
    remember();
    if (keep) cut_ = text_.substr(begin, end - begin);
    text_.erase(begin, end - begin);
    cursor_ = begin;
}

void EditBuffer::cut_to_line_end() {
    // At the end of a line its line end goes, so that lines can be joined.
    const std::size_t end = line_end();
    erase(cursor_, end == cursor_ ? behind(cursor_) : end, true);
}

void EditBuffer::transpose() {
    if (cursor_ == 0 || text_.size() < 2) return;
    if (at_end()) left();
    const std::size_t first = before(cursor_);
    const std::size_t last = behind(cursor_);
    if (first == cursor_) return;
    remember();
    const std::string swapped =
        text_.substr(cursor_, last - cursor_) + text_.substr(first, cursor_ - first);
    text_.replace(first, last - first, swapped);
    cursor_ = last;
}

std::size_t EditBuffer::behind(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    return at + std::max<std::size_t>(base::grapheme_size(std::string_view(text_).substr(at)), 1);
}

std::size_t EditBuffer::before(std::size_t at) const {
    // Clusters can only be found from a place where one begins; the line begins with one.
    if (at == 0) return 0;
    const std::size_t newline = text_.rfind('\n', at - 1);
    std::size_t next = newline == std::string::npos ? 0 : newline;
    std::size_t last = next;
    while (next < at) {
        last = next;
        next = behind(next);
    }
    return last;
}

std::size_t EditBuffer::line_begin() const {
    if (cursor_ == 0) return 0;
    const std::size_t newline = text_.rfind('\n', cursor_ - 1);
    return newline == std::string::npos ? 0 : newline + 1;
}

std::size_t EditBuffer::line_end() const {
    return std::min(text_.find('\n', cursor_), text_.size());
}

std::size_t EditBuffer::word_begin() const {
    std::size_t at = cursor_;
    while (at > 0 && !is_word(text_, before(at))) at = before(at);
    while (at > 0 && is_word(text_, before(at))) at = before(at);
    return at;
}

std::size_t EditBuffer::word_end() const {
    std::size_t at = cursor_;
    while (at < text_.size() && !is_word(text_, at)) at = behind(at);
    while (at < text_.size() && is_word(text_, at)) at = behind(at);
    return at;
}

std::size_t EditBuffer::characters(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (; begin < end; begin = behind(begin)) ++count;
    return count;
}

std::size_t EditBuffer::place_in_line(std::size_t begin, std::size_t characters) const {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    while (characters-- > 0 && begin < end) begin = behind(begin);
    return begin;
}

void EditBuffer::up() {
    const std::size_t begin = line_begin();
    if (begin == 0) return;
    const std::size_t column = characters(begin, cursor_);
    const std::size_t newline = begin < 2 ? std::string::npos : text_.rfind('\n', begin - 2);
    cursor_ = place_in_line(newline == std::string::npos ? 0 : newline + 1, column);
}

void EditBuffer::down() {
    const std::size_t end = line_end();
    if (end == text_.size()) return;
    cursor_ = place_in_line(end + 1, characters(line_begin(), cursor_));
}

}  // namespace fluxi::cli::lineedit
