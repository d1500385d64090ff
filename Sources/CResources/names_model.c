#include "cresources.h"

// The compiler has #embed in every mode, and warns in those older than C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) static const unsigned char model[] = {
#embed "names-model.bin"
};

static const unsigned char weights[] = {
#embed "name-weights.tsv"
};

cresource cresource_names_model(void) { return (cresource){model, sizeof model}; }

cresource cresource_name_weights(void) { return (cresource){weights, sizeof weights}; }
