// Memory that lies in a file: where the columns of a run go that its memory limit has no room for.
// The file has no name, so nothing is left behind whatever becomes of the process. Blocks are
// mapped: whoever has one uses it like any memory, and the system keeps as much of it in memory as
// it likes. Disk space is reserved before it is used, so a full disk is an error and not a signal.
// Safe for several threads.
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

namespace fluxi::base {

class SpillFile {
  public:
    /// Nothing is created before the first block is wanted.
    explicit SpillFile(std::string folder) : folder_(std::move(folder)) {}
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;
    ~SpillFile();

    /// Throws RuntimeError (Code::limit), naming --spill-dir, when there is no room.
    std::byte* allocate(std::size_t bytes);
    /// Takes back a block that `allocate(bytes)` gave.
    void release(std::byte* block, std::size_t bytes) noexcept;
    /// Whether a block lies in the file.
    [[nodiscard]] bool owns(const void* block) const noexcept;
    /// Most bytes that were in use at once.
    [[nodiscard]] std::size_t peak() const noexcept { return peak_; }

  private:
    /// A part of the file: cut into blocks of one size, or one large block.
    struct Segment {
        std::byte* begin = nullptr;
        std::size_t size = 0;
        std::size_t offset = 0;
    };
    static constexpr std::size_t kClasses = 9;  ///< blocks of 4 KiB, 8 KiB … 1 MiB

    void open();
    std::byte* map(std::size_t bytes);
    void drop_resident();

    std::string folder_;
    mutable std::mutex mutex_{};
    int descriptor_ = -1;
    std::size_t size_ = 0;             ///< of the file
    std::vector<Segment> segments_{};  ///< sorted by address
    std::array<std::vector<std::byte*>, kClasses> free_{};
    std::size_t used_ = 0;
    std::size_t peak_ = 0;
    std::size_t fresh_ = 0;  ///< bytes given out since the last drop_resident
};

}  // namespace fluxi::base
