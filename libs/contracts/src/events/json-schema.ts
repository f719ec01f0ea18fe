import { z } from 'zod';
import { eventCatalogue } from './catalogue.js';
import type { EventDefinition } from './event.js';
import { topics } from './event.js';

/** JSON Schema (2020-12) of one event's data, as it stands in Kafka. */
export const eventDataSchema = (definition: EventDefinition): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(definition.data, { io: 'output', unrepresentable: 'any' });
  return schema;
};

/** Schema by event type: what the compatibility snapshot holds. */
export const eventSchemas = (): Record<string, Record<string, unknown>> =>
  Object.fromEntries(eventCatalogue.map((definition) => [definition.type, eventDataSchema(definition)]));

/** The AsyncAPI 3 document of everything that goes over Kafka. */
export function asyncApiDocument(): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Throughline events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in JSON. The key of every message is the patient id (for the directory: the partner id); per key, order is kept. Delivery is at least once; a consumer recognises repetitions by `id`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(topics.map((topic) => [channelId(topic), channel(topic)])),
    operations: Object.fromEntries(topics.map((topic) => [`receive-${channelId(topic)}`, operation(topic)])),
    components: {
      messages: Object.fromEntries(eventCatalogue.map((definition) => [definition.type, message(definition)])),
      schemas: Object.fromEntries(eventCatalogue.map((definition) => [definition.type, envelope(definition)])),
    },
  };
}

const channelId = (topic: string): string => topic.replace('throughline.', '').replace('.v1', '');
const ofTopic = (topic: string): EventDefinition[] => eventCatalogue.filter((definition) => definition.topic === topic);

const channel = (topic: string): Record<string, unknown> => ({
  address: topic,
  messages: Object.fromEntries(ofTopic(topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
});

const operation = (topic: string): Record<string, unknown> => ({
  action: 'receive',
  channel: { $ref: `#/channels/${channelId(topic)}` },
  messages: ofTopic(topic).map(({ type }) => ({ $ref: `#/channels/${channelId(topic)}/messages/${type}` })),
});

const message = (definition: EventDefinition): Record<string, unknown> => ({
  name: definition.type,
  title: definition.name,
  summary: definition.description,
  contentType: 'application/cloudevents+json',
  payload: { $ref: `#/components/schemas/${definition.type}` },
});

const envelope = (definition: EventDefinition): Record<string, unknown> => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    source: { type: 'string', description: 'urn:throughline:<service>' },
    type: { const: definition.type },
    subject: { type: 'string', description: 'The ordering key.' },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    traceparent: { type: 'string' },
    data: eventDataSchema(definition),
  },
});
