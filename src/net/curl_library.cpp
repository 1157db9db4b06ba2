#include "net/curl_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

// Some of the names are also macros that check the types of their arguments.
#undef curl_easy_getinfo
#undef curl_easy_setopt

namespace fluxi::net {

namespace {

/// The name of libcurl 7.16 to 8.x.
constexpr const char* kFile = "libcurl.so.4";

template <typename Function>
void find(void* library, const char* name, Function& function) {
    void* symbol = dlsym(library, name);
    if (symbol == nullptr) {
        base::fail_with(base::Code::network, "{} is too old: it has no {}", kFile, name);
    }
    function = reinterpret_cast<Function>(symbol);
}

CurlLibrary load() {
    void* library = dlopen(kFile, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = dlerror();
        base::fail_with(
            base::Code::network,
            "requests need libcurl (Debian package libcurl4), which cannot be loaded: {}",
            reason == nullptr ? kFile : reason);
    }
    CurlLibrary result;
#define FLUXI_CURL_FIND(name) find(library, #name, result.name);
    FLUXI_CURL_FUNCTIONS(FLUXI_CURL_FIND)
#undef FLUXI_CURL_FIND
    return result;
}

}  // namespace

const CurlLibrary& curl() {
    static const CurlLibrary library = load();
    return library;
}

}  // namespace fluxi::net
