/* Sentences of a UTF-8 file, one a line, by ICU alone: the least that `dragoman segment` must do.
   usage: icu-baseline FILE > OUTPUT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

int main(int count, char **arguments) {
  long length = 0;
  char *bytes = count == 2 ? read_file(arguments[1], &length) : NULL;
  if (!bytes) return 66;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, "ar", NULL, 0, &status);
  UChar *text = NULL;
  char *back = NULL;
  long capacity = 0;
  for (long start = 0; start < length;) {
    char *newline = memchr(bytes + start, '\n', (size_t)(length - start));
    long end = newline ? newline - bytes : length;
    if (end - start > capacity) {
      capacity = 2 * (end - start);
      text = realloc(text, (size_t)capacity * sizeof *text);
      back = realloc(back, (size_t)capacity * 3);
    }
    int32_t units = 0;
    u_strFromUTF8(text, (int32_t)capacity, &units, bytes + start, (int32_t)(end - start), &status);
    ubrk_setText(breaks, text, units, &status);
    int32_t from = 0;
    for (int32_t to = ubrk_next(breaks); to != UBRK_DONE; to = ubrk_next(breaks)) {
      int32_t size = 0;
      u_strToUTF8(back, (int32_t)capacity * 3, &size, text + from, to - from, &status);
      fwrite(back, 1, (size_t)size, stdout);
      putchar('\n');
      from = to;
    }
    start = end + 1;
  }
  ubrk_close(breaks);
  return U_FAILURE(status) ? 70 : 0;
}
