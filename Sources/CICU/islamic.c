#include <unicode/ucal.h>
#include <unicode/utypes.h>

#include "cicu.h"

/// The milliseconds of a day.
static const double DAY = 86400000.0;

int32_t cicu_islamic_day(
    int32_t kind, int32_t year, int32_t month, int32_t day, cicu_status *status) {
  static const UChar utc[] = {'U', 'T', 'C'};
  static const char *const locales[] = {
      "en@calendar=islamic-civil", "en@calendar=islamic-tbla", "en@calendar=islamic-umalqura"};
  UErrorCode code = U_ZERO_ERROR;
  double millis = 0;
  if (kind < 0 || kind >= (int32_t)(sizeof(locales) / sizeof(locales[0])) || year < 1 ||
      year > 9999 || month < 1 || month > 12 || day < 1 || day > 30) {
    *status = U_ILLEGAL_ARGUMENT_ERROR;
    return 0;
  }
  UCalendar *calendar = ucal_open(utc, 3, locales[kind], UCAL_DEFAULT, &code);
  if (U_SUCCESS(code)) {
    ucal_clear(calendar);
    ucal_set(calendar, UCAL_ERA, 0);
    ucal_set(calendar, UCAL_YEAR, year);
    ucal_set(calendar, UCAL_MONTH, month - 1);
    ucal_set(calendar, UCAL_DATE, day);
    millis = ucal_getMillis(calendar, &code);
  }
  ucal_close(calendar);
  *status = code;
  if (U_FAILURE(code)) {
    return 0;
  }
  // Midnight is a whole number of days; days before 1970 are below 0 and round down as well.
  const double days = millis / DAY;
  const int32_t whole = (int32_t)days;
  return days < whole ? whole - 1 : whole;
}
