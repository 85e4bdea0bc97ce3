// Content-Encoding: gzip and deflate, undone piece by piece under a cap of decoded bytes. Ours
// rather than libcurl's, which would also feed a server's bytes to every other decoder it has.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace belljar::transport {

class Decoder {
 public:
  enum class Status { Good, TooLarge, Broken };

  Decoder();
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  // From the header's value. Codings that nobody asked for ("br") leave the body as it is, as
  // requests does. Broken: more codings on top of each other than any honest server uses.
  Status begin(std::string_view content_encoding);
  // Appends what `bytes` decode to. TooLarge as soon as `out` would exceed `most`.
  Status feed(std::string_view bytes, uint64_t most, std::string* out);
  // The body is complete. Broken if a coding is not.
  Status finish();
  const std::string& problem() const { return problem_; }

 private:
  struct Stage;
  Status run(size_t stage, std::string_view bytes, uint64_t most, std::string* out);
  std::vector<std::unique_ptr<Stage>> stages_;
  std::string name_, problem_;
};

}  // namespace belljar::transport
