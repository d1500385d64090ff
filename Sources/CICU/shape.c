#include <unicode/uchar.h>
#include <unicode/ushape.h>
#include <unicode/utf16.h>

#include "utf16.h"

static _Bool is_lam_alef(UChar unit) { return unit >= 0xfef5 && unit <= 0xfefc; }

/// Whether ICU would make a spacing form of a mark, or let one part a lam from its alef.
static _Bool is_mark(UChar unit) { return u_charType(unit) == U_NON_SPACING_MARK; }

/// Takes the marks out of a text; `kept` is the rest.
static void without_marks(const cicu_utf16 *text, cicu_utf16 *kept, UErrorCode *code) {
  cicu_utf16_reserve(kept, text->length, code);
  if (U_FAILURE(*code)) {
    return;
  }
  kept->length = 0;
  for (int32_t i = 0; i < text->length; ++i) {
    if (!is_mark(text->units[i])) {
      kept->units[kept->length++] = text->units[i];
    }
  }
}

/// Puts shaped letters and the marks of the text together again, and returns their length.
///
/// A ligature stands for a lam and an alef of the text, and the marks of both follow it.
static int32_t with_marks(
    const cicu_utf16 *text, const cicu_utf16 *shaped, UChar *result) {
  int32_t length = 0;
  int32_t letter = 0;
  _Bool is_after_ligature = 0;
  for (int32_t i = 0; i < text->length; ++i) {
    const UChar unit = text->units[i];
    if (is_mark(unit)) {
      result[length++] = unit;
    } else if (is_after_ligature) {
      is_after_ligature = 0;
    } else if (letter < shaped->length) {
      const UChar form = shaped->units[letter++];
      // ICU takes a presentation form of lam for a lam, too.
      is_after_ligature = is_lam_alef(form) && !is_lam_alef(unit);
      result[length++] = form;
    }
  }
  return length;
}

cicu_bytes cicu_shape_arabic(const uint8_t *utf8, int64_t length, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  cicu_utf16 text = {0};
  cicu_utf16 kept = {0};
  cicu_utf16 shaped = {0};
  cicu_bytes bytes = {0};
  cicu_utf16_set(&text, utf8, length, &code);
  without_marks(&text, &kept, &code);
  cicu_utf16_reserve(&shaped, kept.length, &code);
  if (U_SUCCESS(code) && kept.length > 0) {
    // The options of ICU that would keep the length misplace spaces at the text's end.
    shaped.length = u_shapeArabic(
        kept.units, kept.length, shaped.units, shaped.capacity,
        U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK, &code);
  }
  if (U_SUCCESS(code)) {
    // The result is no longer than the text, whose own store is read ahead of what is written.
    const int32_t units = with_marks(&text, &shaped, text.units);
    bytes = cicu_bytes_from_units(text.units, units, &code);
  }
  cicu_utf16_free(&shaped);
  cicu_utf16_free(&kept);
  cicu_utf16_free(&text);
  *status = code;
  return bytes;
}
