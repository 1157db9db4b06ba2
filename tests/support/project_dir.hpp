// Where the project's sources are, for tests that read files of the repository. Kept in one
// translation unit, so that the others compile to the same object wherever the project lies.
#pragma once

namespace fluxi::test {

extern const char* const kProjectDir;

}  // namespace fluxi::test
