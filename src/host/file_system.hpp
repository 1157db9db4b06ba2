// The files a script may reach. An open file is read as a stream of blocks; where its bytes lie in
// memory already (a mapped regular file, a fake) they can be had as one view without copying.
// Whoever opens a file owns it and its view. Every failure is a RuntimeError (Code::file, or
// Code::denied for a refusal) that names the path and the reason.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fluxi::host {

class InputFile {
  public:
    virtual ~InputFile() = default;
    /// Fills the front of `buffer` with the next bytes; 0 means the end.
    virtual std::size_t read(std::span<char> buffer) = 0;
    /// All bytes of the file, valid while it is open; nothing for pipes and other streams.
    [[nodiscard]] virtual std::optional<std::string_view> bytes() const { return std::nullopt; }
};

struct DirectoryEntry {
    std::string name;
    bool is_directory = false;
    friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

class FileSystem {
  public:
    virtual ~FileSystem() = default;
    [[nodiscard]] virtual std::unique_ptr<InputFile> open(const std::string& path) const = 0;
    /// The whole file.
    [[nodiscard]] virtual std::string read(const std::string& path) const;
    /// Replaces the file: another reader sees the old bytes or the new ones, never a part.
    virtual void write(const std::string& path, std::string_view bytes) = 0;
    /// Whether a file or directory is there.
    [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
    /// The entries of a directory, sorted by name.
    [[nodiscard]] virtual std::vector<DirectoryEntry> list(const std::string& path) const = 0;
};

/// The files of the machine. A path may also be a pipe or /dev/stdin.
class LocalFileSystem final : public FileSystem {
  public:
    [[nodiscard]] std::unique_ptr<InputFile> open(const std::string& path) const override;
    void write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] bool exists(const std::string& path) const override;
    [[nodiscard]] std::vector<DirectoryEntry> list(const std::string& path) const override;
};

/// What `--no-fs` leaves: every use fails with an error that names the option, except below
/// `allowed` (the places that the caller named on the command line).
class NoFileSystem final : public FileSystem {
  public:
    NoFileSystem(std::shared_ptr<FileSystem> inner, std::vector<std::string> allowed);
    [[nodiscard]] std::unique_ptr<InputFile> open(const std::string& path) const override;
    [[nodiscard]] std::string read(const std::string& path) const override;
    void write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] bool exists(const std::string& path) const override;
    [[nodiscard]] std::vector<DirectoryEntry> list(const std::string& path) const override;

  private:
    FileSystem& checked(const std::string& path) const;
    std::shared_ptr<FileSystem> inner_;
    std::vector<std::string> allowed_;
};

/// Files in memory, for tests. Directories are what the paths of the files imply.
class MemoryFileSystem final : public FileSystem {
  public:
    explicit MemoryFileSystem(std::map<std::string, std::string> files = {})
        : files_(std::move(files)) {}
    [[nodiscard]] std::unique_ptr<InputFile> open(const std::string& path) const override;
    void write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] bool exists(const std::string& path) const override;
    [[nodiscard]] std::vector<DirectoryEntry> list(const std::string& path) const override;

  private:
    std::map<std::string, std::string> files_;
};

}  // namespace fluxi::host
