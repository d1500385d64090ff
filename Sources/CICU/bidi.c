#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "utf16.h"

_Static_assert((int)CICU_BASE_LTR == UBIDI_LTR, "base");
_Static_assert((int)CICU_BASE_RTL == UBIDI_RTL, "base");
_Static_assert((int)CICU_BASE_FIRST_STRONG_LTR == UBIDI_DEFAULT_LTR, "base");
_Static_assert((int)CICU_BASE_FIRST_STRONG_RTL == UBIDI_DEFAULT_RTL, "base");

struct cicu_bidi {
  UBiDi *bidi;
  /// A line of the paragraph, opened when one is first asked for.
  UBiDi *line;
  cicu_utf16 text;
  /// The last text that was reordered, kept for its store.
  cicu_utf16 result;
};

cicu_bidi *cicu_bidi_open(cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_bidi *bidi = calloc(1, sizeof(cicu_bidi));
  if (bidi == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  bidi->bidi = ubidi_open();
  if (bidi->bidi == NULL) {
    code = U_MEMORY_ALLOCATION_ERROR;
  }
  cicu_utf16_reserve(&bidi->text, 0, &code);
  ubidi_setPara(bidi->bidi, bidi->text.units, 0, UBIDI_LTR, NULL, &code);
  if (U_FAILURE(code)) {
    cicu_bidi_close(bidi);
    bidi = NULL;
  }
  *status = code;
  return bidi;
}

void cicu_bidi_close(cicu_bidi *bidi) {
  ubidi_close(bidi->line);
  ubidi_close(bidi->bidi);
  cicu_utf16_free(&bidi->text);
  cicu_utf16_free(&bidi->result);
  free(bidi);
}

void cicu_bidi_set_paragraph(
    cicu_bidi *bidi, const uint8_t *utf8, int64_t length, uint8_t base, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  if (base > CICU_BASE_RTL && base < CICU_BASE_FIRST_STRONG_LTR) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  }
  cicu_utf16_set(&bidi->text, utf8, length, &code);
  cicu_utf16 *text = &bidi->text;
  ubidi_setPara(bidi->bidi, text->units, text->length, base, NULL, &code);
  if (U_FAILURE(code)) {
    // The resolver keeps a pointer to the text, whose store may have moved.
    UErrorCode ignored = U_ZERO_ERROR;
    text->length = 0;
    ubidi_setPara(bidi->bidi, text->units, 0, UBIDI_LTR, NULL, &ignored);
  }
  *status = code;
}

uint8_t cicu_bidi_paragraph_level(const cicu_bidi *bidi) {
  return ubidi_getParaLevel(bidi->bidi);
}

int64_t cicu_bidi_scalar_count(const cicu_bidi *bidi) {
  int64_t scalars = 0;
  for (int32_t i = 0; i < bidi->text.length; ++i) {
    scalars += !U16_IS_TRAIL(bidi->text.units[i]);
  }
  return scalars;
}

void cicu_bidi_levels(cicu_bidi *bidi, uint8_t *levels, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const cicu_utf16 *text = &bidi->text;
  // ICU calls it an error to ask for the levels of an empty text.
  const UBiDiLevel *units = text->length == 0 ? NULL : ubidi_getLevels(bidi->bidi, &code);
  if (U_SUCCESS(code)) {
    int64_t scalar = 0;
    for (int32_t i = 0; i < text->length; ++i) {
      // ICU treats the first half of a pair as a boundary neutral: the second has the true level.
      if (!U16_IS_LEAD(text->units[i])) {
        levels[scalar++] = units[i];
      }
    }
  }
  *status = code;
}

int32_t cicu_bidi_run_count(cicu_bidi *bidi, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const int32_t count = bidi->text.length == 0 ? 0 : ubidi_countRuns(bidi->bidi, &code);
  *status = code;
  return U_FAILURE(code) ? 0 : count;
}

