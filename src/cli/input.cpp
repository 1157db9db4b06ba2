#include "cli/input.hpp"

namespace fluxi::cli {

Script read_script(const std::string& name) {
    const host::LocalFileSystem files;
    if (name == "-") return {"<stdin>", files.read("/dev/stdin"), ""};
    const auto slash = name.rfind('/');
    return {name, files.read(name), slash == std::string::npos ? "." : name.substr(0, slash)};
}

}  // namespace fluxi::cli
