// Transfers by libcurl, from the URL to what came back. The options are set in curl_options.cc.
#include "transport/curl_transfer.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>

#include "transport/curl_failure.h"
namespace belljar::transport {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kGlanceMs = 20;  // how often a silent transfer looks at the stop flag
constexpr unsigned kUrlFlags = CURLU_DISALLOW_USER | CURLU_PATH_AS_IS;

// A peer that closes its end makes the TLS library's write raise SIGPIPE: blocked in this thread
// while a transfer runs, and taken away before it is unblocked.
class PipeSignalBlocked {
 public:
  PipeSignalBlocked() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~PipeSignalBlocked() {
    const timespec at_once{};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  PipeSignalBlocked(const PipeSignalBlocked&) = delete;
  PipeSignalBlocked& operator=(const PipeSignalBlocked&) = delete;

 private:
  sigset_t pipe_, before_;
  bool was_pending_ = false;
};

}  // namespace

bool CurlTransfer::append(List& list, const std::string& line) {
  curl_slist* longer = curl_.curl_slist_append(list.get(), line.c_str());
  if (!longer) return false;
  (void)list.release();
  list.reset(longer);
  return true;
}

std::string CurlTransfer::part(CURLUPart which, unsigned flags) {
  char* text = nullptr;
  std::string out;
  if (curl_.curl_url_get(url_.get(), which, &text, flags) == CURLUE_OK && text) out = text;
  curl_.curl_free(text);
  return out;
}

bool CurlTransfer::read(const std::string& text, std::string* problem) {
  const CURLUcode code =
      url_ ? curl_.curl_url_set(url_.get(), CURLUPART_URL, text.c_str(), kUrlFlags)
           : CURLUE_OUT_OF_MEMORY;
  if (code != CURLUE_OK) {
    *problem = code == CURLUE_USER_NOT_ALLOWED     ? "credentials in a URL are refused"
               : code == CURLUE_UNSUPPORTED_SCHEME ? "only http and https can be reached"
                                                   : "the URL cannot be parsed";
    return false;
  }
  target_.scheme = part(CURLUPART_SCHEME);
  if (target_.scheme != "http" && target_.scheme != "https") {
    *problem = "only http and https can be reached";
    return false;
  }
  if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()) {
    *problem = "credentials in a URL are refused";
    return false;
  }
  if (!part(CURLUPART_ZONEID).empty()) {
    *problem = "scope ids in a URL are refused";
    return false;
  }
  target_.host = lower(part(CURLUPART_HOST));
  if (!target_.host.empty() && target_.host.back() == '.') target_.host.pop_back();
  if (target_.host.empty()) {
    *problem = "a URL without a host";
    return false;
  }
  // What is decided on is what is sent: one spelling of the host.
  if (curl_.curl_url_set(url_.get(), CURLUPART_HOST, target_.host.c_str(), 0) != CURLUE_OK) {
    *problem = "the host's name cannot be used";
    return false;
  }
  if (target_.host.front() == '[' && target_.host.back() == ']') {
    target_.host = target_.host.substr(1, target_.host.size() - 2);
  }
  const std::string port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT);
  target_.port = static_cast<uint16_t>(std::strtoul(port.c_str(), nullptr, 10));
  target_.path = part(CURLUPART_PATH);
  Address literal;
  if (parse_address(target_.host, &literal)) target_.literal = literal;
  return true;
}

// Called for each connection attempt with the address that libcurl would use: only what was checked
// is connected to, so that a name that changes its mind (DNS rebinding) changes nothing.
curl_socket_t CurlTransfer::open_socket(void* self, curlsocktype purpose, curl_sockaddr* address) {
  auto* t = static_cast<CurlTransfer*>(self);
  Address to;
  if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address->addr, sizeof in);
    std::memcpy(to.bytes.data(), &in.sin_addr, 4);
  } else if (purpose == CURLSOCKTYPE_IPCXN && address->family == AF_INET6) {
    // Larger than the sockaddr that libcurl declares; the structure has room for it.
    to.v6 = true;
    std::memcpy(to.bytes.data(),
                reinterpret_cast<const char*>(&address->addr) + offsetof(sockaddr_in6, sin6_addr),
                16);
  } else {
    t->fail(Failure::Denied, "egress denied (address)");
    return CURL_SOCKET_BAD;
  }
  if (!t->checked(to)) {
    t->fail(Failure::Denied, "egress denied (address)");
    return CURL_SOCKET_BAD;
  }
  const int made = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  if (made >= 0) t->sockets_.push_back(made);
  return made;
}

