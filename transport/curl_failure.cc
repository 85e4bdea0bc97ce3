// libcurl's result codes.
#include "transport/curl_failure.h"

#include <cerrno>
#include <cstring>

namespace belljar::transport {

namespace {

// How a certificate failed, by OpenSSL's X509_V_ERR numbers.
const char* certificate_problem(long verify_result) {
  switch (verify_result) {
    case 9:
      return "certificate is not yet valid";
    case 10:
      return "certificate has expired";
    case 18:
      return "self-signed certificate";
    case 19:
      return "self-signed certificate in certificate chain";
    case 20:
      return "unable to get local issuer certificate";
    case 0:
    case 1:  // libcurl compares the name itself, before it asks for the result
    case 62:
    case 64:
      return "Hostname mismatch, certificate is not valid for this host";
    default:
      return "certificate is not trusted";
  }
}

std::string os_error_text(long number) {
  return std::string(std::strerror(static_cast<int>(number)));
}

std::string cut_text(const CurlEnd& end) {
  std::string text = "IncompleteRead(" + std::to_string(end.body_size) + " bytes read";
  if (end.expected_size > 0 && static_cast<uint64_t>(end.expected_size) > end.body_size) {
    text += ", " + std::to_string(static_cast<uint64_t>(end.expected_size) - end.body_size) +
            " more expected";
  }
  text += ")";
  return "('Connection broken: " + text + "', " + text + ")";
}

// The connection ended while bytes were sent or received.
Failure broken(const CurlEnd& end, std::string* problem) {
  if (end.answered) {
    *problem = "Connection broken: the body is malformed or was cut off";
    return Failure::Cut;
  }
  if (end.os_error == 0) {
    *problem = "('Connection aborted.', the connection was cut off)";
  } else {
    *problem = std::string("('Connection aborted.', ") +
               (end.os_error == ECONNRESET ? "ConnectionResetError(" : "OSError(") +
               std::to_string(end.os_error) + ", '" + os_error_text(end.os_error) + "'))";
  }
  return Failure::Protocol;
}

}  // namespace

Failure curl_failure(const CurlEnd& end, std::string* problem) {
  switch (end.code) {
    case CURLE_OK:
      return Failure::None;
    case CURLE_OPERATION_TIMEDOUT:
      return end.connected ? Failure::ReadTimeout : Failure::ConnectTimeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      *problem = std::string("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ") +
                 certificate_problem(end.verify_result);
      return Failure::Tls;
    case CURLE_SSL_CONNECT_ERROR:
      *problem = "the TLS handshake failed";
      return Failure::Tls;
    case CURLE_SSL_CACERT_BADFILE:
      *problem = "the host's list of authorities cannot be read";
      return Failure::Tls;
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
      *problem = "Failed to establish a new connection: [Errno " + std::to_string(end.os_error) +
                 "] " + os_error_text(end.os_error);
      return Failure::Connect;
    case CURLE_FILESIZE_EXCEEDED:
      *problem = "egress denied (size): the body is larger than " +
                 std::to_string(end.max_body_bytes) + " bytes";
      return Failure::Denied;
    case CURLE_PARTIAL_FILE:
      *problem = cut_text(end);
      return Failure::Cut;
    case CURLE_GOT_NOTHING:
      *problem =
          "('Connection aborted.', RemoteDisconnected('Remote end closed connection without "
          "response'))";
      return Failure::Protocol;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return broken(end, problem);
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      *problem = "('Connection aborted.', BadStatusLine('the answer is not HTTP'))";
      return Failure::Protocol;
    default:
      // The number is enough to look libcurl's words up.
      *problem =
          "the exchange failed (libcurl error " + std::to_string(static_cast<int>(end.code)) + ")";
      return end.answered ? Failure::Cut : Failure::Protocol;
  }
}

}  // namespace belljar::transport
