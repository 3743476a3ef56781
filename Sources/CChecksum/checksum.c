#include "include/checksum.h"

#include <string.h>

// The remainder of every byte, followed by 0 to 7 zero bytes: eight bytes are done at once.
static uint32_t remainders[8][256];

__attribute__((constructor)) static void make_remainders(void) {
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t remainder = byte;
    for (int bit = 0; bit < 8; bit++) {
      remainder = remainder >> 1 ^ (remainder & 1 ? 0xEDB88320u : 0);
    }
    remainders[0][byte] = remainder;
  }
  for (int zeros = 1; zeros < 8; zeros++) {
    for (int byte = 0; byte < 256; byte++) {
      uint32_t before = remainders[zeros - 1][byte];
      remainders[zeros][byte] = before >> 8 ^ remainders[0][before & 0xFF];
    }
  }
}

static uint32_t add_by_table(uint32_t rest, const uint8_t *bytes, size_t count) {
  while (count >= 8) {
    uint32_t low, high;
    memcpy(&low, bytes, 4);
    memcpy(&high, bytes + 4, 4);
    low ^= rest;
    rest = 0;
    for (int byte = 0; byte < 4; byte++) {
      rest ^= remainders[7 - byte][low >> 8 * byte & 0xFF];
      rest ^= remainders[3 - byte][high >> 8 * byte & 0xFF];
    }
    bytes += 8;
    count -= 8;
  }
  for (; count > 0; count--) rest = rest >> 8 ^ remainders[0][(rest ^ *bytes++) & 0xFF];
  return rest;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define FOLDING __attribute__((target("sse2,pclmul")))

// Moves 128 bits of the message forward over the distance that `factors` are the powers of x of, and
// adds what stands there.
FOLDING static inline __m128i fold(__m128i bits, __m128i factors, __m128i there) {
  __m128i low = _mm_clmulepi64_si128(bits, factors, 0x00);
  __m128i high = _mm_clmulepi64_si128(bits, factors, 0x11);
  return _mm_xor_si128(_mm_xor_si128(low, high), there);
}

// Gueron and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ" (Intel, 2009):
// a message may be replaced by a shorter one with the same remainder. Four lanes are folded over
// 512 bits until less than 64 bytes are left, then into one; its 16 bytes and the rest go by table.
FOLDING static uint32_t add_by_folding(uint32_t rest, const uint8_t *bytes, size_t count) {
  // Reflected: x^(512+32), x^(512-32) and x^(128+32), x^(128-32), modulo the polynomial.
  const __m128i over512 = _mm_set_epi64x(0x01C6E41596, 0x0154442BD4);
  const __m128i over128 = _mm_set_epi64x(0x00CCAA009E, 0x01751997D0);
  __m128i lanes[4];
  for (int lane = 0; lane < 4; lane++) {
    lanes[lane] = _mm_loadu_si128((const __m128i *)bytes + lane);
  }
  lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128((int)rest));
  for (bytes += 64, count -= 64; count >= 64; bytes += 64, count -= 64) {
    for (int lane = 0; lane < 4; lane++) {
      __m128i there = _mm_loadu_si128((const __m128i *)bytes + lane);
      lanes[lane] = fold(lanes[lane], over512, there);
    }
  }
  __m128i all = lanes[0];
  for (int lane = 1; lane < 4; lane++) all = fold(all, over128, lanes[lane]);
  uint8_t short_message[16];
  _mm_storeu_si128((__m128i *)short_message, all);
  return add_by_table(add_by_table(0, short_message, 16), bytes, count);
}
#endif

uint32_t logstat_checksum(uint32_t checksum, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (count >= 64 && __builtin_cpu_supports("pclmul")) {
    return ~add_by_folding(~checksum, bytes, count);
  }
#endif
  return ~add_by_table(~checksum, bytes, count);
}
