#include "io/peeked_input.hpp"

#include <algorithm>
#include <utility>

namespace fluxi::io {

PeekedInput::PeekedInput(std::unique_ptr<host::InputFile> file, std::size_t size)
    : file_(std::move(file)) {
    start_.resize(size);
    std::size_t filled = 0;
    while (filled < size) {
        const std::size_t more = file_->read(std::span(start_).subspan(filled));
        if (more == 0) break;
        filled += more;
    }
    start_.resize(filled);
}

std::size_t PeekedInput::read(std::span<char> buffer) {
    if (at_ == start_.size()) return file_->read(buffer);
    const std::size_t size = std::min(buffer.size(), start_.size() - at_);
    std::copy_n(start_.data() + at_, size, buffer.data());
    at_ += size;
    return size;
}

bool begins_as_annotated_csv(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    for (const std::string_view annotation :
         {"#datatype,", "#group,", "#default,", ",result,table"}) {
        if (start.starts_with(annotation)) return true;
    }
    return false;
}

}  // namespace fluxi::io
