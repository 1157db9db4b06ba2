#include "cli/lineedit/history.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "cli/lineedit/terminal.hpp"

namespace fluxi::cli::lineedit {

std::string escape_entry(std::string_view entry) {
    std::string line;
    for (const char c : entry) {
        if (c == '\\') {
            line += "\\\\";
        } else if (c == '\n') {
            line += "\\n";
        } else {
            line += c;
        }
    }
    return line;
}

std::string unescape_entry(std::string_view line) {
    std::string entry;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            entry += line[i];
        } else {
            ++i;
            entry += line[i] == 'n' ? '\n' : line[i];
        }
    }
    return entry;
}

History::History(std::string path) : path_(std::move(path)) {
    if (path_.empty()) return;
    std::ifstream file(path_);
    for (std::string line; std::getline(file, line);) entries_.push_back(unescape_entry(line));
    if (entries_.size() > kMost) {
        entries_.erase(entries_.begin(), entries_.end() - static_cast<std::ptrdiff_t>(kMost));
        shorten_file();
    }
}

void History::shorten_file() const {
    const std::string next = path_ + ".new";
    {
        std::ofstream file(next);
        for (const std::string& entry : entries_) file << escape_entry(entry) << '\n';
        if (!file) return;
    }
    std::error_code ignored;
    std::filesystem::permissions(next, std::filesystem::perms(0600), ignored);
    std::filesystem::rename(next, path_, ignored);
}

void History::add(const std::string& entry) {
    if (entry.find_first_not_of(" \t\n") == std::string::npos) return;
    if (!entries_.empty() && entries_.back() == entry) return;
    entries_.push_back(entry);
    if (path_.empty()) return;
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), ignored);
    const int file = open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) return;
    write_all(file, escape_entry(entry) + "\n");
    close(file);
}

std::optional<std::size_t> History::find(std::string_view part, std::size_t below) const {
    for (std::size_t i = std::min(below, entries_.size()); i > 0; --i) {
        if (entries_[i - 1].find(part) != std::string::npos) return i - 1;
    }
    return {};
}

}  // namespace fluxi::cli::lineedit
