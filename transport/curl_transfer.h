// The transfer by libcurl, shared by the two files that make it: curl_transfer.cc, what happens,
// and curl_options.cc, every option and why.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "transport/curl_library.h"
#include "transport/decoder.h"
#include "transport/received_head.h"
#include "transport/transfer.h"
#include "transport/trust_store.h"

namespace belljar::transport {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

class CurlTransfer final : public Transfer {
 public:
  CurlTransfer(std::shared_ptr<const CurlLibrary> library, std::shared_ptr<TrustStore> trusted)
      : library_(std::move(library)),
        trusted_(std::move(trusted)),
        curl_(*library_),
        url_(curl_.curl_url(), curl_.curl_url_cleanup),
        headers_(nullptr, curl_.curl_slist_free_all),
        resolved_(nullptr, curl_.curl_slist_free_all) {}
  bool read(const std::string& text, std::string* problem);
  const Target& target() const override { return target_; }
  Received run(const Exchange& exchange) override;

 private:
  std::string part(CURLUPart which, unsigned flags = 0);
  bool append(List& list, const std::string& line);
  bool set_options(CURL* c);
  bool set_request(CURL* c);
  bool look_connected();
  CURLcode loop(CURL* c);
  void explain(CURL* c, CURLcode code);
  // The first reason wins: what libcurl says about an abort of ours means nothing.
  void fail(Failure failure, std::string_view problem) {
    if (out_.failure != Failure::None) return;
    out_.failure = failure;
    out_.problem = problem;
  }
  bool checked(const Address& address) const {
    const auto& all = exchange_->addresses;
    return std::find(all.begin(), all.end(), address) != all.end();
  }

  static curl_socket_t open_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int close_socket(void* self, curl_socket_t socket);
  static int before_request(void* self, char* remote, char*, int port, int);
  static CURLcode on_tls(CURL*, void* context, void* self);
  static size_t on_header(char* data, size_t size, size_t count, void* self);
  static size_t on_body(char* data, size_t size, size_t count, void* self);

  std::shared_ptr<const CurlLibrary> library_;
  std::shared_ptr<TrustStore> trusted_;
  const CurlLibrary& curl_;
  Url url_;
  Target target_;
  const Exchange* exchange_ = nullptr;
  Received out_;
  std::optional<ReceivedHead> head_;
  Decoder decoder_;
  std::vector<curl_socket_t> sockets_;
  bool connected_ = false;  // TCP: what comes after is the read timeout's, as in urllib3
  List headers_, resolved_;
  std::chrono::steady_clock::time_point began_, last_byte_;
};

}  // namespace belljar::transport
