#include "cli/watch.hpp"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/inotify.h>
#endif

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fmt/core.h>

namespace fluxi::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto kEvery = 100ms;
/// Changes on another machine's disk, for example, come without an event.
constexpr auto kWithEvents = 2s;

/// Differs whenever the file was written, replaced, removed or made.
std::string state_of(const std::string& path) {
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0) return "none";
    return fmt::format("{}.{}.{}.{}", status.st_ino, status.st_size, status.st_mtim.tv_sec,
                       status.st_mtim.tv_nsec);
}

#ifdef __linux__
/// Sleeps until something happens in the folders of files. Folders are watched and not files,
/// because editors put another file in the place of the old one.
class FolderEvents {
  public:
    explicit FolderEvents(const std::map<std::string, std::string>& files)
        : events_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        constexpr std::uint32_t kWhat = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE |
                                        IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF;
        all_ = events_ >= 0;
        for (const auto& [path, state] : files) {
            std::error_code unknown;
            const std::filesystem::path file(path);
            const std::string folder = std::filesystem::is_directory(file, unknown) ? path
                                       : file.has_parent_path() ? file.parent_path().string()
                                                                : ".";
            if (all_) all_ = inotify_add_watch(events_, folder.c_str(), kWhat) >= 0;
        }
    }
    FolderEvents(const FolderEvents&) = delete;
    FolderEvents& operator=(const FolderEvents&) = delete;
    ~FolderEvents() {
        if (events_ >= 0) close(events_);
    }

    /// Waits for an event, or as long as it is sensible to sleep without looking.
    void wait() const {
        if (!all_) return std::this_thread::sleep_for(kEvery);
        pollfd what{events_, POLLIN, 0};
        constexpr auto kMost = std::chrono::milliseconds(kWithEvents).count();
        if (poll(&what, 1, static_cast<int>(kMost)) <= 0) return;
        std::array<char, 4096> ignored;
        while (read(events_, ignored.data(), ignored.size()) > 0) {
        }
    }

  private:
    int events_;
    bool all_ = false;  ///< every folder is watched
};
#else
/// Without events of the system, files are looked at often.
class FolderEvents {
  public:
    explicit FolderEvents(const std::map<std::string, std::string>&) {}
    void wait() const { std::this_thread::sleep_for(kEvery); }
};
#endif

}  // namespace

void WatchedFiles::add(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (left_out_.count(path) == 0 && states_.count(path) == 0) states_[path] = state_of(path);
}

void WatchedFiles::leave_out(const std::string& path) {
    const std::lock_guard lock(mutex_);
    left_out_.insert(path);
    states_.erase(path);
}

WatchedFiles::States WatchedFiles::states() const {
    const std::lock_guard lock(mutex_);
    return states_;
}

std::size_t WatchedFiles::size() const {
    return states().size();
}

std::string WatchedFiles::wait_for_change() const {
    const States first = states();
    // Before the first look: what happens behind it is an event.
    const FolderEvents events(first);
    States before = first;
    for (;;) {
        States now;
        for (const auto& [path, state] : first) now[path] = state_of(path);
        if (now == before) {
            for (const auto& [path, state] : now) {
                if (first.at(path) != state) return path;
            }
            events.wait();
        } else {
            // Something is being written: it is over when nothing changes for a moment.
            std::this_thread::sleep_for(kEvery);
        }
        before = std::move(now);
    }
}

std::unique_ptr<host::InputFile> WatchedFileSystem::open(const std::string& path) const {
    watched_->add(path);
    return inner_->open(path);
}

std::string WatchedFileSystem::read(const std::string& path) const {
    watched_->add(path);
    return inner_->read(path);
}

void WatchedFileSystem::write(const std::string& path, std::string_view bytes) {
    watched_->leave_out(path);
    inner_->write(path, bytes);
}

bool WatchedFileSystem::exists(const std::string& path) const {
    return inner_->exists(path);
}

std::vector<host::DirectoryEntry> WatchedFileSystem::list(const std::string& path) const {
    watched_->add(path);
    return inner_->list(path);
}

}  // namespace fluxi::cli
