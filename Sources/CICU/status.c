#include <unicode/uchar.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

#include "cicu.h"

_Static_assert(sizeof(cicu_status) == sizeof(UErrorCode), "status");
_Static_assert((int)CICU_ILLEGAL_ARGUMENT == U_ILLEGAL_ARGUMENT_ERROR, "status");
_Static_assert((int)CICU_INVALID_CHAR == U_INVALID_CHAR_FOUND, "status");
_Static_assert((int)CICU_TRUNCATED_CHAR == U_TRUNCATED_CHAR_FOUND, "status");
_Static_assert((int)CICU_ILLEGAL_CHAR == U_ILLEGAL_CHAR_FOUND, "status");
_Static_assert((int)CICU_ILLEGAL_ESCAPE == U_ILLEGAL_ESCAPE_SEQUENCE, "status");
_Static_assert((int)CICU_UNSUPPORTED_ESCAPE == U_UNSUPPORTED_ESCAPE_SEQUENCE, "status");
_Static_assert((int)CICU_REGEX_STACK_OVERFLOW == U_REGEX_STACK_OVERFLOW, "status");
_Static_assert((int)CICU_REGEX_STOPPED == U_REGEX_STOPPED_BY_CALLER, "status");
_Static_assert((int)CICU_VERSION_SIZE == U_MAX_VERSION_STRING_LENGTH, "version");

const char *cicu_status_name(cicu_status status) { return u_errorName((UErrorCode)status); }

void cicu_icu_version(char *version) {
  UVersionInfo numbers;
  u_getVersion(numbers);
  u_versionToString(numbers, version);
}

void cicu_unicode_version(char *version) {
  UVersionInfo numbers;
  u_getUnicodeVersion(numbers);
  u_versionToString(numbers, version);
}
