#include "cresources.h"

// The compiler has #embed in every mode, and warns in those older than C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "vocalized-words.tsv"
};

cresource cresource_vocalized_words(void) {
  return (cresource){bytes, sizeof bytes};
}