static int by_start(const void *first, const void *second) {
  const int64_t a = (*(cicu_run *const *)first)->start;
  const int64_t b = (*(cicu_run *const *)second)->start;
  return (a > b) - (a < b);
}

/// Turns the runs' UTF-16 offsets into UTF-8 offsets in one walk over the text.
static void to_bytes(const cicu_utf16 *text, cicu_run **logical, int32_t count) {
  // Logically the runs are a partition of the text, each beginning where another ends.
  qsort(logical, (size_t)count, sizeof(*logical), by_start);
  int64_t byte = 0;
  for (int32_t i = 0; i < count; ++i) {
    const int64_t length =
        cicu_utf8_length(text->units, (int32_t)logical[i]->start, (int32_t)logical[i]->end);
    logical[i]->start = byte;
    byte += length;
    logical[i]->end = byte;
  }
}

void cicu_bidi_visual_runs(cicu_bidi *bidi, cicu_run *runs, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_status counted = U_ZERO_ERROR;
  const int32_t count = cicu_bidi_run_count(bidi, &counted);
  if (counted > 0 || count == 0) {
    *status = counted;
    return;
  }
  cicu_run **logical = malloc((size_t)count * sizeof(*logical));
  if (logical == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return;
  }
  for (int32_t i = 0; i < count; ++i) {
    int32_t start = 0;
    int32_t length = 0;
    ubidi_getVisualRun(bidi->bidi, i, &start, &length);
    runs[i] = (cicu_run){
        .start = start,
        .end = (int64_t)start + length,
        .level = ubidi_getLevelAt(bidi->bidi, start + length - 1)};
    logical[i] = &runs[i];
  }
  to_bytes(&bidi->text, logical, count);
  free(logical);
  *status = code;
}

/// Whether a unit is one of the twelve characters with the property Bidi_Control; asking ICU for
/// the property would cost as much as the reordering.
static _Bool is_control(UChar unit) {
  return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) ||
         unit == 0x200e || unit == 0x200f || unit == 0x061c;
}

/// Leaves the directional controls out of a text, and returns what is left of its length.
///
/// ICU's own option to do so writes nothing for a mark that follows a control in a right-to-left
/// run, but counts it, so that the result ends in a unit nobody has written; and it takes the
/// joiners, which shape letters, for controls.
static int32_t without_controls(UChar *units, int32_t length) {
  int32_t kept = 0;
  for (int32_t i = 0; i < length; ++i) {
    // No control is beyond the Basic Multilingual Plane.
    if (!is_control(units[i])) {
      units[kept++] = units[i];
    }
  }
  return kept;
}

/// What a text may have that costs time to see to.
typedef struct {
  /// Combining marks: some unit is none of the letters, digits and punctuation news is made of.
  uint16_t marks;
  /// Directional controls.
  uint16_t controls;
} oddities;

static uint16_t is_between(UChar unit, UChar first, UChar last) {
  return (uint16_t)(unit - first) <= (uint16_t)(last - first);
}

/// Looks at every unit once, without a branch, so that the compiler makes it a loop of vectors.
static oddities oddities_of(const UChar *units, int32_t length) {
  oddities found = {0};
  for (int32_t i = 0; i < length; ++i) {
    const UChar unit = units[i];
    const uint16_t plain = (unit < 0x0300) | is_between(unit, 0x0620, 0x064a) |
                           is_between(unit, 0x0660, 0x066f) | (unit == 0x060c) | (unit == 0x061b) |
                           (unit == 0x061f) | is_between(unit, 0x2010, 0x2027);
    found.marks |= !plain;
    found.controls |= (unit == 0x061c) | is_between(unit, 0x200e, 0x2069);
  }
  return found;
}

