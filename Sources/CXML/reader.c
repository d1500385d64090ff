#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cxml.h"
#include "queue.h"

/// The bytes that are searched backwards for the line's beginning; libxml2's own column, which is
/// a little off after CDATA, does for longer lines.
enum { MAX_LINE_SEARCH = 1024 };

struct cxml_reader {
  xmlParserCtxtPtr parser;
  cxml_queue queue;
  /// The attributes of the event taken last.
  int32_t first_attribute;
  int32_t depth;
  _Bool has_root;
  _Bool has_failed;
  int32_t reason;
  int32_t line;
  int32_t column;
  char message[CXML_MESSAGE_SIZE];
};

static const char too_early[] = "the document ends too early";

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialise(void) { xmlInitParser(); }

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

static void ignore_error(void *context, error_pointer error) { (void)context, (void)error; }

static void ignore_message(void *context, const char *message, ...) {
  (void)context, (void)message;
}

// MARK: Places and failures

/// Finds the line and the column of a place not behind the parser's own.
static void locate(
    xmlParserCtxtPtr parser, const xmlChar *place, int32_t *line, int32_t *column) {
  const xmlParserInput *input = parser->input;
  *line = 0;
  *column = 0;
  if (input == NULL || input->base == NULL || place < input->base || place > input->cur) {
    return;
  }
  *line = input->line;
  int32_t ahead = 0;
  for (const xmlChar *at = place; at < input->cur; ++at) {
    *line -= *at == '\n';
    ahead += (*at & 0xc0) != 0x80;
  }
  const xmlChar *limit =
      place - input->base > MAX_LINE_SEARCH ? place - MAX_LINE_SEARCH : input->base;
  int32_t before = 1;
  for (const xmlChar *at = place; at > limit; --at) {
    if (at[-1] == '\n') {
      *column = before;
      return;
    }
    before += (at[-1] & 0xc0) != 0x80;
  }
  // The first line, or a long one.
  *column = input->col > ahead ? input->col - ahead : before;
}

/// Keeps the first failure only: what follows it is mostly its consequence.
static void fail(cxml_reader *reader, int32_t reason, const char *message) {
  if (reader->has_failed) {
    return;
  }
  reader->has_failed = 1;
  reader->reason = reason;
  size_t length = 0;
  while (length + 1 < CXML_MESSAGE_SIZE && message[length] != '\0' && message[length] != '\n') {
    ++length;
  }
  // A message that is too long is cut before a character, not inside one.
  while (length > 0 && ((uint8_t)message[length] & 0xc0) == 0x80) {
    --length;
  }
  memcpy(reader->message, message, length);
  reader->message[length] = '\0';
  const xmlParserInput *input = reader->parser->input;
  if (input != NULL) {
    locate(reader->parser, input->cur, &reader->line, &reader->column);
  }
}

/// Fails and has libxml2 parse no further, as only a handler of a document's part may ask.
static void stop(cxml_reader *reader, int32_t reason, const char *message) {
  fail(reader, reason, message);
  xmlStopParser(reader->parser);
}

static void stop_without_memory(cxml_reader *reader) {
  stop(reader, CXML_NO_MEMORY, "out of memory");
}

static void on_error(void *context, error_pointer error) {
  const xmlParserCtxtPtr parser = context;
  cxml_reader *reader = parser->_private;
  // An undeclared entity counts as a warning where a DTD might declare it, and reads as nothing.
  const _Bool is_entity =
      error->code == XML_WAR_UNDECLARED_ENTITY || error->code == XML_ERR_UNDECLARED_ENTITY;
  if (error->level < XML_ERR_ERROR && !is_entity) {
    return;
  }
  const char *message = error->message == NULL ? "" : error->message;
  int32_t reason = CXML_MALFORMED;
  if (is_entity) {
    reason = CXML_ENTITY;
  } else if (error->code == XML_ERR_NO_MEMORY) {
    reason = CXML_NO_MEMORY;
  } else if (error->code == XML_ERR_DOCUMENT_END && !(reader->has_root && reader->depth == 0)) {
    // libxml2 has one code and one message for too much and too little.
    reason = CXML_TRUNCATED;
    message = too_early;
  } else if (error->code == XML_ERR_DOCUMENT_EMPTY) {
    // libxml2 calls any text empty that no tag begins.
    message = "no XML: '<' was expected";
  }
  fail(reader, reason, message);
}

