// libcurl's functions, loaded when the first client is made and not before: the library brings two
// dozen others along, and a program that reaches no host should not wait for them at its start.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

// The macros check argument types of direct calls; ours go through pointers.
#undef curl_easy_setopt
#undef curl_easy_getinfo

namespace belljar::transport {

// Of the OpenSSL that libcurl has brought along; all null if it uses another TLS library.
struct OpensslFunctions {
  void* (*store_new)() = nullptr;
  int (*store_load_file)(void* store, const char* file) = nullptr;
  void (*store_free)(void* store) = nullptr;
  void (*context_set_store)(void* context, void* store) = nullptr;  // takes a reference
};

struct CurlLibrary {
  OpensslFunctions openssl;
// clang-format off
#define BELLJAR_CURL_FUNCTIONS(F) \
  F(curl_global_init) F(curl_version_info) F(curl_free) F(curl_url) F(curl_url_cleanup) \
  F(curl_url_set) F(curl_url_get) F(curl_slist_append) F(curl_slist_free_all) \
  F(curl_easy_init) F(curl_easy_cleanup) F(curl_easy_setopt) F(curl_easy_getinfo) \
  F(curl_multi_init) F(curl_multi_cleanup) F(curl_multi_add_handle) \
  F(curl_multi_remove_handle) F(curl_multi_perform) F(curl_multi_info_read) \
  F(curl_multi_poll)
// clang-format on
#define BELLJAR_CURL_MEMBER(name) decltype(&::name) name = nullptr;
  BELLJAR_CURL_FUNCTIONS(BELLJAR_CURL_MEMBER)
#undef BELLJAR_CURL_MEMBER
};

// Null: `problem` says what is missing.
std::shared_ptr<const CurlLibrary> load_curl(std::string* problem);

}  // namespace belljar::transport
