#include "host/file_system.hpp"

#include <algorithm>
#include <filesystem>

#include "base/error.hpp"

namespace fluxi::host {

namespace {

/// An open fake file: its bytes are a copy, so that the fake may change meanwhile.
class MemoryFile final : public InputFile {
  public:
    explicit MemoryFile(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(std::span<char> buffer) override {
        const std::size_t n = std::min(buffer.size(), bytes_.size() - at_);
        std::copy_n(bytes_.data() + at_, n, buffer.data());
        at_ += n;
        return n;
    }
    [[nodiscard]] std::optional<std::string_view> bytes() const override { return bytes_; }

  private:
    std::string bytes_;
    std::size_t at_ = 0;
};

std::string with_slash(std::string directory) {
    if (!directory.empty() && directory.back() != '/') directory += '/';
    return directory;
}

/// The path with links and dots resolved as far as it exists, so that `..` cannot leave an allowed
/// place.
std::filesystem::path resolved(const std::string& path) {
    std::error_code error;
    auto result = std::filesystem::weakly_canonical(path, error);
    return error ? std::filesystem::path(path).lexically_normal() : result;
}

bool lies_below(const std::filesystem::path& path, const std::filesystem::path& root) {
    const auto end = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return end.first == root.end();
}

}  // namespace

std::string FileSystem::read(const std::string& path) const {
    const auto file = open(path);
    if (const auto bytes = file->bytes()) return std::string(*bytes);
    std::string text;
    std::vector<char> block(std::size_t{1} << 16U);
    while (const std::size_t n = file->read(block)) text.append(block.data(), n);
    return text;
}

NoFileSystem::NoFileSystem(std::shared_ptr<FileSystem> inner, std::vector<std::string> allowed)
    : inner_(std::move(inner)), allowed_(std::move(allowed)) {}

FileSystem& NoFileSystem::checked(const std::string& path) const {
    const auto place = resolved(path);
    for (const auto& root : allowed_) {
        if (lies_below(place, resolved(root))) return *inner_;
    }
    base::fail_with(base::Code::denied, "{}: files are forbidden in this run (--no-fs)", path);
}

std::unique_ptr<InputFile> NoFileSystem::open(const std::string& path) const {
    return checked(path).open(path);
}

std::string NoFileSystem::read(const std::string& path) const {
    return checked(path).read(path);
}

void NoFileSystem::write(const std::string& path, std::string_view bytes) {
    checked(path).write(path, bytes);
}

bool NoFileSystem::exists(const std::string& path) const {
    return checked(path).exists(path);
}

std::vector<DirectoryEntry> NoFileSystem::list(const std::string& path) const {
    return checked(path).list(path);
}

std::unique_ptr<InputFile> MemoryFileSystem::open(const std::string& path) const {
    const auto found = files_.find(path);
    if (found == files_.end()) {
        base::fail_with(base::Code::file, "cannot open {}: no such file or directory", path);
    }
    return std::make_unique<MemoryFile>(found->second);
}

void MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
    files_[path] = std::string(bytes);
}

bool MemoryFileSystem::exists(const std::string& path) const {
    if (files_.count(path) > 0) return true;
    const auto next = files_.lower_bound(with_slash(path));
    return next != files_.end() && next->first.rfind(with_slash(path), 0) == 0;
}

std::vector<DirectoryEntry> MemoryFileSystem::list(const std::string& path) const {
    const std::string prefix = with_slash(path);
    std::vector<DirectoryEntry> entries;
    for (auto at = files_.lower_bound(prefix); at != files_.end(); ++at) {
        if (at->first.rfind(prefix, 0) != 0) break;
        const auto slash = at->first.find('/', prefix.size());
        DirectoryEntry entry{at->first.substr(prefix.size(), slash - prefix.size()),
                             slash != std::string::npos};
        if (entries.empty() || entries.back() != entry) entries.push_back(std::move(entry));
    }
    if (entries.empty()) {
        base::fail_with(base::Code::file, "cannot list {}: no such file or directory", path);
    }
    return entries;
}

}  // namespace fluxi::host