// MARK: libxml2's handlers

/// Adds an attribute, in whose value libxml2 leaves `&` as `&#38;` and any entity as it is.
static _Bool add_attribute(cxml_reader *reader, const xmlChar **fields) {
  static const char ampersand[] = "&#38;";
  const int64_t length = (int64_t)sizeof(ampersand) - 1;
  cxml_queue *queue = &reader->queue;
  cxml_queued_attribute *added = cxml_queue_attribute(queue);
  _Bool has_memory = added != NULL;
  if (has_memory) {
    added->local = fields[0];
    added->space = fields[2];
  }
  const xmlChar *value = fields[3];
  const xmlChar *end = fields[4];
  while (has_memory && value < end) {
    const xmlChar *mark = memchr(value, '&', (size_t)(end - value));
    if (mark == NULL) {
      has_memory = cxml_queue_store(queue, value, end - value);
      break;
    }
    if (end - mark < length || memcmp(mark, ampersand, (size_t)length) != 0) {
      stop(reader, CXML_ENTITY, "an attribute refers to an entity");
      return 0;
    }
    has_memory = cxml_queue_store(queue, value, mark - value + 1);
    value = mark + length;
  }
  if (!has_memory) {
    stop_without_memory(reader);
    return 0;
  }
  added->value.length = queue->stored - added->value.start;
  return 1;
}

static void on_start(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
    int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
    const xmlChar **values) {
  (void)prefix, (void)namespace_count, (void)namespaces;
  const xmlParserCtxtPtr parser = context;
  cxml_reader *reader = parser->_private;
  if (reader->has_failed) {
    return;
  }
  reader->has_root = 1;
  if (++reader->depth > CXML_MAX_DEPTH) {
    return stop(reader, CXML_TOO_DEEP, "elements nest too deep");
  }
  cxml_queued_event *start = cxml_queue_event(&reader->queue, CXML_START);
  if (start == NULL) {
    return stop_without_memory(reader);
  }
  start->local = local;
  start->space = space;
  // A tag has no `<` but its first character.
  const xmlParserInput *input = parser->input;
  const xmlChar *tag = input->cur;
  while (tag > input->base && *tag != '<') {
    --tag;
  }
  locate(parser, tag, &start->line, &start->column);
  // A DTD's defaults come last; one long value given to many elements is a bomb as an entity is.
  for (int i = 0; i < attribute_count - defaulted_count; ++i) {
    // Five pointers an attribute: local name, prefix, namespace, value, the value's end.
    if (!add_attribute(reader, values + (size_t)i * 5)) {
      return;
    }
  }
}

static void on_end(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix;
  cxml_reader *reader = ((xmlParserCtxtPtr)context)->_private;
  if (reader->has_failed) {
    return;
  }
  --reader->depth;
  cxml_queued_event *end = cxml_queue_event(&reader->queue, CXML_END);
  if (end == NULL) {
    return stop_without_memory(reader);
  }
  end->local = local;
  end->space = space;
}

static void on_text(void *context, const xmlChar *text, int length) {
  cxml_reader *reader = ((xmlParserCtxtPtr)context)->_private;
  if (reader->has_failed) {
    return;
  }
  // libxml2 gives a text in many pieces; those of one event lie together in the store.
  cxml_queue *queue = &reader->queue;
  cxml_queued_event *last =
      queue->event_count > 0 ? &queue->events[queue->event_count - 1] : NULL;
  if (last == NULL || last->kind != CXML_TEXT) {
    last = cxml_queue_event(queue, CXML_TEXT);
  }
  if (last == NULL || !cxml_queue_store(queue, text, length)) {
    return stop_without_memory(reader);
  }
  last->text.length += length;
}

static void on_reference(void *context, const xmlChar *name) {
  (void)name;
  stop(((xmlParserCtxtPtr)context)->_private, CXML_ENTITY, "an entity is referred to");
}

static void on_entity(
    void *context, const xmlChar *name, int type, const xmlChar *public_id,
    const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(((xmlParserCtxtPtr)context)->_private, CXML_ENTITY, "an entity is declared");
}

