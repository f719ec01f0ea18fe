import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole, urgency } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';

/** The way of a request to a partner, from the first choice to the outcome that somebody has read. */
export const referralStates = [
  'draft',
  'sent',
  'undeliverable',
  'received',
  'info-requested',
  'accepted',
  'waitlisted',
  'scheduled',
  'no-show',
  'appointment-cancelled',
  'interim',
  'on-hold',
  'cancel-requested',
  'cancelled',
  'declined',
  'failed',
  'completed',
  'closed-confirmed',
  'entered-in-error',
] as const;
export const referralState = z.enum(referralStates);
export type ReferralState = z.infer<typeof referralState>;

/** What people can do to a referral, each by `POST /api/referrals/{id}/{event}`. */
export const referralEvents = [
  'receive',
  'accept',
  'decline',
  'request-information',
  'answer',
  'wait-list',
  'book',
  'rebook',
  'miss',
  'cancel-visit',
  'start',
  'report',
  'hold',
  'resume',
  'complete',
  'fail',
  'confirm',
  'cancel',
  'confirm-cancellation',
  'reopen',
  'transfer',
  'enter-in-error',
] as const;
export type ReferralEvent = (typeof referralEvents)[number];

/** How far a referral has come, each including those after it. */
export const referralStages = ['sent', 'received', 'accepted', 'visited', 'reported', 'closed'] as const;
export const referralStage = z.enum(referralStages);
export type ReferralStage = z.infer<typeof referralStage>;

export const waitingOns = ['us', 'partner', 'payer', 'patient', 'nobody'] as const;
export const waitingOn = z.enum(waitingOns);
export type WaitingOn = z.infer<typeof waitingOn>;

export const declineFamilies = ['capacity', 'scope', 'information', 'patient', 'clinical'] as const;
export type DeclineFamily = (typeof declineFamilies)[number];

/** The second level of a decline: what exactly, within its family. */
export const declineCodes = {
  capacity: ['full', 'no-slot-in-window'],
  scope: ['outside-scope', 'age', 'payer', 'distance'],
  information: ['missing-imaging', 'missing-authorization', 'missing-history'],
  patient: ['declined', 'unreachable', 'moved'],
  clinical: ['contraindicated', 'unstable', 'red-flag'],
} as const satisfies Record<DeclineFamily, readonly string[]>;
const declineCode = z.enum(declineFamilies.flatMap((family) => declineCodes[family]));

/** Parts of a packet that a partner can find missing. */
export const packetParts = [
  'history',
  'imaging',
  'operative-notes',
  'medication-trials',
  'goals',
  'authorization',
  'other',
] as const;
const packetPart = z.enum(packetParts);

export const holdCauses = ['plan', 'patient', 'payer', 'partner'] as const;

const text = z.string().min(1).max(2000);

const missingPart = z.strictObject({
  part: packetPart,
  /** What for, or, for `other`, what. */
  why: z.string().min(1).max(500),
});

/** One line of what a partner asked for, and how it was answered. */
const informationItem = missingPart.extend({
  askedAt: instant,
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
});
export type InformationItem = z.infer<typeof informationItem>;

/** Who did something, and when. */
const act = z.strictObject({ at: instant, by: z.string().nullable() });
export type ReferralAct = z.infer<typeof act>;

const clock = z.strictObject({
  name: z.string(),
  dueAt: instant,
  /** The zone and the organization whose business days were counted. */
  timeZone: z.string(),
  calendar: z.string(),
});

export const referral = z.strictObject({
  id,
  planId: id,
  patientId: id,
  memberId: id,
  role: partnerRole,
  partnerId,
  /** The handoff that asked for the first time; null while it is a draft. */
  handoffId: id.nullable(),
  state: referralState,
  /** Who has to move next: exactly one, computed. */
  waitingOn,
  /** Events this reader may send now: the same table that refuses the others. */
  allowed: z.array(z.string()),
  /** What is due next and by when; null when nothing runs. */
  clock: clock.nullable(),
  sentAt: instant,
  changedAt: instant,
  note: z.string().nullable(),
  /** Three facts, three actors. A delivery is a machine's proof, a receipt and an acceptance are people's words. */
  delivered: act.nullable(),
  received: act.nullable(),
  accepted: act.nullable(),
  family: z.enum(declineFamilies).nullable(),
  code: z.string().nullable(),
  missing: z.array(informationItem),
  appointmentAt: instant.nullable(),
  /** The appointment of scheduling that this referral follows, and whether the patient has confirmed it. */
  appointmentId: id.nullable(),
  appointmentConfirmed: z.boolean().nullable(),
  reviewOn: z.iso.date().nullable(),
  visits: z.number().int().nullable(),
  /** The clinic has read the outcome. */
  confirmed: act.nullable(),
  /** The request that this one took over from, and the one that took over from it. */
  followsId: id.nullable(),
  followedById: id.nullable(),
});
export type Referral = z.infer<typeof referral>;

