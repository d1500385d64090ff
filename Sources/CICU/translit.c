#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "utf16.h"

/// The deepest nesting of parentheses that a rule may have.
///
/// ICU takes time exponential in the number of unclosed parentheses, minutes at 30, and overflows
/// its stack at a great many.  Its own rules nest three deep.
enum { MAX_NESTING = 16 };

struct cicu_translit {
  UTransliterator *transliterator;
  cicu_utf16 text;
};

/// The unit where a rule nests too deep, or -1.
///
/// Parentheses count unless quoted, escaped, commented out, or members of a set.
static int32_t too_deep(const cicu_utf16 *rules) {
  int32_t nesting = 0;
  int32_t sets = 0;
  for (int32_t i = 0; i < rules->length; ++i) {
    const UChar unit = rules->units[i];
    if (unit == '\\') {
      ++i;
    } else if (unit == '[') {
      ++sets;
    } else if (unit == ']') {
      sets -= sets > 0;
    } else if (sets > 0) {
      continue;
    } else if (unit == '\'' || unit == '#') {
      const UChar end = unit == '#' ? '\n' : '\'';
      do {
        ++i;
      } while (i < rules->length && rules->units[i] != end);
    } else if (unit == ';') {
      nesting = 0;
    } else if (unit == ')') {
      nesting -= nesting > 0;
    } else if (unit == '(' && ++nesting > MAX_NESTING) {
      return i;
    }
  }
  return -1;
}

/// The context ICU gives of an error; a pair cut in two comes out as U+FFFD.
static cicu_bytes context(const UChar *units) {
  UErrorCode code = U_ZERO_ERROR;
  const int32_t length = u_strlen(units);
  cicu_bytes bytes = cicu_bytes_allocate((int64_t)length * 3, &code);
  int32_t written = 0;
  u_strToUTF8WithSub(
      (char *)bytes.bytes, (int32_t)bytes.length, &written, units, length, 0xfffd, NULL, &code);
  bytes.length = U_SUCCESS(code) ? written : 0;
  return bytes;
}

static cicu_rule_error describe(const cicu_utf16 *rules, const UParseError *error) {
  cicu_rule_error place = {.offset = -1};
  if (error->offset < 0 || error->offset > rules->length) {
    return place;
  }
  place.offset = cicu_utf8_length(rules->units, 0, error->offset);
  // ICU leaves the line 0 here, its offset being into all the rules.
  place.line = 1;
  for (int32_t i = 0; i < error->offset; ++i) {
    place.line += rules->units[i] == '\n';
  }
  place.before = context(error->preContext);
  place.after = context(error->postContext);
  return place;
}

/// Copies the units around an offset as ICU does for the errors that it finds itself.
static void locate(const cicu_utf16 *rules, int32_t offset, UParseError *error) {
  const int32_t room = U_PARSE_CONTEXT_LEN - 1;
  const int32_t before = offset < room ? offset : room;
  const int32_t rest = rules->length - offset;
  const int32_t after = rest < room ? rest : room;
  memset(error, 0, sizeof(*error));
  error->offset = offset;
  memcpy(error->preContext, rules->units + offset - before, (size_t)before * sizeof(UChar));
  memcpy(error->postContext, rules->units + offset, (size_t)after * sizeof(UChar));
}

/// Opens by identifier, or by rules where there are any.
static cicu_translit *open_either(
    const char *identifier, const cicu_utf16 *rules, _Bool reverse, UParseError *error,
    UErrorCode *code) {
  cicu_translit *translit = calloc(1, sizeof(cicu_translit));
  if (translit == NULL) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  const int64_t length = (int64_t)strlen(identifier);
  cicu_utf16_set(&translit->text, (const uint8_t *)identifier, length, code);
  if (U_SUCCESS(*code)) {
    translit->transliterator = utrans_openU(
        translit->text.units, translit->text.length, reverse ? UTRANS_REVERSE : UTRANS_FORWARD,
        rules == NULL ? NULL : rules->units, rules == NULL ? 0 : rules->length, error, code);
  }
  if (U_FAILURE(*code)) {
    cicu_translit_close(translit);
    return NULL;
  }
  return translit;
}

cicu_translit *cicu_translit_open(const char *identifier, _Bool reverse, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError error = {.line = -1, .offset = -1};
  cicu_translit *translit = open_either(identifier, NULL, reverse, &error, &code);
  *status = code;
  return translit;
}

cicu_translit *cicu_translit_open_rules(
    const char *name, const uint8_t *rules, int64_t length, _Bool reverse, cicu_rule_error *error,
    cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError place = {.line = -1, .offset = -1};
  cicu_translit *translit = NULL;
  cicu_utf16 units = {0};
  cicu_utf16_set(&units, rules, length, &code);
  if (U_SUCCESS(code)) {
    const int32_t deep = too_deep(&units);
    if (deep >= 0) {
      code = U_UNSUPPORTED_ERROR;
      locate(&units, deep, &place);
    } else {
      translit = open_either(name, &units, reverse, &place, &code);
    }
  }
  *error = U_FAILURE(code) ? describe(&units, &place) : (cicu_rule_error){.offset = -1};
  cicu_utf16_free(&units);
  *status = code;
  return translit;
}

void cicu_translit_close(cicu_translit *translit) {
  utrans_close(translit->transliterator);
  cicu_utf16_free(&translit->text);
  free(translit);
}

cicu_bytes cicu_transliterate(
    cicu_translit *translit, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_bytes bytes = {0};
  cicu_utf16 *text = &translit->text;
  int32_t room = length < INT32_MAX / 2 ? (int32_t)length * 2 : INT32_MAX;
  // ICU works in place, so a store that proves too small means starting from the source again.
  for (int attempt = 0; attempt < 2; ++attempt) {
    code = U_ZERO_ERROR;
    cicu_utf16_reserve(text, room, &code);
    cicu_utf16_set(text, utf8, length, &code);
    if (U_FAILURE(code)) {
      break;
    }
    int32_t limit = text->length;
    utrans_transUChars(
        translit->transliterator, text->units, &text->length, text->capacity, 0, &limit, &code);
    if (code != U_BUFFER_OVERFLOW_ERROR) {
      break;
    }
    room = text->length;
  }
  if (U_SUCCESS(code)) {
    bytes = cicu_bytes_from_units(text->units, text->length, &code);
  }
  *status = code;
  return bytes;
}

cicu_names *cicu_translit_names_open(cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UEnumeration *names = utrans_openIDs(&code);
  *status = code;
  return (cicu_names *)names;
}

void cicu_names_close(cicu_names *names) { uenum_close((UEnumeration *)names); }

const char *cicu_names_next(cicu_names *names, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = uenum_next((UEnumeration *)names, NULL, &code);
  *status = code;
  return U_SUCCESS(code) ? name : NULL;
}
