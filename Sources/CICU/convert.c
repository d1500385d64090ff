#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "utf16.h"

enum {
  /// The units a piece has at most, one of which a half pair from the piece before may take.
  PIECE = 8192,
  /// The bytes given to ICU at once, which refuses more than INT32_MAX.
  WINDOW = 1 << 30,
  /// The bytes ICU may report as one bad sequence.
  BAD = 127,
};

struct cicu_converter {
  UConverter *converter;
  /// The input consumed so far.
  int64_t position;
  _Bool finished;
  /// The first half of a pair whose second half is in the piece to come, or 0.
  UChar lead;
  int64_t lead_offset;
  UChar units[PIECE];
  /// The input byte that each unit came from, counted from where ICU's call began.
  int32_t offsets[PIECE];
  uint8_t utf8[PIECE * 3];
};

cicu_converter *cicu_converter_open(const char *charset, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  // A name outside the alias table would make ICU look for a file of that name.
  if (ucnv_countAliases(charset, &code) == 0 && U_SUCCESS(code)) {
    code = U_FILE_ACCESS_ERROR;
  }
  cicu_converter *converter = calloc(1, sizeof(cicu_converter));
  if (converter == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  converter->converter = ucnv_open(charset, &code);
  if (U_SUCCESS(code)) {
    ucnv_setToUCallBack(
        converter->converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  }
  if (U_FAILURE(code)) {
    cicu_converter_close(converter);
    converter = NULL;
  }
  *status = code;
  return converter;
}

void cicu_converter_close(cicu_converter *converter) {
  ucnv_close(converter->converter);
  free(converter);
}

const char *cicu_converter_name(const cicu_converter *converter) {
  UErrorCode code = U_ZERO_ERROR;
  const char *name = ucnv_getName(converter->converter, &code);
  return name == NULL ? "" : name;
}

void cicu_converter_reset(cicu_converter *converter) {
  ucnv_resetToUnicode(converter->converter);
  converter->position = 0;
  converter->finished = 0;
  converter->lead = 0;
}

/// Finds the bytes that made ICU stop.
static cicu_bad_sequence refused(const cicu_converter *converter, const uint8_t *bytes) {
  UErrorCode code = U_ZERO_ERROR;
  char bad[BAD];
  int8_t length = BAD;
  ucnv_getInvalidChars(converter->converter, bad, &length, &code);
  // Bytes that ICU has read ahead of the bad ones and means to read again.
  const int32_t ahead = ucnv_toUCountPending(converter->converter, &code);
  int64_t end = converter->position - (U_SUCCESS(code) && ahead > 0 ? ahead : 0);
  if (U_FAILURE(code) || length < 0) {
    length = 0;
  }
  if (end < length) {
    end = length;
  }
  if (end > converter->position) {
    return (cicu_bad_sequence){0};
  }
  if (length == 0) {
    // BOCU-1's converter keeps no bytes of a sequence that breaks off: name the last it read.
    return (cicu_bad_sequence){.offset = end > 0 ? end - 1 : 0, .length = end > 0};
  }
  // Stateful charsets may have read a shift on from the bad bytes: look back for them.
  for (int64_t start = end - length; start >= 0 && end - start <= BAD; --start) {
    if (memcmp(bytes + start, bad, (size_t)length) == 0) {
      return (cicu_bad_sequence){.offset = start, .length = length};
    }
  }
  return (cicu_bad_sequence){.offset = end - length, .length = length};
}

/// Finds the first half pair that stands alone among the units, which is in there.
static cicu_bad_sequence lone_surrogate(
    const cicu_converter *converter, int32_t count, int64_t base) {
  int32_t i = 0;
  for (; i < count; ++i) {
    if (!U16_IS_SURROGATE(converter->units[i])) {
      continue;
    }
    if (U16_IS_LEAD(converter->units[i]) && i + 1 < count
        && U16_IS_TRAIL(converter->units[i + 1])) {
      ++i;
    } else {
      break;
    }
  }
  const _Bool carried = i == 0 && converter->lead != 0;
  cicu_bad_sequence bad = {
      .offset = carried || i >= count ? converter->lead_offset : base + converter->offsets[i]};
  const int64_t end = i + 1 < count ? base + converter->offsets[i + 1] : converter->position;
  if (bad.offset < 0) {
    bad.offset = 0;
  }
  bad.length = end > bad.offset ? end - bad.offset : 0;
  return bad;
}

/// Decodes up to a piece of units after a carried half pair, and returns how many there are.
static int32_t fill(
    cicu_converter *converter, const uint8_t *bytes, int64_t length, UErrorCode *code) {
  const int32_t carried = converter->lead != 0;
  const int64_t rest = length - converter->position;
  const int64_t window = rest < WINDOW ? rest : WINDOW;
  // A NULL input is an empty one, but ICU wants a pointer.
  const char *start = bytes == NULL ? "" : (const char *)bytes + converter->position;
  const char *source = start;
  UChar *target = converter->units + carried;
  converter->units[0] = converter->lead;
  ucnv_toUnicode(
      converter->converter, &target, converter->units + PIECE, &source, start + window,
      converter->offsets + carried, window == rest, code);
  converter->position += source - start;
  if (*code == U_BUFFER_OVERFLOW_ERROR) {
    *code = U_ZERO_ERROR;
  } else if (window == rest) {
    converter->finished = 1;
  }
  return (int32_t)(target - converter->units);
}

cicu_piece cicu_converter_next(
    cicu_converter *converter, const uint8_t *bytes, int64_t length, cicu_bad_sequence *bad,
    cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_piece piece = {.bytes = converter->utf8};
  *bad = (cicu_bad_sequence){.offset = converter->position};
  // A window of nothing but shifts and marks yields no units, so one call may not be enough.
  while (U_SUCCESS(code) && piece.length == 0 && !converter->finished) {
    const int64_t base = converter->position;
    const int32_t filled = fill(converter, bytes, length, &code);
    int32_t count = filled;
    const UErrorCode decoding = code;
    const _Bool ends_in_lead = count > 0 && U16_IS_LEAD(converter->units[count - 1]);
    const _Bool more = !converter->finished && U_SUCCESS(decoding);
    count -= ends_in_lead && more;
    int32_t written = 0;
    code = U_ZERO_ERROR;
    u_strToUTF8(
        (char *)converter->utf8, sizeof(converter->utf8), &written, converter->units, count,
        &code);
    if (U_FAILURE(code)) {
      *bad = lone_surrogate(converter, filled, base);
    } else if (U_FAILURE(decoding)) {
      code = decoding;
      *bad = refused(converter, bytes);
    } else {
      piece.length = written;
      if (!ends_in_lead || !more) {
        converter->lead = 0;
      } else if (filled > 1 || converter->lead == 0) {
        converter->lead_offset = base + converter->offsets[count];
        converter->lead = converter->units[count];
      }
    }
  }
  *status = code;
  return piece;
}
