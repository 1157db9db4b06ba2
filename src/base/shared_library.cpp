#include "base/shared_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace fluxi::base {

SharedLibrary::SharedLibrary(const char* file, std::string_view user, std::string_view package)
    : file_(file), handle_(dlopen(file, RTLD_LAZY | RTLD_LOCAL)) {
    if (handle_ != nullptr) return;
    const char* reason = dlerror();
    fail_with(Code::network,
              "{} needs the library {} (Debian package {}), which cannot be loaded: {}", user, file,
              package, reason == nullptr ? "not found" : reason);
}

void* SharedLibrary::symbol(const char* name) const {
    void* found = dlsym(handle_, name);
    if (found == nullptr) fail_with(Code::network, "{} is too old: it has no {}", file_, name);
    return found;
}

}  // namespace fluxi::base
