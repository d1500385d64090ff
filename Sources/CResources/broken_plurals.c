#include "cresources.h"

// The compiler has #embed in every mode, and warns in those older than C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "broken-plurals.tsv"
};

cresource cresource_broken_plurals(void) {
  return (cresource){bytes, sizeof bytes};
}
