#include <stdlib.h>
#include <time.h>
#include <unicode/uregex.h>

#include "utf16.h"

/// Bytes that a search may keep for going back: ICU's own default, which newer versions may change.
enum { STACK_LIMIT = 8000000 };

/// The longest pattern, some times the longest in use: ten characters may take 2 ms to compile.
enum { MAX_PATTERN = 1 << 15 };

/// Starts of a match that are tried between two looks at the clock, which cost a system call each.
///
/// One try may pass over the whole text, a millisecond for a megabyte.
enum { TRIES_PER_LOOK = 256 };

struct cicu_text {
  cicu_utf16 units;
};

struct cicu_regex {
  URegularExpression *expression;
  int32_t group_count;
  /// The text of the search; NULL between searches.
  const cicu_text *text;
  /// A place in the text, in units and in bytes, from which others are reckoned.
  int32_t unit;
  int64_t byte;
  /// The last match, in units.
  int32_t start;
  int32_t end;
  /// The thread's processor time at which the search stops, in nanoseconds.
  int64_t deadline;
  int32_t tries;
};

cicu_text *cicu_text_open(cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_text *text = calloc(1, sizeof(cicu_text));
  if (text == NULL) {
    code = U_MEMORY_ALLOCATION_ERROR;
  } else {
    cicu_utf16_reserve(&text->units, 0, &code);
    if (U_FAILURE(code)) {
      cicu_text_close(text);
      text = NULL;
    }
  }
  *status = code;
  return text;
}

void cicu_text_close(cicu_text *text) {
  cicu_utf16_free(&text->units);
  free(text);
}

void cicu_text_set(cicu_text *text, const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_utf16_set(&text->units, utf8, length, &code);
  *status = code;
}

// MARK: Time

