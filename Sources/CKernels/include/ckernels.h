/// Kernels of the sentence encoder: matrix products, row operations, checksums.
///
/// The matrix kernels are one body of C compiled twice, for AVX2 with FMA and for any machine, and
/// chosen when they run. Both give the same figures up to rounding. Nothing here allocates, reads a
/// file or keeps state. The caller answers for every pointer and index; what a size must be a
/// multiple of is said where it matters. Rows are contiguous floats.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

/// Which body runs.
enum {
  CK_PORTABLE = 0,
  CK_AVX2 = 1,
};

/// The best body this machine can run.
int32_t ck_best_kernel(void);

/// Rows of floats: row `i` begins at `values + stride * (index ? index[i] : i)`.
typedef struct {
  float *_Nonnull values;
  int64_t stride;
  const int32_t *_Nullable index;
} ck_rows;

/// Columns of a packed panel; every matrix has a multiple of it.
enum { CK_PANEL = 16 };

/// Packs a row-major matrix into panels of `CK_PANEL` columns, each panel's rows one after another.
void ck_pack(
    const float *_Nonnull matrix, int32_t rows, int32_t columns, float *_Nonnull packed);

/// A packed matrix that windows of neighbouring rows are multiplied with.
///
/// It has `window * depth` rows: slot `s` of a window is the row `first + s` places from the
/// window's own, multiplied with rows `s * depth ..< (s + 1) * depth`.
typedef struct {
  const float *_Nonnull packed;
  const float *_Nullable bias;
  int32_t first;
  int32_t window;
  int32_t depth;
  int32_t columns;
} ck_matrix;

/// out[i] = bias + Σ over slots s of a[i + first + s] · block s, for `count` rows.
///
/// With `accumulates` the product is added to what `out` holds, and there is no bias.
void ck_multiply(
    int32_t kernel, ck_rows a, const ck_matrix *_Nonnull b, ck_rows out, int32_t count,
    int32_t accumulates);

/// Writes rows of an 8-bit table: out[i][k] = table[id][k] · scale[id % groups] + low[id % groups].
///
/// `width` is a multiple of 8.
void ck_dequantize(
    int32_t kernel, const uint8_t *_Nonnull table, const float *_Nonnull scale,
    const float *_Nonnull low, int32_t groups, const int32_t *_Nonnull ids, ck_rows out,
    int32_t count, int32_t width);

/// Normalises each row to mean 0 and variance 1 (biased, 1e-12 added), then scales and shifts it.
///
/// `width` is a multiple of 8 (Ba, Kiros, Hinton 2016, Layer Normalization).
void ck_layer_norm(
    int32_t kernel, ck_rows rows, int32_t count, int32_t width, const float *_Nonnull gain,
    const float *_Nonnull bias);

/// rows[i] = max(rows[i], 0) + addend[i]; `width` is a multiple of 8.
void ck_relu_add(int32_t kernel, ck_rows rows, ck_rows addend, int32_t count, int32_t width);

/// rows[i] = max(rows[i], 0); `width` is a multiple of 8.
void ck_relu(int32_t kernel, ck_rows rows, int32_t count, int32_t width);

/// sum += Σ rows[i]; `width` is a multiple of 8.
void ck_sum_rows(
    int32_t kernel, ck_rows rows, int32_t count, int32_t width, float *_Nonnull sum);

/// y += a · x over `count` floats, a multiple of 8.
void ck_add_scaled(
    int32_t kernel, float a, const float *_Nonnull x, float *_Nonnull y, int32_t count);

/// Replaces each row by its hyperbolic tangent, scaled to length 1; `width` is a multiple of 8.
void ck_tanh_unit(int32_t kernel, ck_rows rows, int32_t count, int32_t width);

/// out[i][j] = a[i] · b[j], exactly, for rows of `width` signed bytes, a multiple of 32.
///
/// `width` is at most 65,536, so that no sum overflows.
void ck_dot_rows_i8(
    int32_t kernel, const int8_t *_Nonnull a, int32_t a_rows, const int8_t *_Nonnull b,
    int32_t b_rows, int32_t width, int32_t *_Nonnull out);

/// The 64-bit xxHash with seed 0 of Yann Collet's specification: fast, and no cryptographic hash.
uint64_t ck_xxh64(const uint8_t *_Nullable bytes, uint64_t count);

/// SHA-256 (FIPS 180-4).
void ck_sha256(const uint8_t *_Nullable bytes, uint64_t count, uint8_t digest[_Nonnull 32]);

#endif
