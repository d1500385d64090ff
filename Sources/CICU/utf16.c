#include "utf16.h"

#include <stdlib.h>
#include <unicode/ustring.h>

void cicu_utf16_reserve(cicu_utf16 *text, int32_t capacity, UErrorCode *code) {
  if (U_FAILURE(*code) || (text->units != NULL && capacity <= text->capacity)) {
    return;
  }
  int64_t room = (int64_t)text->capacity + text->capacity / 2;
  if (room < capacity) {
    room = capacity;
  }
  if (room < 64) {
    room = 64;
  }
  if (room > INT32_MAX) {
    room = INT32_MAX;
  }
  UChar *units = malloc((size_t)room * sizeof(UChar));
  if (units == NULL) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return;
  }
  free(text->units);
  text->units = units;
  text->capacity = (int32_t)room;
  text->length = 0;
}

void cicu_utf16_set(cicu_utf16 *text, const uint8_t *utf8, int64_t length, UErrorCode *code) {
  if (U_FAILURE(*code)) {
    return;
  }
  text->length = 0;
  if (length < 0 || length > INT32_MAX) {
    *code = U_INDEX_OUTOFBOUNDS_ERROR;
    return;
  }
  // UTF-16 never has more units than UTF-8 has bytes, so one pass is enough.
  cicu_utf16_reserve(text, (int32_t)length, code);
  int32_t units = 0;
  u_strFromUTF8(
      text->units, text->capacity, &units, (const char *)utf8, (int32_t)length, code);
  if (U_SUCCESS(*code)) {
    text->length = units;
  }
}

void cicu_utf16_free(cicu_utf16 *text) {
  free(text->units);
  *text = (cicu_utf16){0};
}

int64_t cicu_utf8_length(const UChar *units, int32_t start, int32_t end) {
  int64_t bytes = 0;
  for (int32_t i = start; i < end; ++i) {
    bytes += cicu_utf8_width(units[i]);
  }
  return bytes;
}

cicu_bytes cicu_bytes_allocate(int64_t length, UErrorCode *code) {
  if (U_FAILURE(*code)) {
    return (cicu_bytes){0};
  }
  uint8_t *bytes = malloc(length > 0 ? (size_t)length : 1);
  if (bytes == NULL) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return (cicu_bytes){0};
  }
  return (cicu_bytes){.bytes = bytes, .length = length};
}

void cicu_bytes_free(cicu_bytes block) { free(block.bytes); }

cicu_bytes cicu_bytes_from_units(const UChar *units, int32_t length, UErrorCode *code) {
  // No unit takes more than three bytes; asking for that much spares a pass to measure.
  int64_t room = (int64_t)length * 3;
  if (room > INT32_MAX) {
    room = INT32_MAX;
  }
  cicu_bytes block = cicu_bytes_allocate(room, code);
  int32_t written = 0;
  u_strToUTF8((char *)block.bytes, (int32_t)room, &written, units, length, code);
  if (*code == U_BUFFER_OVERFLOW_ERROR) {
    *code = U_INDEX_OUTOFBOUNDS_ERROR;
  }
  if (U_FAILURE(*code)) {
    cicu_bytes_free(block);
    return (cicu_bytes){0};
  }
  block.length = written;
  return block;
}