const step = z.strictObject({
  at: instant,
  event: z.string(),
  before: referralState.nullable(),
  state: referralState,
  note: z.string().nullable(),
  /** Null when a clock or another service did it. */
  by: z.string().nullable(),
});
export const referralDetail = referral.extend({ history: z.array(step) });
export type ReferralDetail = z.infer<typeof referralDetail>;

export const referralQuery = pageQuery.extend({
  state: referralState.optional(),
  role: partnerRole.optional(),
  partner: partnerId.optional(),
  patient: id.optional(),
  plan: id.optional(),
  /** The request that this handoff belongs to. */
  handoff: id.optional(),
});
export type ReferralQuery = z.infer<typeof referralQuery>;

/** What comes with an event; which of it, the table of states says. */
export const referralMove = z.strictObject({
  reason: z.string().min(1).max(500).optional(),
  family: z.enum(declineFamilies).optional(),
  code: declineCode.optional(),
  outcome: text.optional(),
  missing: z.array(missingPart).min(1).max(20).optional(),
  answers: z
    .array(z.strictObject({ part: packetPart, answer: text }))
    .min(1)
    .max(20)
    .optional(),
  /** When a visit takes, or took, place. */
  startsAt: instant.optional(),
  /** The day on which somebody looks again. */
  reviewOn: z.iso.date().optional(),
  /** What a pause waits for. */
  cause: z.enum(holdCauses).optional(),
  text: text.optional(),
  visits: z.number().int().min(0).max(500).optional(),
  nextReportOn: z.iso.date().optional(),
  partnerId: partnerId.optional(),
});
export type ReferralMove = z.infer<typeof referralMove>;

/** A median says how many it was counted from; from fewer than five there is none. */
const turnaroundMeasure = z.strictObject({
  n: z.number().int(),
  medianBusinessDays: z.number().nullable(),
  note: z.string().nullable(),
});
export const partnerTurnaround = z.strictObject({
  partnerId,
  /** From the request to the answer, from the answer to the first appointment, from the visit to the outcome. */
  answer: turnaroundMeasure,
  appointment: turnaroundMeasure,
  report: turnaroundMeasure,
});
export type PartnerTurnaround = z.infer<typeof partnerTurnaround>;
export const turnaroundQuery = z.strictObject({ partner: partnerId });

export const referralAlternative = z.strictObject({
  partnerId,
  name: z.string(),
  capacity: z.enum(['open', 'waitlist', 'closed', 'unknown']),
  waitWeeks: z.number().int().nullable(),
  answer: turnaroundMeasure,
});
export type ReferralAlternative = z.infer<typeof referralAlternative>;
export const referralAlternatives = z.strictObject({ items: z.array(referralAlternative) });

export const serviceLevelDuration = z
  .string()
  .regex(/^(?:[1-9]\d?bd|0bd|sd|[1-9]\d?h)$/, 'business days (2bd), the same day (sd) or hours by the clock (1h)');

/** What was agreed with one partner instead of the general service level. A new word for the same clock is a new version. */
export const partnerServiceLevel = z.strictObject({
  partnerId,
  clock: z.string(),
  within: z.partialRecord(urgency, serviceLevelDuration),
  reason: z.string(),
  version: z.number().int().min(1),
  setAt: instant,
  by: z.string(),
});
export type PartnerServiceLevel = z.infer<typeof partnerServiceLevel>;
export const partnerServiceLevels = z.strictObject({ items: z.array(partnerServiceLevel) });
export const putServiceLevel = partnerServiceLevel.pick({ within: true }).extend({
  reason: z.string().min(1).max(500),
});
export type PutServiceLevel = z.infer<typeof putServiceLevel>;
