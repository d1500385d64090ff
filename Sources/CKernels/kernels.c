#include "ckernels.h"

#include <math.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// A multiply and an add become one FMA where the machine has it.
#pragma clang fp contract(fast)

typedef float floats __attribute__((vector_size(32)));
typedef float unaligned_floats __attribute__((vector_size(32), aligned(4)));
typedef uint8_t bytes __attribute__((vector_size(8)));

#define load(p) ((floats)(*(const unaligned_floats *)(p)))
#define store(p, v) (*(unaligned_floats *)(p) = (v))

static inline float *row(ck_rows rows, int32_t i) {
  return rows.values + rows.stride * (rows.index ? rows.index[i] : i);
}

// Signed bytes are widened to 16 bits, multiplied, and neighbours added: 2 · 128² is far from overflow.
typedef int8_t unaligned_bytes __attribute__((vector_size(16), aligned(1)));
typedef int16_t shorts __attribute__((vector_size(32)));
typedef int32_t ints __attribute__((vector_size(32)));

#define even(x) \
  __builtin_convertvector(__builtin_shufflevector(x, x, 0, 2, 4, 6, 8, 10, 12, 14), ints)
#define odd(x) \
  __builtin_convertvector(__builtin_shufflevector(x, x, 1, 3, 5, 7, 9, 11, 13, 15), ints)

#define NAME(x) x##_portable
#define TARGET
#define WIDEN(p) __builtin_convertvector(*(const unaligned_bytes *)(p), shorts)
#define MULTIPLY_PAIRS(x, y) (even(x) * even(y) + odd(x) * odd(y))
#include "body.inc"
#undef NAME
#undef TARGET
#undef WIDEN
#undef MULTIPLY_PAIRS

#if defined(__x86_64__)
#define NAME(x) x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define WIDEN(p) ((shorts)_mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(p))))
#define MULTIPLY_PAIRS(x, y) ((ints)_mm256_madd_epi16((__m256i)(x), (__m256i)(y)))
#include "body.inc"
#undef NAME
#undef TARGET
#define CALL(kernel, name, ...) \
  ((kernel) == CK_AVX2 ? name##_avx2(__VA_ARGS__) : name##_portable(__VA_ARGS__))
#else
#define CALL(kernel, name, ...) ((void)(kernel), name##_portable(__VA_ARGS__))
#endif

int32_t ck_best_kernel(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return CK_AVX2;
#endif
  return CK_PORTABLE;
}

void ck_pack(const float *matrix, int32_t rows, int32_t columns, float *packed) {
  for (int64_t column = 0; column < columns; column += CK_PANEL) {
    for (int64_t i = 0; i < rows; i++) {
      memcpy(packed, matrix + i * columns + column, CK_PANEL * sizeof(float));
      packed += CK_PANEL;
    }
  }
}

void ck_multiply(
    int32_t kernel, ck_rows a, const ck_matrix *b, ck_rows out, int32_t count,
    int32_t accumulates) {
  CALL(kernel, multiply, a, b, out, count, accumulates);
}

void ck_dequantize(
    int32_t kernel, const uint8_t *table, const float *scale, const float *low, int32_t groups,
    const int32_t *ids, ck_rows out, int32_t count, int32_t width) {
  CALL(kernel, dequantize, table, scale, low, groups, ids, out, count, width);
}

void ck_layer_norm(
    int32_t kernel, ck_rows rows, int32_t count, int32_t width, const float *gain,
    const float *bias) {
  CALL(kernel, layer_norm, rows, count, width, gain, bias);
}

void ck_relu_add(int32_t kernel, ck_rows rows, ck_rows addend, int32_t count, int32_t width) {
  CALL(kernel, relu_add, rows, addend, count, width);
}

void ck_relu(int32_t kernel, ck_rows rows, int32_t count, int32_t width) {
  CALL(kernel, relu, rows, count, width);
}

void ck_sum_rows(int32_t kernel, ck_rows rows, int32_t count, int32_t width, float *sum) {
  CALL(kernel, sum_rows, rows, count, width, sum);
}

void ck_add_scaled(int32_t kernel, float a, const float *x, float *y, int32_t count) {
  CALL(kernel, add_scaled, a, x, y, count);
}

void ck_tanh_unit(int32_t kernel, ck_rows rows, int32_t count, int32_t width) {
  CALL(kernel, tanh_unit, rows, count, width);
}

void ck_dot_rows_i8(
    int32_t kernel, const int8_t *a, int32_t a_rows, const int8_t *b, int32_t b_rows,
    int32_t width, int32_t *out) {
  CALL(kernel, dot_rows_i8, a, a_rows, b, b_rows, width, out);
}
