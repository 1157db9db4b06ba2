#include "syntax/ast.hpp"

#include <algorithm>

namespace fluxi::syntax {

std::span<const Comment> File::comments_before(std::uint32_t offset) const {
    const auto first = std::lower_bound(
        comments.begin(), comments.end(), offset,
        [](const Comment& comment, std::uint32_t at) { return comment.next_token < at; });
    const auto last = std::upper_bound(
        first, comments.end(), offset,
        [](std::uint32_t at, const Comment& comment) { return at < comment.next_token; });
    return {first, last};
}

}  // namespace fluxi::syntax
