#include <stdlib.h>
#include <unicode/ubrk.h>

#include "utf16.h"

_Static_assert((int)CICU_GRAPHEME == UBRK_CHARACTER, "kinds");
_Static_assert((int)CICU_WORD == UBRK_WORD, "kinds");
_Static_assert((int)CICU_LINE == UBRK_LINE, "kinds");
_Static_assert((int)CICU_SENTENCE == UBRK_SENTENCE, "kinds");
_Static_assert((int)CICU_WORD_STATUS == UBRK_WORD_NONE_LIMIT, "rule status");
_Static_assert((int)CICU_HARD_LINE_STATUS == UBRK_LINE_HARD, "rule status");
_Static_assert((int)CICU_SENTENCE_SEPARATOR_STATUS == UBRK_SENTENCE_SEP, "rule status");

struct cicu_breaks {
  UBreakIterator *iterator;
  cicu_utf16 text;
  /// The last boundary, in UTF-16 units and in bytes of the caller's UTF-8.
  int32_t unit;
  int64_t byte;
};

/// Gives the iterator the text anew; it keeps no copy of its own.
static void attach(cicu_breaks *breaks, UErrorCode *code) {
  breaks->unit = 0;
  breaks->byte = 0;
  ubrk_setText(breaks->iterator, breaks->text.units, breaks->text.length, code);
}

/// Takes ownership of an iterator, which it closes if it fails.
static cicu_breaks *adopt(UBreakIterator *iterator, UErrorCode *code) {
  cicu_breaks *breaks = calloc(1, sizeof(cicu_breaks));
  if (breaks == NULL) {
    if (U_SUCCESS(*code)) {
      *code = U_MEMORY_ALLOCATION_ERROR;
    }
    ubrk_close(iterator);
    return NULL;
  }
  breaks->iterator = iterator;
  cicu_utf16_reserve(&breaks->text, 0, code);
  if (U_SUCCESS(*code)) {
    // A clone still points at the text of its original.
    attach(breaks, code);
  }
  if (U_FAILURE(*code)) {
    cicu_breaks_close(breaks);
    return NULL;
  }
  return breaks;
}

cicu_breaks *cicu_breaks_open(int32_t kind, const char *locale, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_breaks *breaks = NULL;
  if (kind < CICU_GRAPHEME || kind > CICU_SENTENCE) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  } else {
    breaks = adopt(ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, &code), &code);
  }
  *status = code;
  return breaks;
}

cicu_breaks *cicu_breaks_clone(const cicu_breaks *breaks, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_breaks *clone = adopt(ubrk_clone(breaks->iterator, &code), &code);
  *status = code;
  return clone;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  ubrk_close(breaks->iterator);
  cicu_utf16_free(&breaks->text);
  free(breaks);
}

void cicu_breaks_set_text(
    cicu_breaks *breaks, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_utf16_set(&breaks->text, utf8, length, &code);
  // Also after an error: the store may have moved, and the iterator must not keep the old one.
  UErrorCode attached = U_ZERO_ERROR;
  attach(breaks, &attached);
  *status = U_FAILURE(code) ? code : attached;
}

int64_t cicu_breaks_next(cicu_breaks *breaks, int32_t *rule_status) {
  const int32_t unit = ubrk_next(breaks->iterator);
  if (unit == UBRK_DONE) {
    *rule_status = 0;
    return -1;
  }
  *rule_status = ubrk_getRuleStatus(breaks->iterator);
  breaks->byte += cicu_utf8_length(breaks->text.units, breaks->unit, unit);
  breaks->unit = unit;
  return breaks->byte;
}
