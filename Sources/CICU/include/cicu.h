/// A C face of ICU without ICU's headers.
///
/// ICU renames its functions through macros (`ubrk_open_72`), which Swift cannot see, and its
/// headers clash with Foundation's private copy of ICU.  So this header includes none of them: it
/// speaks of opaque handles, fixed-width integers and UTF-8, and the sources beside it tie every
/// constant to ICU's with `_Static_assert`.
///
/// The rules all functions share:
///
/// - Text is a pointer and a length in bytes of UTF-8.  The pointer may be NULL where the length
///   is 0.  Malformed UTF-8 is `U_INVALID_CHAR_FOUND`; more than INT32_MAX bytes is
///   `U_INDEX_OUTOFBOUNDS_ERROR`, ICU's offsets being 32 bits wide.
/// - Offsets and lengths are in bytes of the caller's UTF-8.
/// - `status` is written, never read: above 0 an error, below 0 a warning, 0 neither.
/// - A function that returns a pointer or `cicu_bytes` returns NULL bytes after an error.
/// - A handle is for one thread at a time.

#ifndef CICU_H
#define CICU_H

#include <stdint.h>

/// ICU's `UErrorCode`.
typedef int32_t cicu_status;

/// A block of bytes that its receiver gives back to `cicu_bytes_free`.
typedef struct {
  uint8_t *_Nullable bytes;
  int64_t length;
} cicu_bytes;

/// Gives a block back; one without bytes is left alone.
void cicu_bytes_free(cicu_bytes block);

// MARK: Status and versions (status.c)

/// The name of a status, "U_ILLEGAL_ARGUMENT_ERROR", valid for ever.
const char *_Nonnull cicu_status_name(cicu_status status);

enum {
  /// An argument was refused.
  CICU_ILLEGAL_ARGUMENT = 1,
  /// Bytes that no character has in the charset, or malformed UTF-8.
  CICU_INVALID_CHAR = 10,
  /// The input ends inside a character.
  CICU_TRUNCATED_CHAR = 11,
  /// A byte sequence that the encoding scheme forbids.
  CICU_ILLEGAL_CHAR = 12,
  /// An escape sequence that the encoding scheme does not have.
  CICU_ILLEGAL_ESCAPE = 18,
  /// An escape sequence that ICU does not know.
  CICU_UNSUPPORTED_ESCAPE = 19,
  /// A search by a regular expression that would take too much memory.
  CICU_REGEX_STACK_OVERFLOW = 66321,
  /// A search by a regular expression that took all its time.
  CICU_REGEX_STOPPED = 66323,
};

/// The bytes a version's text takes at most, its terminating NUL included.
enum { CICU_VERSION_SIZE = 20 };

/// Writes the version of the ICU library, "72.1".
void cicu_icu_version(char *_Nonnull version);

/// Writes the version of Unicode that the library implements, "15.0".
void cicu_unicode_version(char *_Nonnull version);

// MARK: Break iteration, UAX #29 and UAX #14 (breaks.c)

enum {
  CICU_GRAPHEME = 0,
  CICU_WORD = 1,
  CICU_LINE = 2,
  CICU_SENTENCE = 3,
};

/// The lowest rule status of a word boundary that ends a word, not a space or a mark.
enum { CICU_WORD_STATUS = 100 };
/// The lowest rule status of a line boundary where a line must end.
enum { CICU_HARD_LINE_STATUS = 100 };
/// The lowest rule status of a sentence boundary made by a separator alone, without a full stop.
enum { CICU_SENTENCE_SEPARATOR_STATUS = 100 };

/// A break iterator and the text it walks.
typedef struct cicu_breaks cicu_breaks;

/// Opens an iterator of one of the four kinds over an empty text.
cicu_breaks *_Nullable cicu_breaks_open(
    int32_t kind, const char *_Nonnull locale, cicu_status *_Nonnull status);

