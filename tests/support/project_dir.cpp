#include "tests/support/project_dir.hpp"

namespace fluxi::test {

const char* const kProjectDir = FLUXI_PROJECT_DIR;

}  // namespace fluxi::test
