#include "base/source.hpp"

#include <algorithm>

namespace fluxi::base {

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
    line_starts_.push_back(0);
    for (std::size_t end = text_.find('\n'); end != std::string::npos;
         end = text_.find('\n', end + 1)) {
        line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
    }
}

Position SourceFile::position(std::uint32_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
    return {line, offset - line_starts_[line - 1] + 1};
}

std::uint32_t SourceFile::line_start(std::uint32_t number) const {
    if (number == 0 || number > line_starts_.size())
        return static_cast<std::uint32_t>(text_.size());
    return line_starts_[number - 1];
}

std::string_view SourceFile::line(std::uint32_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::size_t begin = line_starts_[number - 1];
    std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(begin, end - begin);
}

FileId SourceMap::add(std::string name, std::string text) {
    files_.emplace_back(std::move(name), std::move(text));
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceMap::text(Span span) const {
    if (!span.known() || span.file >= files_.size()) return {};
    return files_[span.file].text().substr(span.begin, span.end - span.begin);
}

}  // namespace fluxi::base
