import { z } from 'zod';
import { id, instant, partnerAsk, partnerId, version } from '../events/shared.js';
import { planChange } from '../plan/change.js';
import { ask } from '../plan/impact.js';
import { planSlice } from '../plan/plan-document.js';
import { deskRole, partnerRole, urgency } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';
import { ageBand, blocker, chase, contest, handoffPacket, handoffStatus, lane, yes } from './worklist.js';

/** Name and record number; for partners part of the identity slice. */
const patientInLists = z.strictObject({ name: z.string(), recordNumber: z.string(), birthDate: z.string() });

/** A row of the worklist. */
export const handoffSummary = z.strictObject({
  id,
  planId: id,
  patientId: id,
  patient: patientInLists,
  role: partnerRole,
  memberId: id.nullable(),
  partnerId: partnerId.nullable(),
  /** Null where nobody holds the role. */
  partnerName: z.string().nullable(),
  /** In which its hours and dues are counted. */
  partnerTimeZone: z.string().nullable(),
  status: handoffStatus,
  fromVersion: version,
  contentVersion: version,
  throughVersion: version,
  urgency,
  dueAt: instant,
  overdue: z.boolean(),
  issuedAt: instant,
  ruleIds: z.array(z.string()),
  /** The first ask's reason: what the row is about. */
  headline: z.string(),
  supersededBy: id.nullable(),
  owner: z.string().nullable(),
  pool: z.string().nullable(),
  waitingOn: lane,
  contested: z.boolean(),
  /** How many published versions that concern it the partner has not acknowledged. */
  behind: z.number().int(),
  /** Since when it stands where it stands, in the recipient's business days, and how much of its time is used. Null once it has ended. */
  age: z
    .strictObject({ since: instant, businessDays: z.number().int(), usedPercent: z.number().int(), band: ageBand })
    .nullable(),
  /** Three facts, three times: it reached the channel, a person opened it, somebody stated the version. */
  deliveredAt: instant.nullable(),
  openedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  /** The person who stated it, or the system in whose name. */
  acknowledgedBy: z.string().nullable(),
  /** A system acknowledged, no person. */
  acknowledgedByMachine: z.boolean(),
  undeliverableSince: instant.nullable(),
  blocker: blocker.nullable(),
  chase: chase.nullable(),
  labels: z.array(z.string()),
  lastActivityAt: instant,
});
export type HandoffSummary = z.infer<typeof handoffSummary>;

export const handoffHistoryEntry = z.strictObject({ at: instant, text: z.string(), by: z.string().nullable() });

const acknowledgement = z.strictObject({
  version,
  kind: z.enum(['acknowledged', 'acknowledged-with-concern']),
  concern: z.string().nullable(),
  onBehalf: z.boolean(),
  /** A machine said so: nobody has read it for that. */
  byMachine: z.boolean().optional(),
  by: z.string(),
  at: instant,
});

/** As the addressed partner sees it: its asks and its slice, nothing that points outside. */
export const partnerHandoff = handoffSummary.extend({
  asks: z.array(partnerAsk),
  /** Stands on the printed page: typed back, it acknowledges this version (`POST /api/handoffs/replies`). */
  replyCode: z.string(),
  slice: planSlice,
  acknowledgement: acknowledgement.nullable(),
  contest: contest.nullable(),
  history: z.array(handoffHistoryEntry),
});
export type PartnerHandoff = z.infer<typeof partnerHandoff>;

/** As coordinators and physicians see it. */
export const clinicHandoff = partnerHandoff.extend({
  asks: z.array(ask),
  /** Net changes behind the asks. */
  changes: z.array(planChange),
  rulesetVersion: z.string(),
  packet: handoffPacket,
  notes: z.array(z.strictObject({ at: instant, by: z.string(), text: z.string() })),
});
export type ClinicHandoff = z.infer<typeof clinicHandoff>;

export const acknowledgeHandoff = z.strictObject({
  version: version.min(1),
  kind: z.enum(['acknowledged', 'acknowledged-with-concern']).default('acknowledged'),
  note: z.string().min(1).max(1000).optional(),
});
export type AcknowledgeHandoff = z.infer<typeof acknowledgeHandoff>;

/** A printed page that came back. */
export const answerOnPaper = z.strictObject({
  /** Twelve signs, for example `3F2B-8F0E-64A1`. */
  code: z.string().min(1).max(40),
  kind: z.enum(['acknowledged', 'acknowledged-with-concern']).default('acknowledged'),
  note: z.string().min(1).max(800).optional(),
  /** Whose name stands under it. */
  signedBy: z.string().min(1).max(100).optional(),
});
export type AnswerOnPaper = z.infer<typeof answerOnPaper>;

export const assignHandoff = z.strictObject({ partnerId });
export const noteHandoff = z.strictObject({ text: z.string().min(1).max(2000) });

/** A plateau is answered by one of these, and by nothing else. */
export const plateauDecisions = ['new-version', 'continue', 'refer'] as const;

/** Most work is simply done. A plateau wants a decision: a version that is in force, or why the plan goes on, or who is asked. */
export const finishWorkItem = z.strictObject({
  decision: z.enum(plateauDecisions).optional(),
  reason: z.string().min(1).max(1000).optional(),
});
export type FinishWorkItem = z.infer<typeof finishWorkItem>;

/** What somebody at a desk can do to a work item. */
export const workItemActs = ['take', 'done', 'delegate', 'postpone'] as const;
export type WorkItemAct = (typeof workItemActs)[number];

export const delegateWorkItem = z.strictObject({ note: z.string().min(1).max(1000).optional() });
export type DelegateWorkItem = z.infer<typeof delegateWorkItem>;

/** Null: look at it now after all. */
export const postponeWorkItem = z.strictObject({ until: z.iso.date().nullable() });
export type PostponeWorkItem = z.infer<typeof postponeWorkItem>;

export const workItem = z.strictObject({
  id,
  planId: id,
  patientId: id,
  /** Null while the news of who this is has not come. */
  patient: patientInLists.nullable(),
  desk: deskRole,
  planVersion: version,
  ask,
  status: z.enum(['open', 'done', 'no-longer-needed']),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Who said: I look after this. */
  taken: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** How often an emergency rang before somebody took it. */
  alarms: z.number().int(),
  /** Not looked at before this day at the clinic. */
  laterUntil: z.iso.date().nullable(),
  /** A physician handed it over. */
  delegated: z.strictObject({ by: z.string(), at: instant, note: z.string().nullable() }).nullable(),
  /** What this reader may do now: the same rules that refuse the rest. */
  allowed: z.array(z.enum(workItemActs)),
  /** How a plateau was answered; null for other work and while it is open. */
  decision: z.strictObject({ decision: z.enum(plateauDecisions), reason: z.string().nullable() }).nullable(),
});
export type WorkItem = z.infer<typeof workItem>;

export const workItemQuery = pageQuery.extend({
  desk: deskRole.optional(),
  patient: id.optional(),
  plan: id.optional(),
  status: z.enum(['open', 'done', 'no-longer-needed']).optional(),
  urgency: urgency.optional(),
  /** Whether somebody has said: I look after this. */
  taken: yes.optional(),
});
export type WorkItemQuery = z.infer<typeof workItemQuery>;
