#include "cli/conformance/examples.hpp"

#include <algorithm>
#include <cctype>

namespace fluxi::cli::conformance {

namespace {

/// What the words in front of a table say about it.
enum class Role : std::uint8_t {
    none,
    given,   ///< data for the block before or the one that comes next
    input,   ///< data of the block before
    output,  ///< results of the block before
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool has(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

Role role_of(std::string_view label) {
    const std::string text = lower(label);
    if (has(text, "given the following") || text == "data") return Role::given;
    const bool input = has(text, "input");
    const bool output = has(text, "output") || has(text, "returns") || text == "results";
    if (input && output) return Role::none;
    if (output) return Role::output;
    return input || text == "left" || text == "right" ? Role::input : Role::none;
}

bool is_flux(const Piece& piece) {
    return piece.kind == Piece::Kind::code && (piece.language == "js" || piece.language == "flux");
}

class Finder {
  public:
    explicit Finder(const Page& page) {
        for (const Piece& piece : page.pieces) take(piece);
    }
    PageExamples found{};

  private:
    void take(const Piece& piece) {
        switch (piece.kind) {
            case Piece::Kind::heading:
                role_ = role_of(piece.text);
                signature_ = has(lower(piece.text), "type signature");
                if (role_ != Role::none) break;
                heading_ = piece.text;
                open_ = false;
                given_.clear();
                break;
            case Piece::Kind::text:
                // Only a line that leads to something says what comes next.
                if (piece.text.ends_with(':') || piece.text.starts_with("{{% expand"))
                    role_ = role_of(piece.text);
                break;
            case Piece::Kind::code:
                if (is_flux(piece)) take_code(piece);
                break;
            case Piece::Kind::table:
                take_table(piece.table);
                break;
        }
    }

    void take_code(const Piece& piece) {
        role_ = Role::none;
        if (signature_) {
            found.signatures.push_back({piece.line + 1, piece.text});
            signature_ = false;
            return;
        }
        found.examples.push_back({heading_, piece.line + 1, piece.text, std::move(given_), {}});
        given_.clear();
        open_ = true;
    }

    void take_table(const Table& table) {
        // Such tables stand above their block or below it.
        if (role_ == Role::given) given_.push_back(table);
        if (!open_) return;
        Example& last = found.examples.back();
        if (role_ == Role::input || (role_ == Role::given && last.wanted.empty()))
            last.given.push_back(table);
        if (role_ == Role::output) {
            last.wanted.push_back(table);
            given_.clear();
        }
    }

    Role role_ = Role::none;
    bool signature_ = false;
    bool open_ = false;  ///< tables may belong to the last example
    std::string heading_{};
    std::vector<Table> given_{};
};

}  // namespace

PageExamples find_examples(const Page& page) {
    return Finder(page).found;
}

}  // namespace fluxi::cli::conformance
