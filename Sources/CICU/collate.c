#include <stdlib.h>
#include <unicode/ucol.h>

#include "utf16.h"

_Static_assert((int)CICU_PRIMARY == UCOL_PRIMARY, "strength");
_Static_assert((int)CICU_SECONDARY == UCOL_SECONDARY, "strength");
_Static_assert((int)CICU_TERTIARY == UCOL_TERTIARY, "strength");
_Static_assert((int)CICU_QUATERNARY == UCOL_QUATERNARY, "strength");
_Static_assert((int)CICU_IDENTICAL == UCOL_IDENTICAL, "strength");
_Static_assert(UCOL_LESS == -1 && UCOL_EQUAL == 0 && UCOL_GREATER == 1, "order");

// The handle is ICU's own: neither comparing nor making keys keeps anything between calls.
static const UCollator *collator_of(const cicu_collator *collator) {
  return (const UCollator *)collator;
}

cicu_collator *cicu_collator_open(const char *locale, int32_t strength, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &code);
  if (U_SUCCESS(code)) {
    ucol_setAttribute(collator, UCOL_STRENGTH, (UColAttributeValue)strength, &code);
  }
  if (U_FAILURE(code)) {
    ucol_close(collator);
    collator = NULL;
  }
  *status = code;
  return (cicu_collator *)collator;
}

void cicu_collator_close(cicu_collator *collator) { ucol_close((UCollator *)collator); }

int32_t cicu_compare(
    const cicu_collator *collator, const uint8_t *first, int64_t first_length,
    const uint8_t *second, int64_t second_length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  if (first_length < 0 || first_length > INT32_MAX || second_length < 0
      || second_length > INT32_MAX) {
    *status = U_INDEX_OUTOFBOUNDS_ERROR;
    return 0;
  }
  const UCollationResult order = ucol_strcollUTF8(
      collator_of(collator), first == NULL ? "" : (const char *)first, (int32_t)first_length,
      second == NULL ? "" : (const char *)second, (int32_t)second_length, &code);
  *status = code;
  return U_SUCCESS(code) ? (int32_t)order : 0;
}

cicu_bytes cicu_sort_key(
    const cicu_collator *collator, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_utf16 text = {0};
  cicu_utf16_set(&text, utf8, length, &code);
  // Most keys fit this; ICU says how much the others take.
  cicu_bytes key = cicu_bytes_allocate((int64_t)text.length * 4 + 64, &code);
  if (U_SUCCESS(code)) {
    const int32_t room = key.length < INT32_MAX ? (int32_t)key.length : INT32_MAX;
    int32_t taken =
        ucol_getSortKey(collator_of(collator), text.units, text.length, key.bytes, room);
    if (taken > room) {
      cicu_bytes_free(key);
      key = cicu_bytes_allocate(taken, &code);
      taken = U_FAILURE(code) ? 0
                              : ucol_getSortKey(
                                    collator_of(collator), text.units, text.length, key.bytes,
                                    taken);
    }
    // Every key ends with a NUL, so none at all means ICU failed, for which it has no status.
    if (taken > 0) {
      key.length = taken - 1;
    } else if (U_SUCCESS(code)) {
      code = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  cicu_utf16_free(&text);
  if (U_FAILURE(code)) {
    cicu_bytes_free(key);
    key = (cicu_bytes){0};
  }
  *status = code;
  return key;
}