int CurlTransfer::close_socket(void* self, curl_socket_t socket) {
  std::erase(static_cast<CurlTransfer*>(self)->sockets_, socket);
  return close(socket);
}

// libcurl's own times count the TLS handshake as part of connecting.
bool CurlTransfer::look_connected() {
  for (size_t i = 0; !connected_ && i < sockets_.size(); ++i) {
    sockaddr_storage peer;
    socklen_t size = sizeof peer;
    connected_ = getpeername(sockets_[i], reinterpret_cast<sockaddr*>(&peer), &size) == 0;
    if (connected_) last_byte_ = Clock::now();
  }
  return connected_;
}

int CurlTransfer::before_request(void* self, char* remote, char*, int port, int) {
  auto* t = static_cast<CurlTransfer*>(self);
  Address to;
  if (parse_address(remote ? remote : "", &to) && t->checked(to) && port == t->target_.port) {
    return CURL_PREREQFUNC_OK;
  }
  t->fail(Failure::Denied, "egress denied (address)");
  return CURL_PREREQFUNC_ABORT;
}

CURLcode CurlTransfer::on_tls(CURL*, void* context, void* self) {
  const auto* t = static_cast<CurlTransfer*>(self);
  return t->trusted_->give_to(context) ? CURLE_OK : CURLE_SSL_CACERT_BADFILE;
}

size_t CurlTransfer::on_header(char* data, size_t size, size_t count, void* self) {
  auto* t = static_cast<CurlTransfer*>(self);
  const std::string_view line(data, size * count);
  t->last_byte_ = Clock::now();
  t->out_.bytes_down += line.size();
  if (t->out_.bytes_down > t->exchange_->max_bytes_down) {
    t->fail(Failure::Denied, "egress denied (bytes): this program has received too much");
    return 0;
  }
  const bool was_complete = t->head_->complete();
  if (!t->head_->line(line, &t->out_)) {
    t->fail(t->head_->too_large() ? Failure::Denied : Failure::Protocol, t->head_->problem());
    return 0;
  }
  if (t->head_->complete() && !was_complete) {
    t->out_.elapsed_us = static_cast<uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(t->last_byte_ - t->began_).count());
    std::string codings;
    for (const auto& [name, value] : t->out_.headers) {
      if (lower(name) == "content-encoding") codings += (codings.empty() ? "" : ", ") + value;
    }
    if (t->decoder_.begin(codings) != Decoder::Status::Good) {
      t->fail(Failure::Encoding, t->decoder_.problem());
      return 0;
    }
  }
  return line.size();
}

size_t CurlTransfer::on_body(char* data, size_t size, size_t count, void* self) {
  auto* t = static_cast<CurlTransfer*>(self);
  const std::string_view bytes(data, size * count);
  t->last_byte_ = Clock::now();
  t->out_.bytes_down += bytes.size();
  if (t->out_.bytes_down > t->exchange_->max_bytes_down) {
    t->fail(Failure::Denied, "egress denied (bytes): this program has received too much");
    return 0;
  }
  const Decoder::Status status =
      t->decoder_.feed(bytes, t->exchange_->max_body_bytes, &t->out_.body);
  if (status == Decoder::Status::Good) return bytes.size();
  if (status == Decoder::Status::TooLarge) {
    t->fail(Failure::Denied, "egress denied (size): the body is larger than " +
                                 std::to_string(t->exchange_->max_body_bytes) + " bytes");
  } else {
    t->fail(Failure::Encoding, t->decoder_.problem());
  }
  return 0;
}

