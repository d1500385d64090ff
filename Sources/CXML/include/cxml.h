/// A C face of libxml2's XML parser without libxml2's headers.
///
/// It is a pull reader: feed it the document piece by piece, take the events of what was fed.  It
/// stands on libxml2's push parser and not on `xmlTextReader`, which parses ahead of the node it
/// shows and so cannot say in which column that node begins, and which builds a tree on the way.
///
/// What it never does: open a file or a connection, read an external DTD, give an element what the
/// internal one has as its attributes' defaults, expand an entity.  A document that declares an entity, or refers to one but the five that XML has, is refused, and so
/// is one nested deeper than `CXML_MAX_DEPTH`.  libxml2's own limits hold too: 10 MB for a text or an
/// attribute's value, 50 kB for a name.
///
/// All text is UTF-8, whatever the document's encoding, with line ends as LF.  A reader is for one
/// thread at a time.

#ifndef CXML_H
#define CXML_H

#include <stdint.h>

/// The deepest nesting of elements.
enum { CXML_MAX_DEPTH = 200 };

/// The bytes of a failure's message at most, its terminating NUL included.
enum { CXML_MESSAGE_SIZE = 256 };

/// What `cxml_next` found.
enum {
  /// Nothing more in what was fed.
  CXML_NOTHING = 0,
  /// The start of an element, `<a>` or `<a/>`.
  CXML_START = 1,
  /// The end of an element, also of `<a/>`.
  CXML_END = 2,
  /// A piece of an element's text; CDATA and character references are text.
  CXML_TEXT = 3,
  /// The document is wrong; nothing comes after this.
  CXML_FAILURE = 4,
};

/// Why a document is wrong.
enum {
  /// Not well-formed, by libxml2's message.
  CXML_MALFORMED = 0,
  /// It ends before its root element does.
  CXML_TRUNCATED = 1,
  /// It declares an entity or refers to one.
  CXML_ENTITY = 2,
  CXML_TOO_DEEP = 3,
  CXML_NO_MEMORY = 4,
};

/// Text that its reader keeps.
typedef struct {
  const uint8_t *_Nullable bytes;
  int64_t length;
} cxml_text;

/// An element's or an attribute's name.
typedef struct {
  cxml_text local;
  /// The namespace, without bytes where there is none.
  cxml_text space;
} cxml_name;

/// An event; its text is valid until the next call to the reader.
typedef struct {
  int32_t kind;
  /// Where an element's start tag begins or a failure was seen, from 1; 0 where that is unknown.
  int32_t line;
  /// In characters, from 1.
  int32_t column;
  /// Of a failure.
  int32_t reason;
  /// Of an element.
  cxml_name name;
  /// An element's text, or a failure's message.
  cxml_text text;
  /// Of the start of an element.
  int32_t attribute_count;
} cxml_event;

typedef struct {
  cxml_name name;
  cxml_text value;
} cxml_attribute;

typedef struct cxml_reader cxml_reader;

/// Opens a reader; NULL where there is no memory.
cxml_reader *_Nullable cxml_open(void);

void cxml_close(cxml_reader *_Nonnull reader);

/// Parses the next piece of the document, of any length; the last may be empty.
///
/// The events of the piece before must have been taken.
void cxml_feed(
    cxml_reader *_Nonnull reader, const uint8_t *_Nullable bytes, int32_t length, _Bool is_last);

/// Takes the next event.
void cxml_next(cxml_reader *_Nonnull reader, cxml_event *_Nonnull event);

/// The attribute at an index of the element start that was taken last.
cxml_attribute cxml_attribute_at(const cxml_reader *_Nonnull reader, int32_t index);

#endif
