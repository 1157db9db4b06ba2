// gzip as tests need it: a whole text at once.
#pragma once

#include <string>

namespace fluxi::test {

/// One gzip member with the text.
std::string gzip(const std::string& text);

}  // namespace fluxi::test
