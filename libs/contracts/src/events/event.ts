import { z } from 'zod';

export const topics = [
  'throughline.plan.v1',
  'throughline.patient.v1',
  'throughline.referral.v1',
  'throughline.appointment.v1',
  'throughline.therapy.v1',
  'throughline.behavioral-health.v1',
  'throughline.partner.v1',
  'throughline.delivery.v1',
] as const;
export type Topic = (typeof topics)[number];

/**
 * One kind of event. Its schema may only be extended (new optional fields);
 * a breaking change is a new version, and so a new type.
 */
export interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  /** For example `plan.published`. */
  readonly name: string;
  readonly version: number;
  /** CloudEvents type, for example `org.throughline.plan.published.v1`. */
  readonly type: string;
  readonly topic: Topic;
  readonly description: string;
  readonly data: Data;
  /** What a service hands to the outbox. `subject` is the ordering key: the patient id, for the directory the partner id. */
  of(event: { subject: string; time: Date; data: z.input<Data> }): OutgoingEvent<Data>;
}

export interface OutgoingEvent<Data extends z.ZodType = z.ZodType> {
  readonly definition: EventDefinition<Data>;
  readonly subject: string;
  readonly time: Date;
  readonly data: z.input<Data>;
}

export type EventData<Definition> = Definition extends EventDefinition<infer Data> ? z.output<Data> : never;

/** CloudEvents 1.0, JSON format, as it stands in Kafka. `traceparent` is the W3C trace context extension. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});
export interface CloudEvent<Data = unknown> {
  specversion: '1.0';
  /** Unique per event: receivers recognise repetitions by it. */
  id: string;
  source: string;
  type: string;
  /** The ordering key. */
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  traceparent?: string;
  data: Data;
}

export function defineEvent<Data extends z.ZodType>(definition: {
  name: string;
  version?: number;
  topic: Topic;
  description: string;
  data: Data;
}): EventDefinition<Data> {
  const version = definition.version ?? 1;
  const defined: EventDefinition<Data> = {
    ...definition,
    version,
    type: `org.throughline.${definition.name}.v${version}`,
    of: (event) => ({ definition: defined, ...event }),
  };
  return defined;
}
