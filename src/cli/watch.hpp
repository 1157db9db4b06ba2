// Waits until a file that a run read is another one: what `--watch` runs again for. Events of the
// system (inotify) say when to look; where there are none, files are looked at a few times a
// second. What decides is what the files are like, which works for editors that replace a file
// instead of writing into it, too.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "host/file_system.hpp"

namespace fluxi::cli {

/// The files that were opened, and what each was like then. Any thread may add.
class WatchedFiles {
  public:
    void add(const std::string& path);
    /// A file that the run writes itself is no reason to run again.
    void leave_out(const std::string& path);
    [[nodiscard]] std::size_t size() const;
    /// Returns when some file is not what it was and has not changed again for a moment; gives its
    /// path.
    [[nodiscard]] std::string wait_for_change() const;

  private:
    using States = std::map<std::string, std::string>;
    [[nodiscard]] States states() const;

    mutable std::mutex mutex_{};
    States states_{};
    std::set<std::string> left_out_{};
};

/// The files of another file system; which of them were opened or listed is noted.
class WatchedFileSystem final : public host::FileSystem {
  public:
    WatchedFileSystem(std::shared_ptr<host::FileSystem> inner,
                      std::shared_ptr<WatchedFiles> watched)
        : inner_(std::move(inner)), watched_(std::move(watched)) {}
    [[nodiscard]] std::unique_ptr<host::InputFile> open(const std::string& path) const override;
    [[nodiscard]] std::string read(const std::string& path) const override;
    void write(const std::string& path, std::string_view bytes) override;
    [[nodiscard]] bool exists(const std::string& path) const override;
    [[nodiscard]] std::vector<host::DirectoryEntry> list(const std::string& path) const override;

  private:
    std::shared_ptr<host::FileSystem> inner_;
    std::shared_ptr<WatchedFiles> watched_;
};

}  // namespace fluxi::cli
