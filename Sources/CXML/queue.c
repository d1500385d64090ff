#include "queue.h"

#include <stdlib.h>
#include <string.h>

void cxml_queue_clear(cxml_queue *queue) {
  queue->stored = 0;
  queue->event_count = 0;
  queue->attribute_count = 0;
  queue->next = 0;
}

void cxml_queue_free(cxml_queue *queue) {
  free(queue->store);
  free(queue->events);
  free(queue->attributes);
  *queue = (cxml_queue){0};
}

/// Makes room for one more element of an array; NULL, and the array as it was, without memory.
static void *grown(void *array, int32_t count, int32_t *room, size_t size) {
  if (count < *room) {
    return array;
  }
  const int32_t wanted = *room < 16 ? 16 : *room > INT32_MAX / 2 ? INT32_MAX : *room * 2;
  if (count >= wanted) {
    return NULL;
  }
  void *moved = realloc(array, (size_t)wanted * size);
  if (moved != NULL) {
    *room = wanted;
  }
  return moved;
}

cxml_queued_event *cxml_queue_event(cxml_queue *queue, int32_t kind) {
  cxml_queued_event *events =
      grown(queue->events, queue->event_count, &queue->event_room, sizeof(*events));
  if (events == NULL) {
    return NULL;
  }
  queue->events = events;
  cxml_queued_event *added = &events[queue->event_count++];
  *added = (cxml_queued_event){
      .kind = kind, .first_attribute = queue->attribute_count, .text.start = queue->stored};
  return added;
}

cxml_queued_attribute *cxml_queue_attribute(cxml_queue *queue) {
  if (queue->event_count == 0) {
    return NULL;
  }
  cxml_queued_attribute *attributes = grown(
      queue->attributes, queue->attribute_count, &queue->attribute_room, sizeof(*attributes));
  if (attributes == NULL) {
    return NULL;
  }
  queue->attributes = attributes;
  ++queue->events[queue->event_count - 1].attribute_count;
  cxml_queued_attribute *added = &attributes[queue->attribute_count++];
  *added = (cxml_queued_attribute){.value.start = queue->stored};
  return added;
}

_Bool cxml_queue_store(cxml_queue *queue, const xmlChar *bytes, int64_t length) {
  if (queue->store_room - queue->stored < length) {
    const int64_t wanted = (queue->stored + length) * 2;
    xmlChar *moved = realloc(queue->store, (size_t)wanted);
    if (moved == NULL) {
      return 0;
    }
    queue->store = moved;
    queue->store_room = wanted;
  }
  if (length > 0) {
    memcpy(queue->store + queue->stored, bytes, (size_t)length);
  }
  queue->stored += length;
  return 1;
}
