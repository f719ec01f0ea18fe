import { z } from 'zod';
import { id, instant, partnerId } from '../events/shared.js';
import { partnerRole } from '../plan/vocabulary.js';
import { pageQuery } from './paging.js';
import { declineFamilies, referralStage, referralState } from './referral.js';

/** Who has to move next. Exactly one, computed from what is known; nobody ever types it. */
export const lanes = ['us', 'partner', 'payer', 'patient', 'nobody'] as const;
export const lane = z.enum(lanes);
export type Lane = z.infer<typeof lane>;

/** Share of its time that a handoff has used, in the recipient's opening hours: below 50 %, from 50, from 100, from 150 %. */
export const ageBands = ['under-50', 'from-50', 'from-100', 'from-150'] as const;
export const ageBand = z.enum(ageBands);
export type AgeBand = z.infer<typeof ageBand>;

export const handoffStatuses = ['unassigned', 'open', 'acknowledged', 'superseded', 'withdrawn', 'closed'] as const;
export const handoffStatus = z.enum(handoffStatuses);
export type HandoffStatus = z.infer<typeof handoffStatus>;

const personName = z.string().min(1).max(100);
/** A named place where work lies until a person takes it, for example `intake`. */
export const poolName = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits, dashes');
export const label = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} -]{0,38}[\p{L}\p{N}])?$/u, 'letters, digits, blanks and dashes, at most 40');

export const blockerKinds = ['authorization', 'consent', 'no-response', 'patient-unreachable', 'other'] as const;
export const blockerKind = z.enum(blockerKinds);
export type BlockerKind = z.infer<typeof blockerKind>;

/** Why nothing goes on. `byNews`: set and cleared by events, no person can take it away. */
export const blocker = z.strictObject({
  kind: blockerKind,
  note: z.string().nullable(),
  whoCanUnblock: z.string().nullable(),
  since: instant.nullable(),
  by: z.string().nullable(),
  byNews: z.boolean(),
});
export type Blocker = z.infer<typeof blocker>;

export const chase = z.strictObject({
  on: z.iso.date(),
  reason: z.string().nullable(),
  /** Off the list until its day has come. */
  asleep: z.boolean(),
});

export const snoozeHandoff = z.strictObject({
  /** Null: no chase date any more. */
  until: z.iso.date().nullable(),
  reason: z.string().min(1).max(500).optional(),
});
export type SnoozeHandoff = z.infer<typeof snoozeHandoff>;

export const blockHandoff = z.strictObject({
  kind: blockerKind,
  note: z.string().min(1).max(1000).optional(),
  whoCanUnblock: z.string().min(1).max(200).optional(),
  chaseOn: z.iso.date().optional(),
});
export type BlockHandoff = z.infer<typeof blockHandoff>;

