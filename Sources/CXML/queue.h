/// The events a parser has found and its reader has not taken yet.

#ifndef CXML_QUEUE_H
#define CXML_QUEUE_H

#include <libxml/xmlstring.h>
#include <stdint.h>

/// A stretch of the queue's store.
typedef struct {
  int64_t start;
  int64_t length;
} cxml_stretch;

/// Names are libxml2's, whose dictionary holds them as long as the parser lives.
typedef struct {
  const xmlChar *local;
  const xmlChar *space;
  cxml_stretch value;
} cxml_queued_attribute;

typedef struct {
  int32_t kind;
  int32_t line;
  int32_t column;
  const xmlChar *local;
  const xmlChar *space;
  cxml_stretch text;
  int32_t first_attribute;
  int32_t attribute_count;
} cxml_queued_event;

/// All zero is an empty queue without a store.
typedef struct {
  /// Texts and attribute values.
  xmlChar *store;
  int64_t stored;
  int64_t store_room;
  cxml_queued_event *events;
  int32_t event_count;
  int32_t event_room;
  cxml_queued_attribute *attributes;
  int32_t attribute_count;
  int32_t attribute_room;
  /// The event to be taken next.
  int32_t next;
} cxml_queue;

/// Forgets all events and keeps the store for others.
void cxml_queue_clear(cxml_queue *queue);

void cxml_queue_free(cxml_queue *queue);

/// Adds an event of a kind, all else zero; NULL without memory.
cxml_queued_event *cxml_queue_event(cxml_queue *queue, int32_t kind);

/// Adds an attribute with an empty value to the last event; NULL without memory.
cxml_queued_attribute *cxml_queue_attribute(cxml_queue *queue);

/// Copies bytes into the store, behind what is there; 0 without memory.
_Bool cxml_queue_store(cxml_queue *queue, const xmlChar *bytes, int64_t length);

#endif
