#include "ckernels.h"

#include <string.h>

// XXH64 as github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md has it.
static const uint64_t prime1 = 0x9E3779B185EBCA87, prime2 = 0xC2B2AE3D27D4EB4F,
                      prime3 = 0x165667B19E3779F9, prime4 = 0x85EBCA77C2B2AE63,
                      prime5 = 0x27D4EB2F165667C5;

static inline uint64_t rotate(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

// All machines we build for are little-endian, as the hash is.
static inline uint64_t word_64(const uint8_t *p) {
  uint64_t x;
  memcpy(&x, p, sizeof x);
  return x;
}

static inline uint32_t word_32(const uint8_t *p) {
  uint32_t x;
  memcpy(&x, p, sizeof x);
  return x;
}

static inline uint64_t mixed(uint64_t lane, uint64_t input) {
  return rotate(lane + input * prime2, 31) * prime1;
}

static inline uint64_t merged(uint64_t hash, uint64_t lane) {
  return (hash ^ mixed(0, lane)) * prime1 + prime4;
}

uint64_t ck_xxh64(const uint8_t *bytes, uint64_t count) {
  const uint8_t *p = bytes;
  uint64_t left = count;
  uint64_t hash = prime5;
  if (left >= 32) {
    uint64_t a = prime1 + prime2, b = prime2, c = 0, d = 0 - prime1;
    for (; left >= 32; left -= 32, p += 32) {
      a = mixed(a, word_64(p));
      b = mixed(b, word_64(p + 8));
      c = mixed(c, word_64(p + 16));
      d = mixed(d, word_64(p + 24));
    }
    hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
    hash = merged(merged(merged(merged(hash, a), b), c), d);
  }
  hash += count;
  for (; left >= 8; left -= 8, p += 8) {
    hash = rotate(hash ^ mixed(0, word_64(p)), 27) * prime1 + prime4;
  }
  if (left >= 4) {
    hash = rotate(hash ^ word_32(p) * prime1, 23) * prime2 + prime3;
    left -= 4;
    p += 4;
  }
  for (; left > 0; left--, p++) hash = rotate(hash ^ *p * prime5, 11) * prime1;
  hash = (hash ^ hash >> 33) * prime2;
  hash = (hash ^ hash >> 29) * prime3;
  return hash ^ hash >> 32;
}