export const mostLabels = 20;
export const labelHandoff = z
  .strictObject({
    add: z.array(label).max(mostLabels).default([]),
    remove: z.array(z.string().max(40)).max(mostLabels).default([]),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, 'name a label to add or to remove');
export type LabelHandoff = z.infer<typeof labelHandoff>;

export const ownHandoff = z
  .strictObject({ owner: personName.nullable().optional(), pool: poolName.nullable().optional() })
  .refine(({ owner, pool }) => owner !== undefined || pool !== undefined, 'name an owner or a pool');
export type OwnHandoff = z.infer<typeof ownHandoff>;

export const contestKinds = ['cannot-by-then', 'contraindicated'] as const;
export const contestKind = z.enum(contestKinds);

export const contestHandoff = z.strictObject({
  kind: contestKind,
  reason: z.string().min(1).max(1000),
  /** When the partner could. */
  possibleFrom: z.iso.date().optional(),
});
export type ContestHandoff = z.infer<typeof contestHandoff>;

export const replyToContest = z.strictObject({ reply: z.string().min(1).max(1000) });

/** The partner answered "cannot by then" or "contraindicated"; the plan's author owes a version or a reply. */
export const contest = z.strictObject({
  kind: contestKind,
  reason: z.string(),
  possibleFrom: z.iso.date().nullable(),
  by: z.string(),
  onBehalf: z.boolean(),
  at: instant,
  answerBy: instant,
  /** Rules of the asks that protect the patient: they hold although the partner objects, until a version says otherwise. */
  inForce: z.array(z.string()),
  answer: z
    .strictObject({
      byVersion: z.number().int().nullable(),
      reply: z.string().nullable(),
      at: instant,
      by: z.string().nullable(),
    })
    .nullable(),
});
export type Contest = z.infer<typeof contest>;

export const handoffPacketParts = [
  'history',
  'imaging',
  'operative-notes',
  'medication-trials',
  'goals',
  'authorization',
] as const;
export type HandoffPacketPart = (typeof handoffPacketParts)[number];

/** Which parts of the packet this partner needs, and which of them are there. */
export const handoffPacket = z.strictObject({
  complete: z.boolean(),
  parts: z.array(
    z.strictObject({ part: z.enum(handoffPacketParts), there: z.boolean(), missing: z.array(z.string()) }),
  ),
});
export type HandoffPacket = z.infer<typeof handoffPacket>;

export const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

export const dueFilters = ['overdue', 'today', 'week'] as const;

export const worklistScopes = ['me', 'team', 'all'] as const;
/** `me`: what I look after; `team`: what anybody here or a pool has; `all`: also what nobody has. */
export const worklistScope = z.enum(worklistScopes);
export type WorklistScope = z.infer<typeof worklistScope>;

export const mostNamedIds = 100;
/** Some rows by name, with commas between: to look again at what is shown. */
const namedIds = z
  .string()
  .max(mostNamedIds * 37)
  .transform((text) => text.split(','))
  .pipe(z.array(id).min(1).max(mostNamedIds));

/** What both the list, its counts, the export and a saved view can narrow down to. */
const filterFields = {
  ids: namedIds.optional(),
  scope: worklistScope.optional(),
  /** `waiting`: open and unassigned ones. */
  status: z.enum([...handoffStatuses, 'waiting']).optional(),
  role: partnerRole.optional(),
  partner: partnerId.optional(),
  patient: id.optional(),
  plan: id.optional(),
  due: z.enum(dueFilters).optional(),
  age: ageBand.optional(),
  /** The same as `assignee`. */
  owner: personName.optional(),
  assignee: personName.optional(),
  pool: poolName.optional(),
  waitingOn: lane.exclude(['nobody']).optional(),
  label: z.string().max(40).optional(),
  blocked: yes.optional(),
  /** Works from an older version than one that concerns it. */
  behind: yes.optional(),
  contested: yes.optional(),
  /** Cannot wait: asked for the same day, or an emergency. */
  pressing: yes.optional(),
  notAcknowledged: yes.optional(),
  undeliverable: yes.optional(),
  /** The chase date has come. */
  chase: z.enum(['today', 'asleep', 'awake']).optional(),
  tile: z
    .enum([
      ...['chase-today', 'overdue', 'not-acknowledged', 'behind', 'info-requested'],
      ...['waiting-on-payer', 'waiting-on-patient', 'declined', 'ready-to-close', 'unassigned'],
    ] as const)
    .optional(),
  /** Days at the clinic, both included: when it was issued. */
  issuedFrom: z.iso.date().optional(),
  issuedTo: z.iso.date().optional(),
  /** Handoffs that made a referral: sent on these days, come at least so far, in this state now, declined for this. */
  sentFrom: z.iso.date().optional(),
  sentTo: z.iso.date().optional(),
  reached: referralStage.optional(),
  referral: referralState.optional(),
  declined: z.enum(declineFamilies).optional(),
  /** Beginning of the patient's name or record number. */
  query: z.string().max(100).optional(),
} as const;

export const handoffSorts = ['due', 'issued', 'activity'] as const;

export const handoffQuery = pageQuery.extend({ ...filterFields, sort: z.enum(handoffSorts).default('due') });
export type HandoffQuery = z.infer<typeof handoffQuery>;
export type HandoffFilter = Omit<HandoffQuery, 'limit' | 'cursor' | 'sort'>;

export const handoffExportQuery = z.strictObject({ ...filterFields, sort: z.enum(handoffSorts).default('due') });
export type HandoffExportQuery = z.infer<typeof handoffExportQuery>;

export const handoffCountsQuery = z.strictObject(filterFields);
export type HandoffCountsQuery = z.infer<typeof handoffCountsQuery>;

const count = z.number().int();
export const handoffTiles = z.strictObject({
  chaseToday: count,
  overdue: count,
  notAcknowledged: count,
  behindOnVersion: count,
  infoRequested: count,
  waitingOnInsurance: count,
  waitingOnPatient: count,
  declinedReroute: count,
  readyToClose: count,
  unassigned: count,
});

/** Longer lists are not counted to their end. */
export const mostListed = 10_000;

/** Of what waits for somebody; what has ended is not counted, except in `listed`. */
export const handoffCounts = z.strictObject({
  /** How many rows the list has with the same filter; one more than `mostListed` means: more than that. */
  listed: count,
  byStatus: z.record(z.string(), count),
  byRole: z.record(z.string(), count),
  byLane: z.record(z.string(), count),
  byAge: z.record(z.string(), count),
  overdue: count,
  dueToday: count,
  contested: count,
  undeliverable: count,
  tiles: handoffTiles,
});
export type HandoffCounts = z.infer<typeof handoffCounts>;

/** A filter as it stands in the address of the list; a view with a filter that the list would refuse is refused. */
export const viewFilter = z.record(z.string().max(40), z.string().max(200)).superRefine((filter, context) => {
  const { error } = handoffExportQuery.safeParse(filter);
  for (const { path, message } of error?.issues ?? []) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});
export const saveWorklistView = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scope: z.enum(['own', 'team']),
  filter: viewFilter,
});
export type SaveWorklistView = z.infer<typeof saveWorklistView>;

