#include "value/regexp.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <re2/re2.h>

#include "value/regexp_syntax.hpp"

namespace fluxi::value {
namespace {

constexpr std::string_view kSpecial = "\\.+*?()|[]{}^$";

bool is_name_byte(std::string_view text) {
    const text::Rune rune = text::first_rune(text);
    return rune.code == '_' || text::is_letter(rune.code) || text::is_digit(rune.code);
}

/// A reference to a group, read from after its dollar.
struct Reference {
    std::string_view name;
    std::string_view rest;
    int number = -1;
};

/// Reads `1`, `name`, `{1}` or `{name}` at the start of `text`.
std::optional<Reference> reference_at(std::string_view text) {
    const bool braces = !text.empty() && text[0] == '{';
    if (braces) text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && is_name_byte(text.substr(end)))
        end += text::first_rune(text.substr(end)).size;
    if (end == 0) return std::nullopt;
    Reference reference{text.substr(0, end), text.substr(end), 0};
    if (braces) {
        if (reference.rest.empty() || reference.rest[0] != '}') return std::nullopt;
        reference.rest.remove_prefix(1);
    }
    for (const char c : reference.name) {
        if (c < '0' || c > '9' || reference.number >= 100'000'000) {
            reference.number = -1;
            break;
        }
        reference.number = reference.number * 10 + (c - '0');
    }
    if (reference.name[0] == '0' && reference.name.size() > 1) reference.number = -1;
    return reference;
}

/// Takes a replacement apart: calls `on_text` for each text and `on_reference` for each reference
/// to a group, in order.
template <typename OnText, typename OnReference>
void for_each_piece(std::string_view replacement, OnText on_text, OnReference on_reference) {
    while (true) {
        const std::size_t dollar = replacement.find('$');
        on_text(replacement.substr(0, dollar));
        if (dollar == std::string_view::npos) return;
        replacement.remove_prefix(dollar + 1);
        if (!replacement.empty() && replacement[0] == '$') {
            on_text("$");
            replacement.remove_prefix(1);
        } else if (const auto reference = reference_at(replacement)) {
            on_reference(*reference);
            replacement = reference->rest;
        } else {
            on_text("$");
        }
    }
}

/// Calls `visit` for the numbers of the groups that a reference means: several groups may have the
/// same name.
template <typename Visit>
void for_each_group(const Reference& reference, const re2::RE2& program, Visit visit) {
    if (reference.number >= 0) {
        if (reference.number <= program.NumberOfCapturingGroups()) visit(reference.number);
        return;
    }
    for (const auto& [number, name] : program.CapturingGroupNames())
        if (name == reference.name) visit(number);
}

/// The groups of one match; up to a few need no memory of their own.
class Groups {
  public:
    explicit Groups(int count) : count_(count) {
        if (count > static_cast<int>(few_.size())) many_.resize(static_cast<std::size_t>(count));
    }
    [[nodiscard]] int count() const { return count_; }
    re2::StringPiece* data() { return many_.empty() ? few_.data() : many_.data(); }
    const re2::StringPiece& operator[](int number) { return data()[number]; }

  private:
    int count_;
    std::array<re2::StringPiece, 8> few_{};
    std::vector<re2::StringPiece> many_{};
};

}  // namespace

Regexp::Regexp(std::string source, std::unique_ptr<re2::RE2> program)
    : source_(std::move(source)), program_(std::move(program)) {
    std::string_view text = source_;
    const bool start = !text.empty() && text.front() == '^';
    if (start) text.remove_prefix(1);
    const bool end = !text.empty() && text.back() == '$';
    if (end) text.remove_suffix(1);
    if (text.find_first_of(kSpecial) != std::string_view::npos) return;
    literal_ = text;
    literal_kind_ = start ? (end ? Literal::whole : Literal::at_start)
                          : (end ? Literal::at_end : Literal::anywhere);
}

Regexp::~Regexp() = default;

