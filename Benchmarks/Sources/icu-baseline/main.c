/* What plain C over ICU does with the lines of a UTF-8 file: the least that Dragoman must do.
   usage: icu-baseline sentences|words|bidi FILE > OUTPUT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static char *read_file(const char *path, long *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *length = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)*length + 1);
  if (bytes && fread(bytes, 1, (size_t)*length, file) != (size_t)*length) *length = 0;
  fclose(file);
  return bytes;
}

/* One line in UTF-16, and room for it in UTF-8 and reordered. */
static UChar *text, *reordered;
static char *back;
static long capacity;

static void write_utf8(const UChar *units, int32_t length, UErrorCode *status) {
  int32_t size = 0;
  u_strToUTF8(back, (int32_t)capacity * 3, &size, units, length, status);
  fwrite(back, 1, (size_t)size, stdout);
  putchar('\n');
}

static void write_pieces(UBreakIterator *breaks, int skip_spaces, int32_t units, UErrorCode *status) {
  ubrk_setText(breaks, text, units, status);
  int32_t from = 0;
  for (int32_t to = ubrk_next(breaks); to != UBRK_DONE; to = ubrk_next(breaks)) {
    if (!skip_spaces || text[from] > 0x20) write_utf8(text + from, to - from, status);
    from = to;
  }
}

static void write_visual(UBiDi *bidi, int32_t units, UErrorCode *status) {
  ubidi_setPara(bidi, text, units, UBIDI_RTL, NULL, status);
  int32_t size = ubidi_writeReordered(
      bidi, reordered, (int32_t)capacity,
      UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS | UBIDI_KEEP_BASE_COMBINING, status);
  write_utf8(reordered, size, status);
}

int main(int count, char **arguments) {
  long length = 0;
  char *bytes = count == 3 ? read_file(arguments[2], &length) : NULL;
  if (!bytes) return 66;
  const char *what = arguments[1];
  int is_words = strcmp(what, "words") == 0;
  int is_bidi = strcmp(what, "bidi") == 0;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(is_words ? UBRK_WORD : UBRK_SENTENCE, "ar", NULL, 0, &status);
  UBiDi *bidi = ubidi_open();
  for (long start = 0; start < length;) {
    char *newline = memchr(bytes + start, '\n', (size_t)(length - start));
    long end = newline ? newline - bytes : length;
    if (end - start > capacity) {
      capacity = 2 * (end - start);
      text = realloc(text, (size_t)capacity * sizeof *text);
      reordered = realloc(reordered, (size_t)capacity * sizeof *reordered);
      back = realloc(back, (size_t)capacity * 3);
    }
    int32_t units = 0;
    u_strFromUTF8(text, (int32_t)capacity, &units, bytes + start, (int32_t)(end - start), &status);
    if (is_bidi) {
      write_visual(bidi, units, &status);
    } else {
      write_pieces(breaks, is_words, units, &status);
    }
    start = end + 1;
  }
  ubrk_close(breaks);
  ubidi_close(bidi);
  return U_FAILURE(status) ? 70 : 0;
}