static int64_t processor_time(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/// ICU's own time limit begins anew with every match and sees no time that passes without going
/// back in the text, so the clock decides.
static UBool go_on(cicu_regex *regex) { return processor_time() < regex->deadline; }

static UBool on_steps(const void *context, int32_t steps) {
  (void)steps;
  return go_on((cicu_regex *)context);
}

static UBool on_try(const void *context, int64_t index) {
  (void)index;
  cicu_regex *regex = (cicu_regex *)context;
  regex->tries = (regex->tries + 1) % TRIES_PER_LOOK;
  return regex->tries != 0 || go_on(regex);
}

// MARK: Compiling

/// The bytes before the place where ICU found a mistake, as it counts lines and characters.
static int64_t mistake(const cicu_utf16 *pattern, const UParseError *error) {
  if (error->line < 1 || error->offset < 0) {
    return -1;
  }
  int32_t at = 0;
  for (int32_t line = 1; line < error->line && at < pattern->length; ++at) {
    const UChar unit = pattern->units[at];
    const _Bool is_pair = unit == '\r' && at + 1 < pattern->length && pattern->units[at + 1] == '\n';
    line += (unit == '\n' || unit == '\r' || unit == 0x85 || unit == 0x2028) && !is_pair;
  }
  for (int32_t characters = error->offset; characters > 0 && at < pattern->length; --characters) {
    const _Bool is_pair = (pattern->units[at] & 0xfc00) == 0xd800;
    at += is_pair && at + 1 < pattern->length ? 2 : 1;
  }
  return cicu_utf8_length(pattern->units, 0, at);
}

static cicu_regex *compile(
    const cicu_utf16 *pattern, _Bool ignores_case, UParseError *error, UErrorCode *code) {
  if (U_FAILURE(*code)) {
    return NULL;
  }
  if (pattern->length > MAX_PATTERN) {
    *code = U_REGEX_PATTERN_TOO_BIG;
    return NULL;
  }
  cicu_regex *regex = calloc(1, sizeof(cicu_regex));
  if (regex == NULL) {
    *code = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  // ICU refuses an empty pattern.
  static const UChar nothing[] = {'(', '?', ':', ')'};
  const _Bool is_empty = pattern->length == 0;
  regex->expression = uregex_open(
      is_empty ? nothing : pattern->units, is_empty ? 4 : pattern->length,
      ignores_case ? UREGEX_CASE_INSENSITIVE : 0, error, code);
  uregex_setStackLimit(regex->expression, STACK_LIMIT, code);
  uregex_setMatchCallback(regex->expression, on_steps, regex, code);
  uregex_setFindProgressCallback(regex->expression, on_try, regex, code);
  regex->group_count = uregex_groupCount(regex->expression, code);
  if (U_FAILURE(*code)) {
    cicu_regex_close(regex);
    return NULL;
  }
  cicu_regex_end(regex);
  return regex;
}

cicu_regex *cicu_regex_open(
    const uint8_t *pattern, int64_t length, _Bool ignores_case, int64_t *offset,
    cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError error = {.line = -1, .offset = -1};
  cicu_utf16 units = {0};
  cicu_utf16_set(&units, pattern, length, &code);
  cicu_regex *regex = compile(&units, ignores_case, &error, &code);
  *offset = U_FAILURE(code) ? mistake(&units, &error) : -1;
  cicu_utf16_free(&units);
  *status = code;
  return regex;
}

void cicu_regex_close(cicu_regex *regex) {
  uregex_close(regex->expression);
  free(regex);
}

int32_t cicu_regex_group_count(const cicu_regex *regex) { return regex->group_count; }

// MARK: Searching

void cicu_regex_begin(
    cicu_regex *regex, const cicu_text *text, int64_t milliseconds, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  regex->text = text;
  regex->unit = 0;
  regex->byte = 0;
  regex->start = 0;
  regex->end = 0;
  regex->tries = 0;
  regex->deadline = processor_time() + milliseconds * 1000000;
  uregex_setText(regex->expression, text->units.units, text->units.length, &code);
  *status = code;
}

void cicu_regex_end(cicu_regex *regex) {
  static const UChar nothing[] = {0};
  UErrorCode code = U_ZERO_ERROR;
  regex->text = NULL;
  uregex_setText(regex->expression, nothing, 0, &code);
}

/// The bytes before a unit; matches lie close together, so it is reckoned from the last place.
static int64_t byte_offset(cicu_regex *regex, int32_t unit) {
  if (unit < 0) {
    return -1;
  }
  const UChar *units = regex->text->units.units;
  if (unit >= regex->unit) {
    regex->byte += cicu_utf8_length(units, regex->unit, unit);
  } else {
    regex->byte -= cicu_utf8_length(units, unit, regex->unit);
  }
  regex->unit = unit;
  return regex->byte;
}

static UBool find(cicu_regex *regex, _Bool overlapping, UErrorCode *code) {
  const int32_t length = regex->end - regex->start;
  if (!overlapping || length < 2 || length > CICU_OVERLAP) {
    return uregex_findNext(regex->expression, code);
  }
  const cicu_utf16 *text = &regex->text->units;
  const _Bool is_pair = (text->units[regex->start] & 0xfc00) == 0xd800;
  return uregex_find(regex->expression, regex->start + (is_pair ? 2 : 1), code);
}

_Bool cicu_regex_next(
    cicu_regex *regex, _Bool overlapping, cicu_match *match, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  *match = (cicu_match){.start = -1, .end = -1, .group_start = -1, .group_end = -1};
  UBool is_found = 0;
  if (regex->text == NULL) {
    code = U_REGEX_INVALID_STATE;
  } else if (!on_try(regex, 0)) {
    // ICU's own looks begin anew at each match.
    code = U_REGEX_STOPPED_BY_CALLER;
  } else {
    is_found = find(regex, overlapping, &code);
  }
  if (is_found && U_SUCCESS(code)) {
    regex->start = uregex_start(regex->expression, 0, &code);
    regex->end = uregex_end(regex->expression, 0, &code);
    match->start = byte_offset(regex, regex->start);
    if (regex->group_count > 0) {
      const int32_t start = uregex_start(regex->expression, regex->group_count, &code);
      const int32_t end = uregex_end(regex->expression, regex->group_count, &code);
      match->group_start = byte_offset(regex, start);
      match->group_end = byte_offset(regex, end);
    }
    match->end = byte_offset(regex, regex->end);
  }
  *status = code;
  return is_found && U_SUCCESS(code);
}

/// Goes to a place in the text, of which only the bytes before it are known.
static void go_to(cicu_regex *regex, int64_t offset) {
  const cicu_utf16 *text = &regex->text->units;
  int32_t unit = regex->unit;
  int64_t byte = regex->byte;
  while (byte < offset && unit < text->length) {
    byte += cicu_utf8_width(text->units[unit++]);
  }
  while (byte > offset && unit > 0) {
    byte -= cicu_utf8_width(text->units[--unit]);
  }
  regex->unit = unit;
  regex->byte = byte;
}

_Bool cicu_regex_matches_at(cicu_regex *regex, int64_t offset, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBool matches = 0;
  if (regex->text == NULL) {
    code = U_REGEX_INVALID_STATE;
  } else if (!on_try(regex, 0)) {
    code = U_REGEX_STOPPED_BY_CALLER;
  } else {
    go_to(regex, offset);
    matches = uregex_lookingAt(regex->expression, regex->unit, &code);
  }
  *status = code;
  return matches && U_SUCCESS(code);
}

_Bool cicu_regex_matches_all(cicu_regex *regex, cicu_status *status) {
  UErrorCode code = regex->text == NULL ? U_REGEX_INVALID_STATE : U_ZERO_ERROR;
  const UBool matches = uregex_matches(regex->expression, 0, &code);
  *status = code;
  return matches && U_SUCCESS(code);
}
