#include "cli/conformance/markdown.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace fluxi::cli::conformance {

namespace {

constexpr std::string_view kFence = "```";
constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        if (!lines.back().empty() && lines.back().back() == '\r') lines.back().remove_suffix(1);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string unquoted(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
        text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return std::string(text);
}

/// The cells of a line such as `| a | b |`; `\|` is a bar inside a cell.
Row cells_of(std::string_view line) {
    line = trimmed(line);
    line.remove_prefix(1);
    Row cells;
    std::string cell;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            cell += line[++i];
        } else if (line[i] == '|') {
            cells.emplace_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    if (!trimmed(cell).empty()) cells.emplace_back(trimmed(cell));
    return cells;
}

bool is_rule(const Row& cells) {
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.find('-') != std::string::npos &&
               cell.find_first_not_of(":-") == std::string::npos;
    });
}

/// The type of a column that a page writes in parentheses, as annotations call it.
std::string type_named(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes = {{
        {"(bool)", "boolean"},
        {"(int)", "long"},
        {"(uint)", "unsignedLong"},
        {"(float)", "double"},
        {"(string)", "string"},
        {"(time)", "dateTime:RFC3339"},
    }};
    for (const auto& [word, type] : kTypes) {
        if (name.find(word) != std::string_view::npos) return std::string(type);
    }
    return {};
}

/// `*tag`, `\_time`, `_value <em>(string)</em>`
Column column_of(std::string_view text) {
    Column column;
    column.grouped = text.starts_with('*') && !text.ends_with('*');
    if (column.grouped) text.remove_prefix(1);
    if (const auto tag = text.find('<'); tag != std::string_view::npos) {
        column.type = type_named(text.substr(tag));
        text = text.substr(0, tag);
        // The underscore that makes the type italic.
        if (text.ends_with(" _")) text.remove_suffix(1);
    }
    for (const char c : trimmed(text)) {
        if (c != '\\') column.label += c;
    }
    return column;
}

class Reader {
  public:
    explicit Reader(std::string_view text) : lines_(lines_of(text)) {}

    Page read() {
        read_front_matter();
        while (at_ < lines_.size()) {
            const std::string_view line = trimmed(lines_[at_]);
            if (line.starts_with(kFence)) {
                read_code(line);
            } else if (line.starts_with('|')) {
                read_table();
            } else {
                if (!line.empty()) read_line(line);
                ++at_;
            }
        }
        return std::move(page_);
    }

  private:
    void read_front_matter() {
        if (lines_.empty() || trimmed(lines_.front()) != "---") return;
        for (at_ = 1; at_ < lines_.size() && lines_[at_] != "---"; ++at_) {
            constexpr std::string_view kTitle = "title:";
            if (lines_[at_].starts_with(kTitle))
                page_.title = unquoted(lines_[at_].substr(kTitle.size()));
        }
        ++at_;
    }

    Piece& add(Piece::Kind kind) {
        Piece piece;
        piece.kind = kind;
        piece.line = at_ + 1;
        page_.pieces.push_back(std::move(piece));
        return page_.pieces.back();
    }

    void read_line(std::string_view line) {
        const auto hashes = std::min(line.find_first_not_of('#'), line.size());
        const bool heading = hashes > 0 && hashes < line.size() && line[hashes] == ' ';
        if (heading) {
            line = trimmed(line.substr(hashes));
            // `{#name}` behind a heading is its anchor.
            if (line.ends_with('}')) line = trimmed(line.substr(0, line.rfind('{')));
        }
        add(heading ? Piece::Kind::heading : Piece::Kind::text).text = line;
    }

    void read_code(std::string_view fence) {
        Piece& piece = add(Piece::Kind::code);
        piece.language = trimmed(fence.substr(kFence.size()));
        const std::size_t indent = lines_[at_].find_first_not_of(kBlank);
        for (++at_; at_ < lines_.size() && !trimmed(lines_[at_]).starts_with(kFence); ++at_) {
            std::string_view line = lines_[at_];
            line.remove_prefix(std::min({indent, line.find_first_not_of(kBlank), line.size()}));
            piece.text += line;
            piece.text += '\n';
        }
        ++at_;
    }

    void read_table() {
        std::vector<Row> rows;
        Piece& piece = add(Piece::Kind::table);
        for (; at_ < lines_.size() && trimmed(lines_[at_]).starts_with('|'); ++at_)
            rows.push_back(cells_of(lines_[at_]));
        for (const std::string& label : rows.front())
            piece.table.columns.push_back(column_of(label));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (i == 1 && is_rule(rows[i])) continue;
            rows[i].resize(piece.table.columns.size());
            piece.table.rows.push_back(std::move(rows[i]));
        }
    }

    std::vector<std::string_view> lines_;
    std::size_t at_ = 0;
    Page page_{};
};

}  // namespace

Page read_markdown(std::string_view text) {
    return Reader(text).read();
}

}  // namespace fluxi::cli::conformance
