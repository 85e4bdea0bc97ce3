// Loading libcurl, and what is asked of a build of it.
#include "transport/curl_library.h"

#include <dlfcn.h>

#include <string_view>

namespace belljar::transport {

namespace {

constexpr const char* kFile = "libcurl.so.4";
// CURLOPT_PREREQFUNCTION, CURLOPT_PROTOCOLS_STR and an initialisation that is safe in threads.
constexpr unsigned kOldest = 0x075500;  // 7.85.0

template <typename Function>
bool find(void* library, const char* name, Function* out) {
  *out = reinterpret_cast<Function>(dlsym(library, name));
  return *out != nullptr;
}

// A handle's symbols include those of the libraries that it depends on.
void find_openssl(void* library, std::string_view tls, OpensslFunctions* out) {
  OpensslFunctions found;
  if (tls.substr(0, 10) == "OpenSSL/3." && find(library, "X509_STORE_new", &found.store_new) &&
      find(library, "X509_STORE_load_file", &found.store_load_file) &&
      find(library, "X509_STORE_free", &found.store_free) &&
      find(library, "SSL_CTX_set1_cert_store", &found.context_set_store)) {
    *out = found;
  }
}

}  // namespace

std::shared_ptr<const CurlLibrary> load_curl(std::string* problem) {
  // Never closed: libraries behind it keep exit handlers.
  void* library = dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    *problem = std::string(kFile) + " cannot be loaded";
    return nullptr;
  }
  auto out = std::make_shared<CurlLibrary>();
#define BELLJAR_CURL_FIND(name)                        \
  if (!find(library, #name, &out->name)) {             \
    *problem = std::string(kFile) + " lacks " + #name; \
    return nullptr;                                    \
  }
  BELLJAR_CURL_FUNCTIONS(BELLJAR_CURL_FIND)
#undef BELLJAR_CURL_FIND
  // Counted by libcurl itself; the host may use it too.
  if (out->curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    *problem = std::string(kFile) + " cannot be initialised";
    return nullptr;
  }
  const curl_version_info_data* version = out->curl_version_info(CURLVERSION_NOW);
  if (version->version_num < kOldest) {
    *problem = std::string(kFile) + " is older than 7.85.0";
    return nullptr;
  }
  // A name that libcurl had to resolve would otherwise block the thread beyond any timeout.
  if ((version->features & CURL_VERSION_ASYNCHDNS) == 0) {
    *problem = std::string(kFile) + " lacks asynchronous name resolution";
    return nullptr;
  }
  find_openssl(library, version->ssl_version ? version->ssl_version : "", &out->openssl);
  return out;
}

}  // namespace belljar::transport
