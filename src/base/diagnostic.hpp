// What fluxi has to say about a script: one value type for errors, warnings and notes of every
// stage. A Diagnostic owns its texts and points into a SourceMap by spans only. Rendering is in
// render.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fluxi::base {

enum class Severity : unsigned char { error, warning, note };

enum class Code : unsigned char {
#define FLUXI_CODE(name, code, title) name,
#include "base/codes.def"
#undef FLUXI_CODE
};

/// The stable text of a code, e.g. "E0304".
std::string_view code_text(Code code);
/// The one-line title of a code.
std::string_view code_title(Code code);

struct Label {
    Span span;
    std::string text;
};

struct FixIt {
    Span span;  ///< an empty span inserts
    std::string replacement;
    std::string description;
    bool safe = false;  ///< whether `check --fix` may apply it unasked
};

struct Diagnostic {
    Severity severity = Severity::error;
    Code code = Code::runtime;
    std::string message;
    Span span;          ///< may be unknown
    std::string label;  ///< short text at the caret, may be empty
    std::vector<Label> secondary{};
    std::vector<std::string> notes{};
    std::vector<std::string> help{};
    std::vector<FixIt> fixits{};
};

/// Where the front end collects what it finds.
class Diagnostics {
  public:
    Diagnostic& add(Diagnostic diagnostic);
    Diagnostic& error(Code code, Span span, std::string message, std::string label = {});
    Diagnostic& warning(Code code, Span span, std::string message, std::string label = {});

    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    /// Orders by file and place, keeping the order of those at one place.
    void sort();

  private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

}  // namespace fluxi::base
