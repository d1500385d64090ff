/// Data files that are linked into the program, so that it needs none beside it.
///
/// Each lies in the read-only part of the program file, which the system maps into memory and reads
/// page by page as it is used; none is copied or parsed at start.
///
/// Every file has a licence of its own, named in the README of this folder.

#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

/// Bytes that are there as long as the program runs.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} cresource;

/// `broken-plurals.tsv`: singular, tab, broken plurals parted by `|`; lines with `#` are comments.
cresource cresource_broken_plurals(void);

/// `arabic-word-counts.bin`: how often Arabic words are written; `build-word-counts.py` has the
/// layout. Aligned to 8 bytes.
cresource cresource_arabic_word_counts(void);

/// `bilingual-words.tsv`: Arabic words parted by `|`, tab, their English renderings likewise; lines
/// with `#` are comments.
cresource cresource_bilingual_words(void);

/// `aligner-weights-meaning.tsv`: a feature of a bead, tab, its weight in the score, for texts whose
/// sentences have vectors; written by `dragoman-train align`.
cresource cresource_aligner_weights_meaning(void);

/// `aligner-weights-lexical.tsv`: the same for texts without vectors.
cresource cresource_aligner_weights_lexical(void);

/// `names-model.bin`: how Arabic names are written in Latin letters; `Sources/Names/Model` reads it,
/// `dragoman-train names` makes it. Aligned to 8 bytes.
cresource cresource_names_model(void);

/// `name-weights.tsv`: a thing that speaks for a spelling, tab, its weight for each kind of name;
/// written by `dragoman-train names`.
cresource cresource_name_weights(void);

/// `vocalized-words.tsv`: a word with its vowels, tab, its kind, and, where it is not spelled so, tab
/// and its spelling; lines with `#` are comments.
cresource cresource_vocalized_words(void);

#endif
