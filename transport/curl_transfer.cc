// Transfers by libcurl: the only file that uses it (curl_library.cc loads it). Every option that
// could reach further than one HTTP exchange with a checked address is set, on a fresh handle, also
// where the default agrees today; each says why. Names and behaviour are those of libcurl 7.88.1.
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
#include "transport/curl_library.h"
#include "transport/decoder.h"
#include "transport/received_head.h"
#include "transport/transfer.h"
#include "transport/trust_store.h"

namespace belljar::transport {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kGlanceMs = 20;    // how often a silent transfer looks at the stop flag
constexpr long kSlowBytes = 64;  // a second, over kSlowSeconds: a drip
constexpr long kSlowSeconds = 5;
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
  Clock::time_point began_, last_byte_;
};

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

bool CurlTransfer::set_options(CURL* c) {
  bool good = true;
  auto set = [&](CURLoption option, auto value) {
    good = curl_.curl_easy_setopt(c, option, value) == CURLE_OK && good;
  };
  // Threads: no SIGALRM, no siglongjmp (CVE-2023-28320).
  set(CURLOPT_NOSIGNAL, 1L);
  // This libcurl also speaks file, ftp, gopher, ldap, smb, telnet and twenty more.
  set(CURLOPT_PROTOCOLS_STR, target_.scheme.c_str());
  set(CURLOPT_REDIR_PROTOCOLS_STR, target_.scheme.c_str());
  set(CURLOPT_DEFAULT_PROTOCOL, "https");
  // One parser: the handle that the decision was made on.
  set(CURLOPT_CURLU, url_.get());
  set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(CURLOPT_PATH_AS_IS, 1L);
  // Redirects are the program's business; each hop comes through the whole decision again.
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_MAXREDIRS, 0L);
  set(CURLOPT_UNRESTRICTED_AUTH, 0L);
  // Connects only to what was checked, and looks again before anything is sent.
  set(CURLOPT_OPENSOCKETFUNCTION, &CurlTransfer::open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_CLOSESOCKETFUNCTION, &CurlTransfer::close_socket);
  set(CURLOPT_CLOSESOCKETDATA, this);
  set(CURLOPT_PREREQFUNCTION, &CurlTransfer::before_request);
  set(CURLOPT_PREREQDATA, this);
  // Names were resolved before; nothing else may look them up or remember them.
  set(CURLOPT_RESOLVE, resolved_.get());
  set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
  set(CURLOPT_DOH_URL, nullptr);
  // Nothing is carried over: neither connections nor their credentials.
  set(CURLOPT_FRESH_CONNECT, 1L);
  set(CURLOPT_FORBID_REUSE, 1L);
  set(CURLOPT_MAXCONNECTS, 1L);
  set(CURLOPT_SSL_SESSIONID_CACHE, 0L);
  // The empty text, unlike NULL, also switches off the environment's proxies.
  set(CURLOPT_PROXY, "");
  set(CURLOPT_PRE_PROXY, "");
  set(CURLOPT_NOPROXY, "*");
  set(CURLOPT_HTTPPROXYTUNNEL, 0L);
  // No credentials of the machine (CVE-2024-11053, CVE-2025-0167): no .netrc, no Kerberos tickets,
  // and no helper process, which NTLM_WB would start. Authorization is a plain header.
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_NONE));
  set(CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_NONE));
  // The cookie engine stays off (COOKIEFILE, COOKIEJAR and COOKIELIST are not set), and so do
  // alt-svc and HSTS: a session's cookies live in the program's own memory.
  // TLS: always verified, by the host's authorities, from 1.2 on.
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  // Without a file libcurl trusts nobody, until the callback gives the authorities that were read.
  set(CURLOPT_CAINFO, trusted_->usable() ? nullptr : trusted_->file().c_str());
  set(CURLOPT_CAPATH, nullptr);
  if (trusted_->usable()) {
    set(CURLOPT_SSL_CTX_FUNCTION, &CurlTransfer::on_tls);
    set(CURLOPT_SSL_CTX_DATA, this);
  }
  set(CURLOPT_SSL_OPTIONS, 0L);
  set(CURLOPT_SSLCERT, nullptr);
  set(CURLOPT_SSLKEY, nullptr);
  // No other way than TCP from the default interface.
  set(CURLOPT_UNIX_SOCKET_PATH, nullptr);
  set(CURLOPT_ABSTRACT_UNIX_SOCKET, nullptr);
  set(CURLOPT_INTERFACE, nullptr);
  set(CURLOPT_CONNECT_TO, nullptr);
  set(CURLOPT_TCP_FASTOPEN, 0L);
  // The smaller protocol: no pushes, no streams (CVE-2024-2398); and a status line is a must, or
  // any TCP service would look like an answer.
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_HTTP09_ALLOWED, 0L);
  set(CURLOPT_HTTP_TRANSFER_DECODING, 1L);
  // Content codings are undone by our own counter: a bomb is measured after decoding, and no other
  // decoder sees the bytes.
  set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(CURLOPT_ACCEPT_ENCODING, nullptr);
  // Looks only at a size known beforehand; the counter in on_body is the cap.
  const bool body = exchange_->method != "HEAD";
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(body ? exchange_->max_body_bytes : 0));
  set(CURLOPT_HEADERFUNCTION, &CurlTransfer::on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &CurlTransfer::on_body);
  set(CURLOPT_WRITEDATA, this);
  // Time. The loop below looks at all of it too, and more often. 0 would mean "none".
  // libcurl's connect timeout includes the TLS handshake, which is the read timeout's here.
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::max(1u, exchange_->total_timeout_ms)));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::max(1u, exchange_->total_timeout_ms)));
  set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
  set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
  set(CURLOPT_EXPECT_100_TIMEOUT_MS, 1L);
  // No progress meter: the loop asks the stop flag itself, more often than libcurl would.
  set(CURLOPT_NOPROGRESS, 1L);
  set(CURLOPT_VERBOSE, 0L);
  return good;
}

