/// The UTF-16 that ICU's functions work on, and its ways in from UTF-8 and out to it.

#ifndef CICU_UTF16_H
#define CICU_UTF16_H

#include <stdint.h>
#include <unicode/utf16.h>
#include <unicode/utypes.h>

#include "cicu.h"

/// A UTF-16 text in a store that grows geometrically and never shrinks.
///
/// All zero is an empty text without a store.
typedef struct {
  UChar *units;
  int32_t length;
  int32_t capacity;
} cicu_utf16;

/// Makes room for a number of units, 64 at least, so that `units` is not NULL after success.
///
/// The text may be lost and the store may move; after an error both are as they were.
void cicu_utf16_reserve(cicu_utf16 *text, int32_t capacity, UErrorCode *code);

/// Makes the text that of some UTF-8, strictly; after an error it is empty.
void cicu_utf16_set(cicu_utf16 *text, const uint8_t *utf8, int64_t length, UErrorCode *code);

void cicu_utf16_free(cicu_utf16 *text);

/// The bytes of UTF-8 that a unit of well-formed text takes.
static inline int32_t cicu_utf8_width(UChar unit) {
  // The two halves of a pair are four bytes together, so each counts two.
  return 1 + (unit >= 0x80) + (unit >= 0x800) - (U16_IS_SURROGATE(unit) ? 1 : 0);
}

/// The bytes of UTF-8 that a well-formed stretch of units takes.
int64_t cicu_utf8_length(const UChar *units, int32_t start, int32_t end);

/// A block of bytes, never NULL after success even where the length is 0.
cicu_bytes cicu_bytes_allocate(int64_t length, UErrorCode *code);

/// The units as UTF-8, strictly.
cicu_bytes cicu_bytes_from_units(const UChar *units, int32_t length, UErrorCode *code);

#endif
