// One zlib stream a coding, the outermost coding first.
#include "transport/decoder.h"

#include <zlib.h>

#include <algorithm>

namespace belljar::transport {

namespace {

constexpr size_t kCodingsMost = 5;
constexpr int kAnyHeader = 15 + 32;  // gzip or zlib, whichever the stream says
constexpr int kRaw = -15;            // "deflate" as some servers understand it

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

}  // namespace

struct Decoder::Stage {
  explicit Stage(bool is_gzip) : gzip(is_gzip) { open = inflateInit2(&stream, kAnyHeader) == Z_OK; }
  ~Stage() {
    if (open) inflateEnd(&stream);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  z_stream stream{};
  bool gzip;
  bool open = false;
  std::string held;    // first bytes, until there are two
  bool begun = false;  // has been fed
  bool whole = false;  // stands behind the end of a stream
  bool ended = false;  // what follows is ignored
};

Decoder::Decoder() = default;
Decoder::~Decoder() = default;

Decoder::Status Decoder::begin(std::string_view content_encoding) {
  stages_.clear();
  std::vector<bool> gzips;
  std::string lower(content_encoding);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (std::string_view rest = lower; !rest.empty();) {
    const size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view coding = trim(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (coding.empty() || coding == "identity") continue;
    const bool gzip = coding == "gzip" || coding == "x-gzip";
    if (!gzip && coding != "deflate") return Status::Good;
    gzips.push_back(gzip);
  }
  name_ = lower;
  if (gzips.size() > kCodingsMost) {
    problem_ = "more than 5 codings on top of each other";
    return Status::Broken;
  }
  for (size_t i = gzips.size(); i-- > 0;) stages_.push_back(std::make_unique<Stage>(gzips[i]));
  return Status::Good;
}

Decoder::Status Decoder::run(size_t stage, std::string_view bytes, uint64_t most,
                             std::string* out) {
  if (stage == stages_.size()) {
    if (bytes.size() > most - out->size()) return Status::TooLarge;
    out->append(bytes);
    return Status::Good;
  }
  Stage& s = *stages_[stage];
  char piece[16384];
  auto give = [&](std::string_view in) {
    s.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    s.stream.avail_in = static_cast<uInt>(in.size());
  };
  // What a "deflate" is shows in its first two bytes.
  if (!s.gzip && !s.begun) {
    s.held.append(bytes);
    if (s.held.size() < 2) return Status::Good;
    bytes = s.held;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    const bool zlib = (first & 15) == 8 && (first * 256 + second) % 31 == 0;
    if (!zlib && inflateReset2(&s.stream, kRaw) != Z_OK) return Status::Broken;
  }
  give(bytes);
  while (!s.ended && s.open) {
    s.stream.next_out = reinterpret_cast<Bytef*>(piece);
    s.stream.avail_out = sizeof piece;
    int code = inflate(&s.stream, Z_NO_FLUSH);
    const size_t made = sizeof piece - s.stream.avail_out;
    if (made > 0) {
      const Status status = run(stage + 1, std::string_view(piece, made), most, out);
      if (status != Status::Good) return status;
    }
    if (code == Z_STREAM_END) {
      // gzip files may follow each other; what else follows is ignored.
      s.whole = true;
      s.ended = !s.gzip || inflateReset(&s.stream) != Z_OK;
      if (s.stream.avail_in == 0) break;
    } else if (code == Z_DATA_ERROR && s.whole) {
      s.ended = true;
    } else if (code == Z_BUF_ERROR || (code == Z_OK && s.stream.avail_in == 0 && made == 0)) {
      break;  // all used up
    } else if (code != Z_OK) {
      problem_ = "Received response with content-encoding: " + name_ + ", but failed to decode it.";
      return Status::Broken;
    } else if (s.stream.avail_in == 0 && s.stream.avail_out > 0) {
      break;
    }
  }
  if (!bytes.empty()) s.begun = true;
  return Status::Good;
}

Decoder::Status Decoder::feed(std::string_view bytes, uint64_t most, std::string* out) {
  return run(0, bytes, most, out);
}

Decoder::Status Decoder::finish() {
  for (const auto& stage : stages_) {
    if ((!stage->begun && stage->held.empty()) || stage->whole) continue;
    problem_ = "Received response with content-encoding: " + name_ + ", but the data is incomplete";
    return Status::Broken;
  }
  return Status::Good;
}

}  // namespace belljar::transport
