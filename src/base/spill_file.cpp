#include "base/spill_file.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.hpp"

namespace fluxi::base {

namespace {

constexpr std::size_t kSmallest = std::size_t{4} << 10;
constexpr std::size_t kSegment = std::size_t{4} << 20;
/// After so many bytes pages are given back to the system; the file keeps what is in them.
constexpr std::size_t kResident = std::size_t{8} << 20;

[[noreturn]] void fail_to(const std::string& folder, const char* what, int error) {
    fail_with(Code::limit,
              "the memory limit is reached and --spill-dir {} cannot take more: {}: {}", folder,
              what, std::strerror(error));
}

/// The size class of a block, or a number past the last one for a block of its own.
std::size_t class_of(std::size_t bytes) {
    const std::size_t size = std::bit_ceil(std::max(bytes, kSmallest));
    return static_cast<std::size_t>(std::countr_zero(size / kSmallest));
}

std::size_t whole_pages(std::size_t bytes) {
    return (bytes + kSmallest - 1) / kSmallest * kSmallest;
}

}  // namespace

SpillFile::~SpillFile() {
    for (const Segment& segment : segments_) ::munmap(segment.begin, segment.size);
    if (descriptor_ >= 0) ::close(descriptor_);
}

void SpillFile::open() {
    std::string name = folder_ + "/fluxi-spill-XXXXXX";
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail_to(folder_, "a file cannot be created", errno);
    ::unlink(name.c_str());
}

std::byte* SpillFile::map(std::size_t bytes) {
    if (descriptor_ < 0) open();
    const int full =
        ::posix_fallocate(descriptor_, static_cast<off_t>(size_), static_cast<off_t>(bytes));
    if (full != 0) fail_to(folder_, "no space", full);
    void* place = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_,
                         static_cast<off_t>(size_));
    if (place == MAP_FAILED) fail_to(folder_, "a file cannot be mapped", errno);
    const Segment segment{static_cast<std::byte*>(place), bytes, size_};
    size_ += bytes;
    const auto after =
        std::upper_bound(segments_.begin(), segments_.end(), segment,
                         [](const Segment& a, const Segment& b) { return a.begin < b.begin; });
    segments_.insert(after, segment);
    return segment.begin;
}

void SpillFile::drop_resident() {
    fresh_ = 0;
    for (const Segment& segment : segments_) ::madvise(segment.begin, segment.size, MADV_DONTNEED);
}

std::byte* SpillFile::allocate(std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    const std::size_t size_class = class_of(bytes);
    std::byte* block = nullptr;
    std::size_t size = whole_pages(bytes);
    if (size_class >= kClasses) {
        block = map(size);
    } else {
        size = kSmallest << size_class;
        std::vector<std::byte*>& free = free_[size_class];
        if (free.empty()) {
            std::byte* const segment = map(kSegment);
            for (std::size_t at = kSegment; at != 0; at -= size)
                free.push_back(segment + at - size);
        }
        block = free.back();
        free.pop_back();
    }
    used_ += size;
    fresh_ += size;
    peak_ = std::max(peak_, used_);
    if (fresh_ > kResident) drop_resident();
    return block;
}

void SpillFile::release(std::byte* block, std::size_t bytes) noexcept {
    const std::lock_guard lock(mutex_);
    const std::size_t size_class = class_of(bytes);
    if (size_class < kClasses) {
        used_ -= kSmallest << size_class;
        free_[size_class].push_back(block);
        return;
    }
    used_ -= whole_pages(bytes);
    const auto segment = std::find_if(segments_.begin(), segments_.end(),
                                      [&](const Segment& s) { return s.begin == block; });
    ::munmap(segment->begin, segment->size);
    // The disk gets its space back; that it does not is no harm.
    ::fallocate(descriptor_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                static_cast<off_t>(segment->offset), static_cast<off_t>(segment->size));
    segments_.erase(segment);
}

bool SpillFile::owns(const void* block) const noexcept {
    const std::lock_guard lock(mutex_);
    const auto* const place = static_cast<const std::byte*>(block);
    const auto after =
        std::upper_bound(segments_.begin(), segments_.end(), place,
                         [](const std::byte* p, const Segment& s) { return p < s.begin; });
    return after != segments_.begin() && place < std::prev(after)->begin + std::prev(after)->size;
}

}  // namespace fluxi::base