export const worklistView = z.strictObject({
  id,
  name: z.string(),
  scope: z.enum(['own', 'team']),
  filter: z.record(z.string(), z.string()),
  by: z.string(),
  changedAt: instant,
});
export type WorklistView = z.infer<typeof worklistView>;

/** How many rows its filter lists now. */
export const countedView = worklistView.extend({ count });
export type CountedView = z.infer<typeof countedView>;

export const mostInBulk = 500;
const bulkIds = z.array(id).min(1).max(mostInBulk);

export const bulkAct = z.discriminatedUnion('action', [
  z.strictObject({
    ids: bulkIds,
    action: z.literal('assign-owner'),
    owner: personName.nullable(),
    pool: poolName.nullable().optional(),
  }),
  z.strictObject({
    ids: bulkIds,
    action: z.literal('snooze'),
    until: z.iso.date().nullable(),
    reason: z.string().min(1).max(500).optional(),
  }),
  z.strictObject({ ids: bulkIds, action: z.literal('remind'), dryRun: z.boolean().default(false) }),
  z.strictObject({ ids: bulkIds, action: z.literal('block'), ...blockHandoff.shape }),
  z.strictObject({ ids: bulkIds, action: z.literal('unblock') }),
  z.strictObject({
    ids: bulkIds,
    action: z.literal('label'),
    add: z.array(label).max(mostLabels).default([]),
    remove: z.array(z.string().max(40)).max(mostLabels).default([]),
  }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

export const bulkItem = z.strictObject({
  handoffId: id,
  outcome: z.enum(['done', 'refused', 'skipped', 'undone']),
  reason: z.string().nullable(),
});
export type BulkItem = z.infer<typeof bulkItem>;

export const bulkResult = z.strictObject({
  /** Null for a dry run: nothing was done that could be taken back. */
  id: id.nullable(),
  action: z.string(),
  /** "38 reminders to 9 partners; 4 skipped: contacted today" */
  summary: z.string(),
  done: count,
  refused: count,
  skipped: count,
  partners: count,
  undoable: z.boolean(),
  items: z.array(bulkItem),
});
export type BulkResult = z.infer<typeof bulkResult>;