/// Opens an iterator with the same rules over an empty text of its own.
cicu_breaks *_Nullable cicu_breaks_clone(
    const cicu_breaks *_Nonnull breaks, cicu_status *_Nonnull status);

void cicu_breaks_close(cicu_breaks *_Nonnull breaks);

/// Copies a text in and goes back to its start; after an error the text is empty.
void cicu_breaks_set_text(
    cicu_breaks *_Nonnull breaks, const uint8_t *_Nullable utf8, int64_t length,
    cicu_status *_Nonnull status);

/// Steps to the next boundary and returns its offset, or -1 past the last; writes the status of
/// the rule that made it.
int64_t cicu_breaks_next(cicu_breaks *_Nonnull breaks, int32_t *_Nonnull rule_status);

// MARK: Regular expressions, UTS #18 (regex.c)

/// A text to search, which any number of expressions may share.
typedef struct cicu_text cicu_text;

/// Opens an empty text.
cicu_text *_Nullable cicu_text_open(cicu_status *_Nonnull status);

void cicu_text_close(cicu_text *_Nonnull text);

/// Copies a text in; after an error it is empty.  No search in it may be under way.
void cicu_text_set(
    cicu_text *_Nonnull text, const uint8_t *_Nullable utf8, int64_t length,
    cicu_status *_Nonnull status);

/// A compiled expression and its search.
typedef struct cicu_regex cicu_regex;

/// Where an expression matches.
typedef struct {
  int64_t start;
  int64_t end;
  /// What its last group holds; -1 where there is no group or it took no part.
  int64_t group_start;
  int64_t group_end;
} cicu_match;

/// Compiles an expression; `offset` is written where the status is an error: bytes of the pattern
/// before the mistake or a little behind it, or -1 where ICU names no place.
cicu_regex *_Nullable cicu_regex_open(
    const uint8_t *_Nullable pattern, int64_t length, _Bool ignores_case,
    int64_t *_Nonnull offset, cicu_status *_Nonnull status);

void cicu_regex_close(cicu_regex *_Nonnull regex);

/// The groups that keep what they match.
int32_t cicu_regex_group_count(const cicu_regex *_Nonnull regex);

/// Begins a search, which may take some milliseconds of the thread's processor time.
///
/// The text must stay open and unchanged until `cicu_regex_end`.
void cicu_regex_begin(
    cicu_regex *_Nonnull regex, const cicu_text *_Nonnull text, int64_t milliseconds,
    cicu_status *_Nonnull status);

/// Finds the next match; 0 at the text's end or after an error, which is `CICU_REGEX_STOPPED` when
/// the time is up and `CICU_REGEX_STACK_OVERFLOW` when it takes too much memory.
///
/// Every match begins behind the last one's start; where they may not overlap, at its end or
/// behind it.  Matches longer than `CICU_OVERLAP` characters are never overlapped, so that a long
/// run does not take a time of its length squared.
_Bool cicu_regex_next(
    cicu_regex *_Nonnull regex, _Bool overlapping, cicu_match *_Nonnull match,
    cicu_status *_Nonnull status);

/// Whether the expression matches from a place on, at which a character begins or the text ends.
_Bool cicu_regex_matches_at(
    cicu_regex *_Nonnull regex, int64_t offset, cicu_status *_Nonnull status);

/// Whether the expression matches the whole text of the search.
_Bool cicu_regex_matches_all(cicu_regex *_Nonnull regex, cicu_status *_Nonnull status);

/// Ends a search, so that the expression knows the text no longer.
void cicu_regex_end(cicu_regex *_Nonnull regex);

/// The longest match that another may overlap, in UTF-16 units.
enum { CICU_OVERLAP = 32 };

// MARK: Normalization, UAX #15 (normalize.c)

enum {
  CICU_NFC = 0,
  CICU_NFD = 1,
  CICU_NFKC = 2,
  CICU_NFKD = 3,
};

/// Loads a form's data, so that a failure to do so is known early.
void cicu_normalizer_load(int32_t form, cicu_status *_Nonnull status);

