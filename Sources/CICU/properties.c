#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "cicu.h"

// The raw values of the Swift enumerations are ICU's numbers; these are the first, the last and
// any that a reordering would move.  ICU keeps them stable.
_Static_assert(U_UNASSIGNED == 0 && U_UPPERCASE_LETTER == 1 && U_OTHER_LETTER == 5, "category");
_Static_assert(U_NON_SPACING_MARK == 6 && U_DECIMAL_DIGIT_NUMBER == 9, "category");
_Static_assert(U_SPACE_SEPARATOR == 12 && U_CONTROL_CHAR == 15 && U_SURROGATE == 18, "category");
_Static_assert(U_DASH_PUNCTUATION == 19 && U_MATH_SYMBOL == 24, "category");
_Static_assert(U_INITIAL_PUNCTUATION == 28 && U_FINAL_PUNCTUATION == 29, "category");
_Static_assert(U_LEFT_TO_RIGHT == 0 && U_EUROPEAN_NUMBER == 2 && U_ARABIC_NUMBER == 5, "class");
_Static_assert(U_BLOCK_SEPARATOR == 7 && U_OTHER_NEUTRAL == 10, "class");
_Static_assert(U_RIGHT_TO_LEFT_ARABIC == 13 && U_DIR_NON_SPACING_MARK == 17, "class");
_Static_assert(U_FIRST_STRONG_ISOLATE == 19 && U_POP_DIRECTIONAL_ISOLATE == 22, "class");
_Static_assert(U_EA_NEUTRAL == 0 && U_EA_AMBIGUOUS == 1 && U_EA_HALFWIDTH == 2, "width");
_Static_assert(U_EA_FULLWIDTH == 3 && U_EA_NARROW == 4 && U_EA_WIDE == 5, "width");
_Static_assert(USCRIPT_COMMON == 0 && USCRIPT_INHERITED == 1 && USCRIPT_ARABIC == 2, "script");
_Static_assert(USCRIPT_CYRILLIC == 8 && USCRIPT_GREEK == 14 && USCRIPT_HAN == 17, "script");
_Static_assert(USCRIPT_HANGUL == 18 && USCRIPT_HEBREW == 19 && USCRIPT_HIRAGANA == 20, "script");
_Static_assert(USCRIPT_KATAKANA == 22 && USCRIPT_LATIN == 25 && USCRIPT_SYRIAC == 34, "script");
_Static_assert(USCRIPT_UNKNOWN == 103, "script");

_Static_assert(U_DT_NONE == 0 && U_DT_FINAL == 4 && U_DT_INITIAL == 7, "decomposition");
_Static_assert(U_DT_ISOLATED == 8 && U_DT_MEDIAL == 9, "decomposition");

enum { SOFT_HYPHEN = 0xad };

int32_t cicu_script(uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript((UChar32)scalar, &code);
  return U_FAILURE(code) || script < 0 ? USCRIPT_UNKNOWN : (int32_t)script;
}

const char *cicu_script_name(int32_t script) {
  const char *name = uscript_getShortName((UScriptCode)script);
  return name == NULL ? "Zzzz" : name;
}

int32_t cicu_bidi_class(uint32_t scalar) { return (int32_t)u_charDirection((UChar32)scalar); }

int32_t cicu_general_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

int32_t cicu_decimal_digit(uint32_t scalar) {
  // u_charDigitValue also knows ideographs and superscripts, which are no decimal digits.
  return u_isdigit((UChar32)scalar) ? u_charDigitValue((UChar32)scalar) : -1;
}

int32_t cicu_east_asian_width(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH);
}

int32_t cicu_decomposition_type(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_DECOMPOSITION_TYPE);
}

uint32_t cicu_mirror(uint32_t scalar) { return (uint32_t)u_charMirror((UChar32)scalar); }

_Bool cicu_is_pictographic(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

int32_t cicu_columns(uint32_t scalar) {
  const UChar32 c = (UChar32)scalar;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    case U_FORMAT_CHAR:
      // The signs that enclose digits, such as the Arabic end of ayah, are drawn though they are
      // format controls by category.
      return c == SOFT_HYPHEN || u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
    default:
      break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE)) {
    case U_HST_VOWEL_JAMO:
    case U_HST_TRAILING_JAMO:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}
