#include "cresources.h"

// The compiler has #embed in every mode, and warns in those older than C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Its entries are words of four bytes, which are read where they lie.
_Alignas(8) static const unsigned char bytes[] = {
#embed "arabic-word-counts.bin"
};

cresource cresource_arabic_word_counts(void) {
  return (cresource){bytes, sizeof bytes};
}
