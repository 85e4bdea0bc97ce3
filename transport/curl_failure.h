// How a transfer that libcurl has ended badly is told: its result codes as our failures, in the
// words of urllib3 where there are any. libcurl's own words are not passed on, as they may hold
// addresses.
#pragma once

#include <cstdint>
#include <string>

#include "transport/curl_library.h"
#include "transport/transfer.h"

namespace belljar::transport {

struct CurlEnd {
  CURLcode code = CURLE_OK;
  bool connected = false;  // TCP
  bool answered = false;   // the head of the answer was complete
  uint64_t body_size = 0, max_body_bytes = 0;
  int64_t expected_size = -1;  // as the answer said
  long os_error = 0, verify_result = 0;
};

Failure curl_failure(const CurlEnd& end, std::string* problem);

}  // namespace belljar::transport