bool CurlTransfer::set_request(CURL* c) {
  bool good = true;
  auto set = [&](CURLoption option, auto value) {
    good = curl_.curl_easy_setopt(c, option, value) == CURLE_OK && good;
  };
  const std::string& method = exchange_->method;
  if (method == "HEAD") {
    set(CURLOPT_NOBODY, 1L);
  } else if (exchange_->body || method != "GET") {
    // The length first: the text is then used as it stands and not copied.
    const std::string empty;
    const std::string& body = exchange_->body ? *exchange_->body : empty;
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    if (exchange_->body) {
      set(CURLOPT_POSTFIELDS, body.data());
    } else {
      set(CURLOPT_COPYPOSTFIELDS, "");
    }
    set(CURLOPT_CUSTOMREQUEST, method.c_str());
  } else {
    set(CURLOPT_HTTPGET, 1L);
    set(CURLOPT_CUSTOMREQUEST, method.c_str());
  }
  auto given = [&](const char* name) {
    return std::any_of(exchange_->headers.begin(), exchange_->headers.end(),
                       [&](const auto& h) { return lower(h.first) == name; });
  };
  // "Name: value" is sent, "Name;" is sent as an empty header, "Name:" keeps libcurl from adding
  // its own. No 100-continue: it would only wait.
  for (const auto& [name, value] : exchange_->headers) {
    good = append(headers_, value.empty() ? name + ";" : name + ": " + value) && good;
  }
  for (const char* name : {"Accept", "Content-Type", "User-Agent"}) {
    if (!given(lower(name).c_str())) good = append(headers_, std::string(name) + ":") && good;
  }
  good = append(headers_, "Expect:") && append(headers_, "Accept-Encoding: gzip, deflate") && good;
  set(CURLOPT_HTTPHEADER, headers_.get());
  return good;
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
