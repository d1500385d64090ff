#include <string.h>
#include <unicode/unorm2.h>

#include "utf16.h"

/// One of ICU's immutable singletons, which nobody closes.
static const UNormalizer2 *instance(int32_t form, UErrorCode *code) {
  switch (form) {
    case CICU_NFC:
      return unorm2_getNFCInstance(code);
    case CICU_NFD:
      return unorm2_getNFDInstance(code);
    case CICU_NFKC:
      return unorm2_getNFKCInstance(code);
    case CICU_NFKD:
      return unorm2_getNFKDInstance(code);
    default:
      *code = U_ILLEGAL_ARGUMENT_ERROR;
      return NULL;
  }
}

void cicu_normalizer_load(int32_t form, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  instance(form, &code);
  *status = code;
}

_Bool cicu_is_normalized(
    int32_t form, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = instance(form, &code);
  cicu_utf16 text = {0};
  cicu_utf16_set(&text, utf8, length, &code);
  const UBool normalized = unorm2_isNormalized(normalizer, text.units, text.length, &code);
  cicu_utf16_free(&text);
  *status = code;
  return U_SUCCESS(code) && normalized;
}

/// Writes the normal form of a text that is not in it.
static void rewrite(
    const UNormalizer2 *normalizer, const cicu_utf16 *text, cicu_utf16 *result, UErrorCode *code) {
  int32_t room = text->length;
  for (int attempt = 0; attempt < 2; ++attempt) {
    cicu_utf16_reserve(result, room, code);
    room = unorm2_normalize(
        normalizer, text->units, text->length, result->units, result->capacity, code);
    if (*code != U_BUFFER_OVERFLOW_ERROR || attempt == 1) {
      break;
    }
    *code = U_ZERO_ERROR;
  }
  if (U_SUCCESS(*code)) {
    result->length = room;
  }
}

cicu_bytes cicu_normalize(
    int32_t form, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = instance(form, &code);
  cicu_utf16 text = {0};
  cicu_utf16_set(&text, utf8, length, &code);
  cicu_bytes bytes = {0};
  const int32_t normal =
      unorm2_spanQuickCheckYes(normalizer, text.units, text.length, &code);
  if (U_SUCCESS(code) && normal == text.length) {
    bytes = cicu_bytes_allocate(length, &code);
    if (U_SUCCESS(code) && length > 0) {
      memcpy(bytes.bytes, utf8, (size_t)length);
    }
  } else if (U_SUCCESS(code)) {
    cicu_utf16 result = {0};
    rewrite(normalizer, &text, &result, &code);
    if (U_SUCCESS(code)) {
      bytes = cicu_bytes_from_units(result.units, result.length, &code);
    }
    cicu_utf16_free(&result);
  }
  cicu_utf16_free(&text);
  *status = code;
  return bytes;
}
