// Every option of a transfer. What could reach further than one HTTP exchange with a checked
// address is set, on a fresh handle, also where the default agrees today; each says why. Names and
// behaviour are those of libcurl 7.88.1.
#include <algorithm>
#include <string>

#include "transport/curl_transfer.h"

namespace belljar::transport {

namespace {

constexpr long kSlowBytes = 64;  // a second, over kSlowSeconds: a drip
constexpr long kSlowSeconds = 5;

}  // namespace

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

}  // namespace belljar::transport
