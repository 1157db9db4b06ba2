// libcurl, loaded when the first request or URL needs it and not when the program starts: it brings
// some thirty libraries along, which cost more time than a small script takes. Loaded once for the
// process and never unloaded; immutable from then on, so any thread may use it.
#pragma once

#include <curl/curl.h>

namespace fluxi::net {

// clang-format off
/// The functions of libcurl that fluxi calls, each under its own name.
#define FLUXI_CURL_FUNCTIONS(F) \
    F(curl_easy_cleanup) \
    F(curl_easy_getinfo) \
    F(curl_easy_init) \
    F(curl_easy_reset) \
    F(curl_easy_setopt) \
    F(curl_easy_strerror) \
    F(curl_free) \
    F(curl_global_init) \
    F(curl_multi_add_handle) \
    F(curl_multi_cleanup) \
    F(curl_multi_info_read) \
    F(curl_multi_init) \
    F(curl_multi_perform) \
    F(curl_multi_poll) \
    F(curl_multi_remove_handle) \
    F(curl_multi_strerror) \
    F(curl_slist_append) \
    F(curl_slist_free_all) \
    F(curl_url) \
    F(curl_url_cleanup) \
    F(curl_url_get) \
    F(curl_url_set) \
    F(curl_url_strerror)
// clang-format on

struct CurlLibrary {
#define FLUXI_CURL_MEMBER(name) decltype(&::name) name = nullptr;
    FLUXI_CURL_FUNCTIONS(FLUXI_CURL_MEMBER)
#undef FLUXI_CURL_MEMBER
};

/// Throws base::RuntimeError (Code::network) where the machine has no libcurl.
const CurlLibrary& curl();

}  // namespace fluxi::net
