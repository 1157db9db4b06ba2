#include "cli/watch.hpp"

#include <sys/stat.h>

#include <chrono>
#include <thread>

#include <fmt/core.h>

namespace fluxi::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto kEvery = 100ms;

/// Differs whenever the file was written, replaced, removed or made.
std::string state_of(const std::string& path) {
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0) return "none";
    return fmt::format("{}.{}.{}.{}", status.st_ino, status.st_size, status.st_mtim.tv_sec,
                       status.st_mtim.tv_nsec);
}

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
    States before = first;
    for (;;) {
        States now;
        for (const auto& [path, state] : first) now[path] = state_of(path);
        if (now == before) {
            for (const auto& [path, state] : now) {
                if (first.at(path) != state) return path;
            }
        }
        before = std::move(now);
        std::this_thread::sleep_for(kEvery);
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