// MARK: The reader

cxml_reader *cxml_open(void) {
  pthread_once(&once, initialise);
  cxml_reader *reader = calloc(1, sizeof(cxml_reader));
  if (reader == NULL) {
    return NULL;
  }
  xmlSAXHandler handler = {
      .initialized = XML_SAX2_MAGIC,
      .startElementNs = on_start,
      .endElementNs = on_end,
      .characters = on_text,
      .ignorableWhitespace = on_text,
      .cdataBlock = on_text,
      .reference = on_reference,
      .entityDecl = on_entity,
      .serror = on_error,
  };
  reader->parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
  if (reader->parser == NULL) {
    free(reader);
    return NULL;
  }
  // The parser is its handlers' context, and this is its field for its owner.
  reader->parser->_private = reader;
  reader->parser->userData = reader->parser;
  xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET);
  return reader;
}

void cxml_close(cxml_reader *reader) {
  // Only a document that declares entities makes libxml2 keep a tree, of those alone.
  if (reader->parser->myDoc != NULL) {
    xmlFreeDoc(reader->parser->myDoc);
    reader->parser->myDoc = NULL;
  }
  xmlFreeParserCtxt(reader->parser);
  cxml_queue_free(&reader->queue);
  free(reader);
}

void cxml_feed(cxml_reader *reader, const uint8_t *bytes, int32_t length, _Bool is_last) {
  if (reader->has_failed) {
    return;
  }
  cxml_queue_clear(&reader->queue);
  // What libxml2 says of no parser, it says to standard error, thread by thread.
  xmlSetStructuredErrorFunc(NULL, ignore_error);
  xmlSetGenericErrorFunc(NULL, ignore_message);
  int code = XML_ERR_OK;
  if (length > 0) {
    code = xmlParseChunk(reader->parser, (const char *)bytes, length, 0);
  }
  if (is_last && !reader->has_failed && code != XML_ERR_INVALID_ENCODING) {
    code = xmlParseChunk(reader->parser, NULL, 0, 1);
  }
  if (code == XML_ERR_INVALID_ENCODING || !reader->parser->wellFormed) {
    // The one fault that no handler hears of.
    fail(reader, CXML_MALFORMED, "bytes that the document's encoding does not have");
  }
  if (is_last && !(reader->has_root && reader->depth == 0)) {
    fail(reader, CXML_TRUNCATED, too_early);
  }
}

static cxml_text text_of(const xmlChar *bytes) {
  return (cxml_text){.bytes = bytes, .length = bytes == NULL ? 0 : xmlStrlen(bytes)};
}

static cxml_text text_in(const cxml_queue *queue, cxml_stretch text) {
  if (text.length == 0) {
    return (cxml_text){0};
  }
  return (cxml_text){.bytes = queue->store + text.start, .length = text.length};
}

void cxml_next(cxml_reader *reader, cxml_event *taken) {
  cxml_queue *queue = &reader->queue;
  *taken = (cxml_event){.kind = CXML_NOTHING};
  if (queue->next < queue->event_count) {
    const cxml_queued_event *next = &queue->events[queue->next++];
    *taken = (cxml_event){
        .kind = next->kind,
        .line = next->line,
        .column = next->column,
        .name = {.local = text_of(next->local), .space = text_of(next->space)},
        .text = text_in(queue, next->text),
        .attribute_count = next->attribute_count,
    };
    reader->first_attribute = next->first_attribute;
  } else if (reader->has_failed) {
    *taken = (cxml_event){
        .kind = CXML_FAILURE,
        .line = reader->line,
        .column = reader->column,
        .reason = reader->reason,
        .text = text_of((const xmlChar *)reader->message),
    };
  }
}

cxml_attribute cxml_attribute_at(const cxml_reader *reader, int32_t index) {
  const int64_t place = (int64_t)reader->first_attribute + index;
  if (index < 0 || place >= reader->queue.attribute_count) {
    return (cxml_attribute){0};
  }
  const cxml_queued_attribute *found = &reader->queue.attributes[place];
  return (cxml_attribute){
      .name = {.local = text_of(found->local), .space = text_of(found->space)},
      .value = text_in(&reader->queue, found->value),
  };
}
