// Hashes and order of text and bytes.
//
// Programs can choose their dict keys, so hashes are keyed by a secret of the Engine: short text by
// a keyed multiply-mix (128-bit products), longer by SipHash-1-3.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/str.h"

namespace belljar {
namespace {

uint64_t read64(const char* p) {
  uint64_t w;
  std::memcpy(&w, p, 8);
  return w;
}
uint64_t read32(const char* p) {
  uint32_t w;
  std::memcpy(&w, p, 4);
  return w;
}
uint64_t mix(uint64_t a, uint64_t b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

struct Sip {
  uint64_t v0, v1, v2, v3;
  static uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }
  void round() {
    v0 += v1, v1 = rotate(v1, 13) ^ v0, v0 = rotate(v0, 32);
    v2 += v3, v3 = rotate(v3, 16) ^ v2;
    v0 += v3, v3 = rotate(v3, 21) ^ v0;
    v2 += v1, v1 = rotate(v1, 17) ^ v2, v2 = rotate(v2, 32);
  }
};

[[gnu::noinline]] uint64_t siphash13(const uint64_t key[2], const char* p, size_t n) {
  Sip s = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du, key[0] ^ 0x6c7967656e657261u,
           key[1] ^ 0x7465646279746573u};
  const size_t size = n;
  for (; n >= 8; p += 8, n -= 8) {
    uint64_t w = read64(p);
    s.v3 ^= w;
    s.round();
    s.v0 ^= w;
  }
  uint64_t last = static_cast<uint64_t>(size) << 56;
  for (size_t i = 0; i < n; ++i) {
    last |= static_cast<uint64_t>(static_cast<unsigned char>(p[i])) << (8 * i);
  }
  s.v3 ^= last;
  s.round();
  s.v0 ^= last;
  s.v2 ^= 0xff;
  for (int i = 0; i < 3; ++i) s.round();
  return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

}  // namespace

uint64_t bytes_hash(const Realm& realm, std::string_view bytes) {
  const char* p = bytes.data();
  const size_t n = bytes.size();
  uint64_t hash;
  if (n > 16) {
    hash = siphash13(realm.hash_key, p, n);
  } else {
    uint64_t a = 0, b = 0;
    if (n >= 8) {
      a = read64(p);
      b = read64(p + n - 8);
    } else if (n >= 4) {
      a = read32(p);
      b = read32(p + n - 4);
    } else if (n > 0) {
      a = static_cast<unsigned char>(p[0]) |
          static_cast<uint64_t>(static_cast<unsigned char>(p[n / 2])) << 8;
      b = static_cast<unsigned char>(p[n - 1]);
    }
    uint64_t h = mix(a ^ realm.hash_key[0], b ^ realm.hash_key[1] ^ n);
    hash = mix(h ^ 0xa0761d6478bd642fu, realm.hash_key[0] ^ (h >> 32) ^ n * 0xe7037ed1a0b428dbu);
  }
  return hash == 0 ? 1 : hash;
}

uint64_t str_hash_slow(const Realm& realm, const Str* s) {
  if (s->hash == 0) s->hash = bytes_hash(realm, s->view());
  return s->hash;
}

int bytes_compare(std::string_view a, std::string_view b) {
  const size_t n = a.size() < b.size() ? a.size() : b.size();
  int order = n == 0 ? 0 : std::memcmp(a.data(), b.data(), n);
  if (order != 0) return order < 0 ? -1 : 1;
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

int str_compare(const Str* a, const Str* b) { return bytes_compare(a->view(), b->view()); }

}  // namespace belljar
