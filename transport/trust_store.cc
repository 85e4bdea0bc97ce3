// The store, shared by all TLS contexts of a client; OpenSSL counts its users and locks it itself.
#include "transport/trust_store.h"

namespace belljar::transport {

TrustStore::TrustStore(std::shared_ptr<const CurlLibrary> library, std::string file)
    : library_(std::move(library)), file_(std::move(file)) {}

TrustStore::~TrustStore() {
  if (store_) library_->openssl.store_free(store_);
}

bool TrustStore::usable() const { return library_->openssl.store_new != nullptr; }

bool TrustStore::give_to(void* tls_context) {
  const OpensslFunctions& ssl = library_->openssl;
  std::call_once(read_, [&] {
    void* store = ssl.store_new();
    if (store && ssl.store_load_file(store, file_.c_str()) == 1) {
      store_ = store;
    } else if (store) {
      ssl.store_free(store);
    }
  });
  if (!store_) return false;
  ssl.context_set_store(tls_context, store_);
  return true;
}

}  // namespace belljar::transport