CURLcode CurlTransfer::loop(CURL* c) {
  Multi multi(curl_.curl_multi_init(), curl_.curl_multi_cleanup);
  if (!multi || curl_.curl_multi_add_handle(multi.get(), c) != CURLM_OK) return CURLE_OUT_OF_MEMORY;
  CURLcode code = CURLE_OK;
  for (int running = 1; running > 0 && out_.failure == Failure::None;) {
    if (curl_.curl_multi_perform(multi.get(), &running) != CURLM_OK) {
      code = CURLE_OUT_OF_MEMORY;
      break;
    }
    int left = 0;
    while (CURLMsg* message = curl_.curl_multi_info_read(multi.get(), &left)) {
      if (message->msg == CURLMSG_DONE) code = message->data.result;
    }
    if (running == 0) break;
    const auto now = Clock::now();
    if (exchange_->stop && exchange_->stop()) {
      fail(Failure::Stopped, "stopped");
    } else if (now - began_ > std::chrono::milliseconds(exchange_->total_timeout_ms)) {
      code = CURLE_OPERATION_TIMEDOUT;
      break;
    } else if (look_connected() &&
               now - last_byte_ > std::chrono::milliseconds(exchange_->read_timeout_ms)) {
      fail(Failure::ReadTimeout, "");
    } else if (!connected_ &&
               now - began_ > std::chrono::milliseconds(exchange_->connect_timeout_ms)) {
      fail(Failure::ConnectTimeout, "");
    }
    if (out_.failure == Failure::None)
      curl_.curl_multi_poll(multi.get(), nullptr, 0, kGlanceMs, nullptr);
  }
  curl_.curl_multi_remove_handle(multi.get(), c);
  return code;
}

void CurlTransfer::explain(CURL* c, CURLcode code) {
  CurlEnd end;
  end.code = code;
  end.connected = connected_;
  end.answered = head_->complete();
  end.body_size = out_.body.size();
  end.max_body_bytes = exchange_->max_body_bytes;
  curl_off_t expected = -1;
  curl_.curl_easy_getinfo(c, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &expected);
  end.expected_size = expected;
  curl_.curl_easy_getinfo(c, CURLINFO_OS_ERRNO, &end.os_error);
  curl_.curl_easy_getinfo(c, CURLINFO_SSL_VERIFYRESULT, &end.verify_result);
  std::string problem;
  const Failure failure = curl_failure(end, &problem);
  if (failure != Failure::None) fail(failure, problem);
}

Received CurlTransfer::run(const Exchange& exchange) {
  exchange_ = &exchange;
  head_.emplace(exchange.max_header_bytes, exchange.max_header_lines);
  began_ = last_byte_ = Clock::now();
  PipeSignalBlocked blocked;
  Easy easy(curl_.curl_easy_init(), curl_.curl_easy_cleanup);
  if (!target_.literal) {
    std::string line = target_.host + ":" + std::to_string(target_.port) + ":";
    for (size_t i = 0; i < exchange.addresses.size(); ++i) {
      const Address& a = exchange.addresses[i];
      line += (i > 0 ? "," : "") + (a.v6 ? "[" + a.text() + "]" : a.text());
    }
    append(resolved_, line);
  }
  if (!easy || !set_options(easy.get()) || !set_request(easy.get())) {
    fail(Failure::Connect, "the transfer could not be set up");
    return std::move(out_);
  }
  const CURLcode code = loop(easy.get());
  explain(easy.get(), code);
  if (out_.failure == Failure::None && !head_->complete()) {
    fail(Failure::Protocol, "('Connection aborted.', the head of the answer is incomplete)");
  }
  if (out_.failure == Failure::None && decoder_.finish() != Decoder::Status::Good) {
    fail(Failure::Encoding, decoder_.problem());
  }
  return std::move(out_);
}

namespace {

class CurlTransport final : public Transport {
 public:
  CurlTransport(std::shared_ptr<const CurlLibrary> library, const std::string& ca_file)
      : library_(std::move(library)), trusted_(std::make_shared<TrustStore>(library_, ca_file)) {}
  std::unique_ptr<Transfer> parse(const std::string& url, std::string* problem) const override {
    auto out = std::make_unique<CurlTransfer>(library_, trusted_);
    if (!out->read(url, problem)) return nullptr;
    return out;
  }

 private:
  std::shared_ptr<const CurlLibrary> library_;
  std::shared_ptr<TrustStore> trusted_;
};

}  // namespace

std::shared_ptr<const Transport> curl_transport(const std::string& ca_file, std::string* problem) {
  std::shared_ptr<const CurlLibrary> library = load_curl(problem);
  return library ? std::make_shared<CurlTransport>(std::move(library), ca_file) : nullptr;
}

}  // namespace belljar::transport
