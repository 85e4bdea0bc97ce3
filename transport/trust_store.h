// The authorities that may vouch for a server, read once a client: the usual file has 140 of them,
// and reading it anew takes longer than most requests.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "transport/curl_library.h"

namespace belljar::transport {

class TrustStore {
 public:
  TrustStore(std::shared_ptr<const CurlLibrary> library, std::string file);
  ~TrustStore();
  TrustStore(const TrustStore&) = delete;
  TrustStore& operator=(const TrustStore&) = delete;

  // Whether this libcurl lets us; else it is to read the file itself.
  bool usable() const;
  const std::string& file() const { return file_; }
  // Puts the authorities into a TLS context (an SSL_CTX) that has none. False: they cannot be read,
  // and the handshake must not go on. Any thread.
  bool give_to(void* tls_context);

 private:
  std::shared_ptr<const CurlLibrary> library_;
  std::string file_;
  std::once_flag read_;
  void* store_ = nullptr;  // an X509_STORE; null: not readable
};

}  // namespace belljar::transport