_Bool cicu_is_normalized(
    int32_t form, const uint8_t *_Nullable utf8, int64_t length, cicu_status *_Nonnull status);

cicu_bytes cicu_normalize(
    int32_t form, const uint8_t *_Nullable utf8, int64_t length, cicu_status *_Nonnull status);

// MARK: The bidirectional algorithm, UAX #9 (bidi.c)

enum {
  CICU_BASE_LTR = 0,
  CICU_BASE_RTL = 1,
  /// By the first strong character (P2, P3), left to right where there is none.
  CICU_BASE_FIRST_STRONG_LTR = 0xfe,
  /// By the first strong character, right to left where there is none.
  CICU_BASE_FIRST_STRONG_RTL = 0xff,
};

/// The algorithm's working store and the text it has resolved.
typedef struct cicu_bidi cicu_bidi;

/// A stretch of text of one embedding level.
typedef struct {
  int64_t start;
  int64_t end;
  uint8_t level;
} cicu_run;

/// Opens a resolver over an empty text.
cicu_bidi *_Nullable cicu_bidi_open(cicu_status *_Nonnull status);

void cicu_bidi_close(cicu_bidi *_Nonnull bidi);

/// Copies a text in and resolves its levels; after an error the text is empty.
void cicu_bidi_set_paragraph(
    cicu_bidi *_Nonnull bidi, const uint8_t *_Nullable utf8, int64_t length, uint8_t base,
    cicu_status *_Nonnull status);

uint8_t cicu_bidi_paragraph_level(const cicu_bidi *_Nonnull bidi);

/// The Unicode scalars in the text, which is the number of levels `cicu_bidi_levels` writes.
int64_t cicu_bidi_scalar_count(const cicu_bidi *_Nonnull bidi);

/// Writes one level per scalar, in logical order.
void cicu_bidi_levels(
    cicu_bidi *_Nonnull bidi, uint8_t *_Nonnull levels, cicu_status *_Nonnull status);

/// The runs of the text, which is the number `cicu_bidi_visual_runs` writes.
int32_t cicu_bidi_run_count(cicu_bidi *_Nonnull bidi, cicu_status *_Nonnull status);

/// Writes the runs from left to right as displayed.
void cicu_bidi_visual_runs(
    cicu_bidi *_Nonnull bidi, cicu_run *_Nonnull runs, cicu_status *_Nonnull status);

/// The text in display order, marks kept after their bases.
cicu_bytes cicu_bidi_visual(
    cicu_bidi *_Nonnull bidi, _Bool mirrored, _Bool removing_controls,
    cicu_status *_Nonnull status);

/// A line of the text in display order, from byte `start` to byte `end`, both scalar boundaries.
cicu_bytes cicu_bidi_visual_line(
    cicu_bidi *_Nonnull bidi, int64_t start, int64_t end, _Bool mirrored, _Bool removing_controls,
    cicu_status *_Nonnull status);

/// What `cicu_first_strong` returns where no strong character is found.
enum { CICU_NO_STRONG = -1 };

/// The base direction by P2 and P3: `CICU_BASE_LTR`, `CICU_BASE_RTL` or `CICU_NO_STRONG`.
int32_t cicu_first_strong(
    const uint8_t *_Nullable utf8, int64_t length, cicu_status *_Nonnull status);

// MARK: Arabic shaping (shape.c)

/// A text in logical order with Arabic letters as presentation forms by their contexts, lam-alef
/// as one; marks stay what they are.
cicu_bytes cicu_shape_arabic(
    const uint8_t *_Nullable utf8, int64_t length, cicu_status *_Nonnull status);

// MARK: Transliteration, UTS #35 part 2 (translit.c)

/// A transliterator and its working store.
typedef struct cicu_translit cicu_translit;

