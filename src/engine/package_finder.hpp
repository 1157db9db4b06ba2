// Finds packages of the user: `import "a/b"` is the .flux files of the folder a/b below one of the
// search folders, tests excepted.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "host/file_system.hpp"
#include "program/packages.hpp"

namespace fluxi::engine {

program::PackageFinder package_finder(std::shared_ptr<host::FileSystem> files,
                                      std::vector<std::string> folders);

}  // namespace fluxi::engine
