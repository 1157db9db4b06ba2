#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/error.hpp"
#include "host/file_system.hpp"

namespace fluxi::host {

namespace {

[[noreturn]] void fail_errno(std::string_view what, const std::string& path, int error) {
    base::fail_with(base::Code::file, "cannot {} {}: {}", what, path,
                    std::generic_category().message(error));
}

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

/// A pipe, terminal or device, or the blocks of a file.
class StreamFile final : public InputFile {
  public:
    StreamFile(std::unique_ptr<Descriptor> fd, std::string path)
        : fd_(std::move(fd)), path_(std::move(path)) {}

    std::size_t read(std::span<char> buffer) override {
        for (;;) {
            const ssize_t n = ::read(fd_->get(), buffer.data(), buffer.size());
            if (n >= 0) return static_cast<std::size_t>(n);
            if (errno != EINTR) fail_errno("read", path_, errno);
        }
    }

    [[nodiscard]] int descriptor() const { return fd_->get(); }

  private:
    std::unique_ptr<Descriptor> fd_;
    std::string path_;
};

/// A regular file: read in blocks without being mapped, so that a large one does not become
/// resident as a whole; mapped when all its bytes are asked for.
class RegularFile final : public InputFile {
  public:
    RegularFile(std::unique_ptr<Descriptor> fd, std::size_t size, std::string path)
        : file_(std::move(fd), std::move(path)), size_(size) {}
    ~RegularFile() override {
        if (data_ != nullptr) ::munmap(data_, size_);
    }
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;

    std::size_t read(std::span<char> buffer) override { return file_.read(buffer); }
    [[nodiscard]] std::optional<std::string_view> bytes() const override {
        if (data_ == nullptr) {
            void* data = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_.descriptor(), 0);
            if (data == MAP_FAILED) return std::nullopt;
            ::madvise(data, size_, MADV_SEQUENTIAL);
            data_ = static_cast<char*>(data);
        }
        return std::string_view(data_, size_);
    }

  private:
    StreamFile file_;
    std::size_t size_;
    mutable char* data_ = nullptr;
};

void write_all(int fd, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail_errno("write", path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

/// Removes the temporary file unless it took its final name.
class TemporaryName {
  public:
    explicit TemporaryName(std::string name) : name_(std::move(name)) {}
    ~TemporaryName() {
        if (!name_.empty()) ::unlink(name_.c_str());
    }
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    void keep() { name_.clear(); }

  private:
    std::string name_;
};

/// The permissions that a new file of this path gets: those of the old file, else those the process
/// gives.
mode_t permissions_for(const std::string& path) {
    struct stat old {};
    if (::stat(path.c_str(), &old) == 0) return old.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

}  // namespace

std::unique_ptr<InputFile> LocalFileSystem::open(const std::string& path) const {
    auto fd = std::make_unique<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd->get() < 0) fail_errno("open", path, errno);
    struct stat info {};
    if (::fstat(fd->get(), &info) != 0) fail_errno("open", path, errno);
    if (S_ISDIR(info.st_mode)) fail_errno("read", path, EISDIR);
    // Files of /proc and the like say that they are empty and must be read to know.
    if (!S_ISREG(info.st_mode) || info.st_size == 0) {
        return std::make_unique<StreamFile>(std::move(fd), path);
    }
    const auto size = static_cast<std::size_t>(info.st_size);
    ::posix_fadvise(fd->get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::make_unique<RegularFile>(std::move(fd), size, path);
}

void LocalFileSystem::write(const std::string& path, std::string_view bytes) {
    std::error_code error;
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) {
        // A device or pipe cannot be replaced, only written to.
        const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (fd.get() < 0) fail_errno("write", path, errno);
        write_all(fd.get(), bytes, path);
        return;
    }
    const auto target = std::filesystem::weakly_canonical(path, error);
    const std::string final_name = error ? path : target.string();
    std::string name = final_name + ".XXXXXX";
    const Descriptor fd(::mkostemp(name.data(), O_CLOEXEC));
    if (fd.get() < 0) fail_errno("write", path, errno);
    TemporaryName temporary(name);
    write_all(fd.get(), bytes, path);
    if (::fchmod(fd.get(), permissions_for(final_name)) != 0) fail_errno("write", path, errno);
    if (::rename(name.c_str(), final_name.c_str()) != 0) fail_errno("write", path, errno);
    temporary.keep();
}

bool LocalFileSystem::exists(const std::string& path) const {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

std::vector<DirectoryEntry> LocalFileSystem::list(const std::string& path) const {
    std::vector<DirectoryEntry> entries;
    std::error_code error;
    auto at = std::filesystem::directory_iterator(path, error);
    if (error) fail_errno("list", path, error.value());
    while (at != std::filesystem::directory_iterator()) {
        std::error_code ignored;
        entries.push_back({at->path().filename().string(), at->is_directory(ignored)});
        at.increment(error);
        if (error) fail_errno("list", path, error.value());
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return entries;
}

}  // namespace fluxi::host