/// Where and by what a set of rules was found wrong.
typedef struct {
  /// The offset into the rules, or -1 where ICU names no place.
  int64_t offset;
  /// The line, from 1, or 0 where ICU names no place.
  int64_t line;
  /// The rules just before the offset; the receiver frees it.
  cicu_bytes before;
  /// The rules from the offset on; the receiver frees it.
  cicu_bytes after;
} cicu_rule_error;

/// Opens one of ICU's own transliterators, or a compound of them.
cicu_translit *_Nullable cicu_translit_open(
    const char *_Nonnull identifier, _Bool reverse, cicu_status *_Nonnull status);

/// Opens a transliterator by rules; `error` is written where the status is an error.
cicu_translit *_Nullable cicu_translit_open_rules(
    const char *_Nonnull name, const uint8_t *_Nullable rules, int64_t length, _Bool reverse,
    cicu_rule_error *_Nonnull error, cicu_status *_Nonnull status);

void cicu_translit_close(cicu_translit *_Nonnull translit);

cicu_bytes cicu_transliterate(
    cicu_translit *_Nonnull translit, const uint8_t *_Nullable utf8, int64_t length,
    cicu_status *_Nonnull status);

/// The transliterators ICU knows by name.
typedef struct cicu_names cicu_names;

cicu_names *_Nullable cicu_translit_names_open(cicu_status *_Nonnull status);

void cicu_names_close(cicu_names *_Nonnull names);

/// The next name, valid until the next call, or NULL at the end or after an error.
const char *_Nullable cicu_names_next(cicu_names *_Nonnull names, cicu_status *_Nonnull status);

// MARK: Collation, UTS #10 (collate.c)

enum {
  CICU_PRIMARY = 0,
  CICU_SECONDARY = 1,
  CICU_TERTIARY = 2,
  CICU_QUATERNARY = 3,
  CICU_IDENTICAL = 15,
};

/// The order of a locale at a strength.
typedef struct cicu_collator cicu_collator;

cicu_collator *_Nullable cicu_collator_open(
    const char *_Nonnull locale, int32_t strength, cicu_status *_Nonnull status);

void cicu_collator_close(cicu_collator *_Nonnull collator);

/// Below 0 where the first text comes first, above 0 where the second does, else 0.
int32_t cicu_compare(
    const cicu_collator *_Nonnull collator, const uint8_t *_Nullable first, int64_t first_length,
    const uint8_t *_Nullable second, int64_t second_length, cicu_status *_Nonnull status);

/// A key whose bytes, compared as unsigned, order texts as `cicu_compare` does; no NUL at its end.
cicu_bytes cicu_sort_key(
    const cicu_collator *_Nonnull collator, const uint8_t *_Nullable utf8, int64_t length,
    cicu_status *_Nonnull status);

// MARK: Character properties, UAX #44 (properties.c)

/// ICU's `UScriptCode` of a scalar; 103, unknown, where it has none.
int32_t cicu_script(uint32_t scalar);

/// The four-letter ISO 15924 code of a script, valid for ever; "Zzzz" for no script.
const char *_Nonnull cicu_script_name(int32_t script);

/// ICU's `UCharDirection` of a scalar.
int32_t cicu_bidi_class(uint32_t scalar);

/// ICU's `UCharCategory` of a scalar.
int32_t cicu_general_category(uint32_t scalar);

/// The value of a decimal digit, or -1.
int32_t cicu_decimal_digit(uint32_t scalar);

/// ICU's `UEastAsianWidth` of a scalar.
int32_t cicu_east_asian_width(uint32_t scalar);

/// ICU's `UDecompositionType` of a scalar.
int32_t cicu_decomposition_type(uint32_t scalar);

/// The mirror image of a bracket or the like (UAX #9, L4), or the scalar itself.
uint32_t cicu_mirror(uint32_t scalar);

/// Whether a scalar can begin an emoji sequence (UTS #51).
_Bool cicu_is_pictographic(uint32_t scalar);

/// The columns a terminal gives a scalar: 0, 1 or 2.
int32_t cicu_columns(uint32_t scalar);

