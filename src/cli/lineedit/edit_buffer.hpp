// The text that is being edited, of one or several lines, and the cursor in it. The cursor always
// stands between two characters as people see them (grapheme clusters). Knows nothing of terminals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fluxi::cli::lineedit {

class EditBuffer {
  public:
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::size_t cursor() const noexcept { return cursor_; }
    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
    [[nodiscard]] bool at_end() const noexcept { return cursor_ == text_.size(); }
    [[nodiscard]] bool on_first_line() const { return line_begin() == 0; }
    [[nodiscard]] bool on_last_line() const { return line_end() == text_.size(); }

    void set(std::string text);
    void insert(std::string_view text);
    /// Puts `text` in the place of the bytes from `begin` to the cursor.
    void replace_before(std::size_t begin, std::string_view text);

    void left() { cursor_ = before(cursor_); }
    void right() { cursor_ = behind(cursor_); }
    void word_left() { cursor_ = word_begin(); }
    void word_right() { cursor_ = word_end(); }
    void home() { cursor_ = line_begin(); }
    void end() { cursor_ = line_end(); }
    void to_start() { cursor_ = 0; }
    void to_end() { cursor_ = text_.size(); }
    /// To the line above or below, at the same distance from its beginning where it is long enough.
    void up();
    void down();

    void erase_left() { erase(before(cursor_), cursor_, false); }
    void erase_right() { erase(cursor_, behind(cursor_), false); }
    void cut_word_left() { erase(word_begin(), cursor_, true); }
    void cut_word_right() { erase(cursor_, word_end(), true); }
    void cut_to_line_end();
    void cut_to_line_begin() { erase(line_begin(), cursor_, true); }
    /// Inserts what was cut last.
    void put_back() { insert(cut_); }
    /// Exchanges the characters before and behind the cursor.
    void transpose();
    void undo();

  private:
    struct State {
        std::string text;
        std::size_t cursor;
    };
    void remember();
    void erase(std::size_t begin, std::size_t end, bool keep);
    [[nodiscard]] std::size_t before(std::size_t at) const;
    [[nodiscard]] std::size_t behind(std::size_t at) const;
    [[nodiscard]] std::size_t line_begin() const;
    [[nodiscard]] std::size_t line_end() const;
    [[nodiscard]] std::size_t word_begin() const;
    [[nodiscard]] std::size_t word_end() const;
    /// The place in the line that begins at `begin`, so many characters behind its beginning.
    [[nodiscard]] std::size_t place_in_line(std::size_t begin, std::size_t characters) const;
    [[nodiscard]] std::size_t characters(std::size_t begin, std::size_t end) const;

    std::string text_{};
    std::size_t cursor_ = 0;
    std::string cut_{};
    std::vector<State> past_{};
};

}  // namespace fluxi::cli::lineedit
