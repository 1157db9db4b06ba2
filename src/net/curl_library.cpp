#include "net/curl_library.hpp"

#include "base/shared_library.hpp"

// Some of the names are also macros that check the types of their arguments.
#undef curl_easy_getinfo
#undef curl_easy_setopt

namespace fluxi::net {

namespace {

CurlLibrary load() {
    const base::SharedLibrary library("libcurl.so.4", "HTTP", "libcurl4");
    CurlLibrary result;
#define FLUXI_CURL_FIND(name) library.find(#name, result.name);
    FLUXI_CURL_FUNCTIONS(FLUXI_CURL_FIND)
#undef FLUXI_CURL_FIND
    // Once and for good: while one thread starts libcurl anew, another may be using it.
    result.curl_global_init(CURL_GLOBAL_DEFAULT);
    return result;
}

}  // namespace

const CurlLibrary& curl() {
    static const CurlLibrary library = load();
    return library;
}

}  // namespace fluxi::net
