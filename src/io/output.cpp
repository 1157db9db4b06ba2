#include "io/output.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace fluxi::io {

Output::Output(std::size_t block)
    : block_(std::make_unique_for_overwrite<char[]>(block)),
      next_(block_.get()),
      end_(block_.get() + block) {}

void Output::write(std::string_view text) {
    if (text.empty()) return;
    char* place = reserve(text.size());
    std::memcpy(place, text.data(), text.size());
    commit(place + text.size());
}

void Output::flush() {
    const auto size = static_cast<std::size_t>(next_ - block_.get());
    if (size == 0) return;
    if (error_ == 0) error_ = deliver({block_.get(), size});
    delivered_ += size;
    next_ = block_.get();
}

void Output::make_room(std::size_t size) {
    flush();
    if (size <= static_cast<std::size_t>(end_ - block_.get())) return;
    block_ = std::make_unique_for_overwrite<char[]>(size);
    next_ = block_.get();
    end_ = next_ + size;
}

int FileOutput::deliver(std::string_view block) {
    while (!block.empty()) {
        const ssize_t written = ::write(descriptor_, block.data(), block.size());
        if (written >= 0) {
            block.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            // Somebody made the terminal non-blocking; it will take more later.
            pollfd ready{descriptor_, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

int StringOutput::deliver(std::string_view block) {
    text_ += block;
    return 0;
}

std::string StringOutput::take() {
    flush();
    return std::exchange(text_, {});
}

}  // namespace fluxi::io
