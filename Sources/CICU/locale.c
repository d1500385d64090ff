#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "utf16.h"

_Static_assert((int)CICU_MONTHS == UDAT_MONTHS, "symbols");
_Static_assert((int)CICU_SHORT_MONTHS == UDAT_SHORT_MONTHS, "symbols");
_Static_assert((int)CICU_WEEKDAYS == UDAT_WEEKDAYS, "symbols");
_Static_assert((int)CICU_SHORT_WEEKDAYS == UDAT_SHORT_WEEKDAYS, "symbols");
_Static_assert((int)CICU_STANDALONE_MONTHS == UDAT_STANDALONE_MONTHS, "symbols");
_Static_assert((int)CICU_STANDALONE_SHORT_MONTHS == UDAT_STANDALONE_SHORT_MONTHS, "symbols");
_Static_assert((int)CICU_STANDALONE_WEEKDAYS == UDAT_STANDALONE_WEEKDAYS, "symbols");
_Static_assert((int)CICU_STANDALONE_SHORT_WEEKDAYS == UDAT_STANDALONE_SHORT_WEEKDAYS, "symbols");

enum {
  /// The bytes a locale with its keywords may take here; ICU's own limit is 157.
  LOCALE_SIZE = 512,
  /// The units a first attempt gives a name.
  NAME_SIZE = 128,
};

const char *cicu_country_code(int32_t index) {
  const char *const *codes = uloc_getISOCountries();
  for (int32_t i = 0; i < index && *codes != NULL; ++i) {
    ++codes;
  }
  return *codes;
}

static _Bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

cicu_bytes cicu_country_name(const char *code, const char *locale, cicu_status *status) {
  *status = U_ZERO_ERROR;
  if (strlen(code) != 2 || !is_upper(code[0]) || !is_upper(code[1])) {
    return (cicu_bytes){0};
  }
  const char region[] = {'u', 'n', 'd', '_', code[0], code[1], '\0'};
  UErrorCode error = U_ZERO_ERROR;
  cicu_bytes bytes = {0};
  cicu_utf16 name = {0};
  cicu_utf16_reserve(&name, NAME_SIZE, &error);
  int32_t length = uloc_getDisplayCountry(region, locale, name.units, name.capacity, &error);
  if (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    cicu_utf16_reserve(&name, length, &error);
    length = uloc_getDisplayCountry(region, locale, name.units, name.capacity, &error);
  }
  // The warning says that ICU echoes the code, or answers in the language of the environment
  // because it does not know the locale.
  if (U_SUCCESS(error) && error != U_USING_DEFAULT_WARNING) {
    bytes = cicu_bytes_from_units(name.units, length, &error);
  }
  cicu_utf16_free(&name);
  *status = error;
  return bytes;
}

/// Refuses a locale of a language that ICU has no data for.
///
/// ICU would take the language of the environment instead, so that the same command would answer
/// differently on two machines.
static void require_known(const char *locale, UErrorCode *code) {
  UResourceBundle *bundle = ures_open(NULL, locale, code);
  if (*code == U_USING_DEFAULT_WARNING) {
    *code = U_MISSING_RESOURCE_ERROR;
  }
  ures_close(bundle);
}

cicu_calendar *cicu_calendar_open(const char *locale, const char *type, cicu_status *status) {
  static const UChar utc[] = {'U', 'T', 'C'};
  static const UChar pattern[] = {'y'};
  UErrorCode code = U_ZERO_ERROR;
  char name[LOCALE_SIZE];
  UDateFormat *format = NULL;
  require_known(locale, &code);
  if (U_SUCCESS(code) && strlen(locale) >= sizeof(name)) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  }
  if (U_SUCCESS(code)) {
    code = U_ZERO_ERROR;
    strcpy(name, locale);
    if (type != NULL) {
      uloc_setKeywordValue("calendar", type, name, sizeof(name), &code);
    }
  }
  if (U_SUCCESS(code)) {
    // Naming a time zone keeps ICU from searching the machine for its own.
    format = udat_open(UDAT_PATTERN, UDAT_PATTERN, name, utc, 3, pattern, 1, &code);
  }
  if (U_FAILURE(code)) {
    udat_close(format);
    format = NULL;
  }
  *status = code;
  return (cicu_calendar *)format;
}

void cicu_calendar_close(cicu_calendar *calendar) { udat_close((UDateFormat *)calendar); }

int32_t cicu_calendar_count(const cicu_calendar *calendar, int32_t kind) {
  return udat_countSymbols((const UDateFormat *)calendar, (UDateFormatSymbolType)kind);
}

cicu_bytes cicu_calendar_name(
    const cicu_calendar *calendar, int32_t kind, int32_t index, cicu_status *status) {
  const UDateFormat *format = (const UDateFormat *)calendar;
  const UDateFormatSymbolType type = (UDateFormatSymbolType)kind;
  UErrorCode code = U_ZERO_ERROR;
  cicu_bytes bytes = {0};
  cicu_utf16 name = {0};
  cicu_utf16_reserve(&name, NAME_SIZE, &code);
  int32_t length = udat_getSymbols(format, type, index, name.units, name.capacity, &code);
  if (code == U_BUFFER_OVERFLOW_ERROR) {
    code = U_ZERO_ERROR;
    cicu_utf16_reserve(&name, length, &code);
    length = udat_getSymbols(format, type, index, name.units, name.capacity, &code);
  }
  if (U_SUCCESS(code)) {
    bytes = cicu_bytes_from_units(name.units, length, &code);
  }
  cicu_utf16_free(&name);
  *status = code;
  return bytes;
}
