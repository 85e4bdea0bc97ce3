// HttpClient with the resolver of one's choice: what tests need.
#pragma once

#include <memory>

#include "belljar/http.h"
#include "transport/resolver.h"

namespace belljar::transport {

HttpClient::Made make_client(const HttpPolicy& policy, std::shared_ptr<Resolver> resolver);

}  // namespace belljar::transport
