// Content codings: every split of the input gives the same bytes; caps and damage are noticed.
#include "transport/decoder.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace belljar::transport {
namespace {

std::string packed(std::string_view text, int window_bits) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(text.size() + 200, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}
std::string gzip(std::string_view text) { return packed(text, 31); }

// Feeds `step` bytes at a time. "broken", "too large", or what it decodes to.
std::string decoded(std::string_view codings, std::string_view bytes, size_t step,
                    uint64_t most = 1 << 20) {
  Decoder decoder;
  if (decoder.begin(codings) != Decoder::Status::Good) return "broken";
  std::string out;
  for (size_t at = 0; at < bytes.size(); at += step) {
    auto status = decoder.feed(bytes.substr(at, step), most, &out);
    EXPECT_LE(out.size(), most);
    if (status == Decoder::Status::Broken) return "broken";
    if (status == Decoder::Status::TooLarge) return "too large";
  }
  return decoder.finish() == Decoder::Status::Good ? out : "broken";
}

TEST(Decoder, EverySplit) {
  const std::string text = "one two three one two three four";
  struct Row {
    const char* codings;
    std::string bytes;
  };
  const Row rows[] = {{"", text},
                      {"identity", text},
                      {"gzip", gzip(text)},
                      {"X-GZIP", gzip(text)},
                      {"deflate", packed(text, 15)},
                      {"deflate", packed(text, -15)},
                      {"gzip, deflate", packed(gzip(text), 15)},
                      {" gzip ,gzip", gzip(gzip(text))},
                      {"gzip", gzip("one two three ") + gzip("one two three four")},
                      {"gzip", gzip(text) + "garbage behind it"}};
  for (const Row& row : rows) {
    for (size_t step : {size_t{1}, size_t{2}, size_t{7}, size_t{1000}}) {
      EXPECT_EQ(decoded(row.codings, row.bytes, step), text) << row.codings << " by " << step;
    }
  }
}

TEST(Decoder, WhatNobodyAskedForStays) {
  EXPECT_EQ(decoded("br", "bytes", 5), "bytes");
  EXPECT_EQ(decoded("gzip, br", "bytes", 5), "bytes");
}

TEST(Decoder, CapsCountDecodedBytes) {
  const std::string zeros(1 << 20, '\0');
  EXPECT_EQ(decoded("gzip", gzip(zeros), 1000, zeros.size()), zeros);
  EXPECT_EQ(decoded("gzip", gzip(zeros), 1000, zeros.size() - 1), "too large");
  EXPECT_EQ(decoded("", zeros, 1000, 100), "too large");
  EXPECT_EQ(decoded("gzip, gzip", gzip(gzip(zeros)), 1000, 100), "too large");
}

TEST(Decoder, DamageIsNoticed) {
  const std::string good = gzip("some text that is long enough to be cut");
  for (size_t n = 1; n < good.size(); ++n) {
    EXPECT_EQ(decoded("gzip", std::string_view(good).substr(0, n), 100), "broken") << n;
  }
  EXPECT_EQ(decoded("gzip", "this is no gzip", 100), "broken");
  EXPECT_EQ(decoded("deflate", std::string(10, '\xff'), 100), "broken");
  EXPECT_EQ(decoded("gzip", "", 1), "");
  EXPECT_EQ(decoded("gzip,gzip,gzip,gzip,gzip,gzip", "", 1), "broken");
}

}  // namespace
}  // namespace belljar::transport
