import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { pageQuery } from './paging.js';

export const deliveryChannels = ['inbox', 'webhook', 'email'] as const;
export const deliveryChannel = z.enum(deliveryChannels);
export type DeliveryChannel = z.infer<typeof deliveryChannel>;

export const deliveryStates = ['queued', 'sending', 'retrying', 'delivered', 'failed', 'cancelled'] as const;
export const deliveryState = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryState>;

/** What a partner is told about something that it has heard of before, and still owes or waits for. */
export const partnerNoticeKinds = ['reminder', 'cancellation-asked', 'answer'] as const;
export type PartnerNoticeKind = (typeof partnerNoticeKinds)[number];

export const deliveryKind = z.enum(['handoff', 'no-longer-needed', 'release', ...partnerNoticeKinds]);

/** One try. What was sent and what was answered is not kept: only how it went. */
const deliveryAttempt = z.strictObject({
  at: instant,
  outcome: z.string(),
  /** The answer's status, when there was one. */
  status: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  /** For example `timeout`, `http-500`, `private-address`; null when it arrived. */
  error: z.string().nullable(),
  /** When it will be tried again. */
  nextAt: instant.nullable(),
});

export const delivery = z.strictObject({
  id,
  /** Null for the notice of a release. */
  handoffId: id.nullable(),
  releaseId: id.nullable(),
  partnerId,
  kind: deliveryKind,
  channel: deliveryChannel,
  state: deliveryState,
  /** The same over all attempts: receivers recognise a repetition by it (`webhook-id`, `Message-ID`). */
  messageId: z.string(),
  /** Of what went to a partner's system: consecutive for the partner (`throughline-sequence`). Null before the first attempt. */
  sequence: z.number().int().min(1).nullable(),
  attempts: z.array(deliveryAttempt),
  nextAt: instant.nullable(),
  /** Why it failed or was cancelled. */
  reason: z.string().nullable(),
  createdAt: instant,
});
export type Delivery = z.infer<typeof delivery>;

export const deliveryQuery = pageQuery.extend({
  handoff: id.optional(),
  partner: partnerId.optional(),
  state: deliveryState.optional(),
  channel: deliveryChannel.optional(),
  kind: deliveryKind.optional(),
  since: instant.optional(),
  /** What a partner's system was sent after this number, in order: to catch up. The other filters do not count then, but `partner`. */
  after: z.coerce.number().int().min(0).optional(),
});
export type DeliveryQuery = z.infer<typeof deliveryQuery>;

export const resendDeliveries = z.strictObject({
  partner: partnerId,
  since: instant,
  /** Only counts what would be sent again. */
  dryRun: z.boolean().default(false),
});
export type ResendDeliveries = z.infer<typeof resendDeliveries>;
export const resentDeliveries = z.strictObject({ queued: z.number().int() });

const endpointAddress = z.string().min(3).max(2000);
export const registerEndpoint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), url: endpointAddress }),
  z.strictObject({ kind: z.literal('email'), address: z.email().max(200) }),
]);
export type RegisterEndpoint = z.infer<typeof registerEndpoint>;

export const changeEndpoint = z
  .strictObject({ url: endpointAddress.optional(), address: z.email().max(200).optional() })
  .refine(({ url, address }) => (url === undefined) !== (address === undefined), 'either url or address');
export type ChangeEndpoint = z.infer<typeof changeEndpoint>;

export const rotateSecret = z.strictObject({
  /** How long the old secret signs beside the new one. */
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 30)
    .default(24),
});
export type RotateSecret = z.infer<typeof rotateSecret>;

export const endpoint = z.strictObject({
  id,
  partnerId,
  kind: z.enum(['webhook', 'email']),
  /** URL or mail address. */
  address: z.string(),
  state: z.enum(['active', 'paused', 'disabled']),
  /** Why it is disabled. */
  reason: z.string().nullable(),
  /** Never the secrets themselves: until when each of them signs; null is without end. */
  secrets: z.array(z.strictObject({ until: instant.nullable() })),
  health: z.strictObject({
    /** `open`: after failures in a row nothing is sent for a while; `half-open`: the next message is the test. */
    breaker: z.enum(['closed', 'open', 'half-open']),
    failuresInARow: z.number().int(),
    openUntil: instant.nullable(),
    lastDeliveredAt: instant.nullable(),
    lastFailedAt: instant.nullable(),
    lastError: z.string().nullable(),
    pending: z.number().int(),
    failed: z.number().int(),
  }),
  createdAt: instant,
});
export type Endpoint = z.infer<typeof endpoint>;
export const endpoints = z.strictObject({ items: z.array(endpoint) });

/** The only answers that show a secret, once. */
export const endpointWithSecret = endpoint.extend({ secret: z.string().nullable() });
export type EndpointWithSecret = z.infer<typeof endpointWithSecret>;

export const endpointTest = z.strictObject({
  delivered: z.boolean(),
  status: z.number().int().nullable(),
  durationMs: z.number().int(),
  error: z.string().nullable(),
});
export type EndpointTest = z.infer<typeof endpointTest>;

/** `troubled`: it failed several times in a row and is tried again; `broken`: nothing would go out over it. */
const reachedBy = z.array(
  z.strictObject({ channel: deliveryChannel, state: z.enum(['works', 'troubled', 'paused', 'broken']) }),
);
/** Over which channels an organization would get a message of each urgency, and whether they work. No address. */
export const partnerReach = z.strictObject({
  partnerId,
  channels: z.strictObject({ routine: reachedBy, urgent: reachedBy, 'same-day': reachedBy, emergency: reachedBy }),
});
export type PartnerReach = z.infer<typeof partnerReach>;
export const partnerReachList = z.strictObject({ items: z.array(partnerReach) });
const mostAtOnce = 40;
/** Ids with commas between. */
export const partnerReachQuery = z.strictObject({
  partners: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(partnerId).min(1).max(mostAtOnce)),
});
export type PartnerReachQuery = z.output<typeof partnerReachQuery>;

/** What `DELETE` did with what was still on its way: it failed, and a person hears of it. */
export const endpointQuery = z.strictObject({ force: z.stringbool().default(false) });
export type EndpointQuery = z.infer<typeof endpointQuery>;

/** A mail that the embedded start keeps instead of sending it. */
export const capturedMail = z.strictObject({
  id,
  at: instant,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
});
export type CapturedMail = z.infer<typeof capturedMail>;
export const capturedMailQuery = z.strictObject({ to: z.string().max(200).optional() });
export const capturedMails = z.strictObject({ items: z.array(capturedMail) });
