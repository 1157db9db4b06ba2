// Reads an entry of one or several lines from a terminal: keys as in Emacs and readline, history,
// search in it, completion, colours. What the entries mean is the Assistant's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/lineedit/edit_buffer.hpp"
#include "cli/lineedit/history.hpp"
#include "cli/lineedit/key.hpp"
#include "cli/lineedit/screen.hpp"

namespace fluxi::cli::lineedit {

struct Candidate {
    std::string text{};   ///< what replaces the bytes from Completion::begin to the cursor
    std::string label{};  ///< how it is listed; the text if empty
};

struct Completion {
    std::size_t begin = 0;
    std::vector<Candidate> candidates{};
};

/// Knows the language that is edited. Its functions are called while keys are typed, so they are
/// quick and never throw.
class Assistant {
  public:
    virtual ~Assistant() = default;
    /// Whether Enter ends the entry; otherwise it begins another line.
    virtual bool complete(const std::string& text) = 0;
    virtual Completion completion(const std::string& text, std::size_t cursor) = 0;
    virtual std::vector<StyledSpan> styles(const std::string& text, std::size_t cursor) = 0;
    /// A line shown dim below the text; may be empty.
    virtual std::string hint(const std::string& text, std::size_t cursor) = 0;
};

class LineEditor {
  public:
    /// All outlive the editor.
    LineEditor(int in, int out, History& history, Assistant& assistant, bool color);

    enum class Outcome { entered, interrupted, ended };
    /// `ended`: Ctrl-D in an empty line, or the terminal is gone.
    Outcome read(std::string_view prompt, std::string_view continuation, std::string& entry);

  private:
    enum class Next { go_on, entered, interrupted, ended };
    Next handle(const Key& key);
    Next control(char letter);
    void alt(char letter);
    void enter_line();
    void complete();
    void list(const Completion& completion);
    void older();
    void newer();
    void show_entry(std::size_t place);
    /// Search in the history; gives the key that ended it and is still to be handled.
    Key search();
    void draw(bool final);
    [[nodiscard]] Drawing drawing(const std::string& hint) const;

    History& history_;
    Assistant& assistant_;
    bool color_;
    int in_;
    int out_;
    KeyReader keys_;
    Screen screen_;
    EditBuffer buffer_{};
    std::string prompt_{};
    std::string continuation_{};
    std::size_t place_ = 0;    ///< in the history; its size for the new entry
    std::string new_entry_{};  ///< kept while older ones are looked at
    std::string listed_{};     ///< candidates below the text, until the next key
    bool tabbed_ = false;      ///< the last key was Tab
};

}  // namespace fluxi::cli::lineedit
