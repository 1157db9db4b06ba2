#include "host/notes.hpp"

#include <cstdio>

namespace fluxi::host {

void StderrNotes::write(std::string_view text) {
    const std::lock_guard lock(mutex_);
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

void BufferNotes::write(std::string_view text) {
    const std::lock_guard lock(mutex_);
    text_.append(text);
}

std::string BufferNotes::text() const {
    const std::lock_guard lock(mutex_);
    return text_;
}

}  // namespace fluxi::host