// MARK: Legacy charsets (convert.c)

/// A charset's decoder.
typedef struct cicu_converter cicu_converter;

/// The bytes of the input that have no meaning in the charset.
typedef struct {
  int64_t offset;
  int64_t length;
} cicu_bad_sequence;

/// A piece of decoded text that its converter keeps.
typedef struct {
  const uint8_t *_Nullable bytes;
  int64_t length;
} cicu_piece;

/// Opens the decoder of a charset by any name ICU's alias table has; another name is
/// `U_FILE_ACCESS_ERROR`.
cicu_converter *_Nullable cicu_converter_open(
    const char *_Nonnull charset, cicu_status *_Nonnull status);

void cicu_converter_close(cicu_converter *_Nonnull converter);

/// ICU's own name of the charset, valid as long as the converter.
const char *_Nonnull cicu_converter_name(const cicu_converter *_Nonnull converter);

/// Forgets all earlier input, as every input's first call must be preceded by.
void cicu_converter_reset(cicu_converter *_Nonnull converter);

/// Decodes the next piece of an input into UTF-8.
///
/// Every call for one input passes the same bytes.  The piece is valid until the next call and is
/// empty at the end.  Bytes without meaning give an error and are described in `bad`; other errors
/// leave its length 0.
cicu_piece cicu_converter_next(
    cicu_converter *_Nonnull converter, const uint8_t *_Nullable bytes, int64_t length,
    cicu_bad_sequence *_Nonnull bad, cicu_status *_Nonnull status);

// MARK: Locale data, CLDR (locale.c)

/// The two-letter ISO 3166 code at an index from 0, valid for ever; NULL past the last.
const char *_Nullable cicu_country_code(int32_t index);

/// A country's name in a locale's language; no bytes and no error where ICU has none.
cicu_bytes cicu_country_name(
    const char *_Nonnull code, const char *_Nonnull locale, cicu_status *_Nonnull status);

enum {
  CICU_MONTHS = 1,
  CICU_SHORT_MONTHS = 2,
  CICU_WEEKDAYS = 3,
  CICU_SHORT_WEEKDAYS = 4,
  CICU_STANDALONE_MONTHS = 10,
  CICU_STANDALONE_SHORT_MONTHS = 11,
  CICU_STANDALONE_WEEKDAYS = 13,
  CICU_STANDALONE_SHORT_WEEKDAYS = 14,
};

/// The names in a locale's calendar.
typedef struct cicu_calendar cicu_calendar;

/// Opens a locale's calendar, or the one of the given type; `U_MISSING_RESOURCE_ERROR` where ICU
/// does not know the locale's language.
cicu_calendar *_Nullable cicu_calendar_open(
    const char *_Nonnull locale, const char *_Nullable type, cicu_status *_Nonnull status);

void cicu_calendar_close(cicu_calendar *_Nonnull calendar);

/// The number of names of a kind, weekdays counting the empty one at index 0.
int32_t cicu_calendar_count(const cicu_calendar *_Nonnull calendar, int32_t kind);

/// The name at an index from 0; weekdays begin with Sunday at 1.
cicu_bytes cicu_calendar_name(
    const cicu_calendar *_Nonnull calendar, int32_t kind, int32_t index,
    cicu_status *_Nonnull status);

// MARK: Islamic calendars (islamic.c)

enum {
  CICU_ISLAMIC_CIVIL = 0,
  CICU_ISLAMIC_TABULAR = 1,
  CICU_ISLAMIC_UMM_AL_QURA = 2,
};

/// The day a date of an Islamic calendar falls on, in days since 1 January 1970.
///
/// Years from 1 to 9999, months from 1 to 12, days from 1 to 30; the 30th of a month of 29 days is
/// the first of the next. Anything else is `U_ILLEGAL_ARGUMENT_ERROR`.
int32_t cicu_islamic_day(
    int32_t kind, int32_t year, int32_t month, int32_t day, cicu_status *_Nonnull status);

#endif