/// Writes a resolved text, whose units are given, in display order.
static cicu_bytes reordered(
    UBiDi *resolved, const UChar *text, int32_t units, _Bool mirrored, _Bool removing_controls,
    cicu_utf16 *result, UErrorCode *code) {
  const oddities odd = oddities_of(text, units);
  // ICU looks up every character's category to keep marks behind their letters.
  uint16_t options = odd.marks ? UBIDI_KEEP_BASE_COMBINING : 0;
  if (mirrored) {
    options |= UBIDI_DO_MIRRORING;
  }
  cicu_bytes bytes = {0};
  // Without the option that inserts marks the result is never longer than the text.
  cicu_utf16_reserve(result, units, code);
  int32_t length = ubidi_writeReordered(resolved, result->units, result->capacity, options, code);
  if (U_SUCCESS(*code)) {
    if (removing_controls && odd.controls) {
      length = without_controls(result->units, length);
    }
    bytes = cicu_bytes_from_units(result->units, length, code);
  }
  return bytes;
}

cicu_bytes cicu_bidi_visual(
    cicu_bidi *bidi, _Bool mirrored, _Bool removing_controls, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const cicu_bytes bytes =
      reordered(
          bidi->bidi, bidi->text.units, bidi->text.length, mirrored, removing_controls, &bidi->result, &code);
  *status = code;
  return bytes;
}

/// The UTF-16 offset of a scalar boundary `bytes` bytes of UTF-8 after `unit`, or -1.
static int32_t unit_after(const cicu_utf16 *text, int32_t unit, int64_t bytes) {
  while (bytes > 0 && unit < text->length) {
    UChar32 scalar;
    U16_NEXT(text->units, unit, text->length, scalar);
    bytes -= U8_LENGTH(scalar);
  }
  return bytes == 0 ? unit : -1;
}

cicu_bytes cicu_bidi_visual_line(
    cicu_bidi *bidi, int64_t start, int64_t end, _Bool mirrored, _Bool removing_controls,
    cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_bytes bytes = {0};
  const int32_t first = start < 0 ? -1 : unit_after(&bidi->text, 0, start);
  const int32_t limit = first < 0 || end < start ? -1 : unit_after(&bidi->text, first, end - start);
  if (limit < 0) {
    code = U_INDEX_OUTOFBOUNDS_ERROR;
  } else if (first == limit) {
    // ICU refuses empty lines.
    bytes = cicu_bytes_allocate(0, &code);
  } else {
    if (bidi->line == NULL) {
      bidi->line = ubidi_open();
    }
    if (bidi->line == NULL) {
      code = U_MEMORY_ALLOCATION_ERROR;
    } else {
      ubidi_setLine(bidi->bidi, first, limit, bidi->line, &code);
      bytes = reordered(
          bidi->line, bidi->text.units + first, limit - first, mirrored, removing_controls, &bidi->result, &code);
    }
  }
  *status = code;
  return bytes;
}

// ubidi_getBaseDirection would find a strong character inside an isolate too, which P2 skips.
int32_t cicu_first_strong(const uint8_t *utf8, int64_t length, cicu_status *status) {
  *status = U_ZERO_ERROR;
  if (length < 0 || length > INT32_MAX) {
    *status = U_INDEX_OUTOFBOUNDS_ERROR;
    return CICU_NO_STRONG;
  }
  int32_t isolates = 0;
  for (int32_t i = 0; i < (int32_t)length;) {
    UChar32 scalar;
    U8_NEXT(utf8, i, (int32_t)length, scalar);
    if (scalar < 0) {
      *status = U_INVALID_CHAR_FOUND;
      return CICU_NO_STRONG;
    }
    switch (u_charDirection(scalar)) {
      case U_LEFT_TO_RIGHT:
        if (isolates == 0) {
          return CICU_BASE_LTR;
        }
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        if (isolates == 0) {
          return CICU_BASE_RTL;
        }
        break;
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_ISOLATE:
      case U_FIRST_STRONG_ISOLATE:
        ++isolates;
        break;
      case U_POP_DIRECTIONAL_ISOLATE:
        isolates -= isolates > 0;
        break;
      case U_BLOCK_SEPARATOR:
        return CICU_NO_STRONG;
      default:
        break;
    }
  }
  return CICU_NO_STRONG;
}
