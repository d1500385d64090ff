#include "cresources.h"

// The compiler has #embed in every mode, and warns in those older than C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char meaning[] = {
#embed "aligner-weights-meaning.tsv"
};

static const unsigned char lexical[] = {
#embed "aligner-weights-lexical.tsv"
};

cresource cresource_aligner_weights_meaning(void) {
  return (cresource){meaning, sizeof meaning};
}

cresource cresource_aligner_weights_lexical(void) {
  return (cresource){lexical, sizeof lexical};
}