std::shared_ptr<const Regexp> Regexp::compile(std::string_view source) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    auto program = std::make_unique<re2::RE2>(re2_pattern(source), options);
    if (!program->ok()) refuse_pattern(source, *program);
    return std::shared_ptr<const Regexp>(new Regexp(std::string(source), std::move(program)));
}

bool Regexp::match(std::string_view text) const {
    switch (literal_kind_) {
        case Literal::anywhere:
            return text::index(text, literal_) >= 0;
        case Literal::at_start:
            return text::has_prefix(text, literal_);
        case Literal::at_end:
            return text::has_suffix(text, literal_);
        case Literal::whole:
            return text == literal_;
        case Literal::none:
            break;
    }
    return program_->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                           re2::RE2::UNANCHORED, nullptr, 0);
}

std::optional<Regexp::Match> Regexp::find_from(std::string_view text, std::size_t position) const {
    if (literal_kind_ == Literal::anywhere) {
        const std::int64_t found = text::index(text.substr(position), literal_);
        if (found < 0) return std::nullopt;
        const std::size_t at = position + static_cast<std::size_t>(found);
        return Match{at, at + literal_.size()};
    }
    re2::StringPiece found;
    // RE2 tells positions as pointers, which need a text to point into.
    const std::string_view subject = text.data() == nullptr ? std::string_view("") : text;
    if (!program_->Match(re2::StringPiece(subject.data(), subject.size()), position, subject.size(),
                         re2::RE2::UNANCHORED, &found, 1))
        return std::nullopt;
    const auto start = static_cast<std::size_t>(found.data() - subject.data());
    return Match{start, start + found.size()};
}

Regexp::Replacement::Replacement(const Regexp& regexp, std::string_view text) {
    pieces_.emplace_back();
    for_each_piece(
        text, [&](std::string_view part) { pieces_.back().text += part; },
        [&](const Reference& reference) {
            for_each_group(reference, *regexp.program_, [&](int number) {
                pieces_.back().groups.push_back(number);
                groups_ = std::max(groups_, number + 1);
            });
            if (!pieces_.back().groups.empty()) pieces_.emplace_back();
        });
}

void Regexp::append_replaced(std::string& out, std::string_view text,
                             const Replacement& replacement) const {
    if (replacement.groups_ == 1) {
        // Only the place of a match is asked for.
        std::size_t end = 0;
        for_each_match(text, -1, [&](Match match) {
            out.append(text.substr(end, match.start - end));
            for (const Replacement::Piece& piece : replacement.pieces_) {
                out.append(piece.text);
                if (!piece.groups.empty())
                    out.append(text.substr(match.start, match.end - match.start));
            }
            end = match.end;
        });
        out.append(text.substr(end));
        return;
    }
    Groups groups(replacement.groups_);
    const std::string_view subject = text.data() == nullptr ? std::string_view("") : text;
    std::size_t copied = 0;
    for (std::size_t position = 0; position <= subject.size();) {
        if (!program_->Match(re2::StringPiece(subject.data(), subject.size()), position,
                             subject.size(), re2::RE2::UNANCHORED, groups.data(), groups.count()))
            break;
        const auto start = static_cast<std::size_t>(groups[0].data() - subject.data());
        const std::size_t end = start + groups[0].size();
        out.append(subject.substr(copied, start - copied));
        // No empty match right after another match.
        if (end > copied || start == 0) {
            for (const Replacement::Piece& piece : replacement.pieces_) {
                out.append(piece.text);
                const auto taken =
                    std::find_if(piece.groups.begin(), piece.groups.end(),
                                 [&](int number) { return groups[number].data() != nullptr; });
                if (taken != piece.groups.end())
                    out.append(groups[*taken].data(), groups[*taken].size());
            }
        }
        copied = end;
        const std::size_t next = next_position(subject, position);
        position = next > end ? next : end;
    }
    out.append(subject.substr(std::min(copied, subject.size())));
}

void append_quoted_pattern(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (kSpecial.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
}

}  // namespace fluxi::value
