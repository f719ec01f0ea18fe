import { z } from 'zod';
import { ask } from '../plan/impact.js';
import { planSlice } from '../plan/plan-document.js';
import { deskRole, partnerRole, urgency } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerAsk, partnerId, version } from './shared.js';

const topic = 'throughline.referral.v1';

const handoffRef = z.strictObject({ handoffId: id, planId: id, patientId: id, role: partnerRole });
const heldHandoff = handoffRef.extend({ memberId: id, partnerId });

export const handoffIssued = defineEvent({
  name: 'handoff.issued',
  topic,
  description:
    'A partner is asked to act: everything that concerns it from the version it acknowledged to the current one, with the slice meant for it and nothing else.',
  data: heldHandoff.extend({
    fromVersion: version,
    contentVersion: version,
    throughVersion: version,
    urgency,
    dueAt: instant,
    asks: z.array(partnerAsk).min(1),
    slice: planSlice,
    supersedes: id.nullable(),
    rulesetVersion: z.string(),
    issuedAt: instant,
  }),
});

export const handoffExtended = defineEvent({
  name: 'handoff.extended',
  topic,
  description:
    'A later version changed nothing in this open handoff: acknowledging it now counts through that version.',
  data: heldHandoff.extend({ throughVersion: version, extendedAt: instant }),
});

export const handoffSuperseded = defineEvent({
  name: 'handoff.superseded',
  topic,
  description: 'An open handoff was replaced by one that covers more.',
  data: heldHandoff.extend({ supersededBy: id, supersededAt: instant }),
});

export const handoffWithdrawn = defineEvent({
  name: 'handoff.withdrawn',
  topic,
  description: 'The change behind an open handoff was taken back: nothing is asked any more.',
  data: handoffRef.extend({
    memberId: id.nullable(),
    partnerId: partnerId.nullable(),
    /** `role-filled`: somebody took an unassigned role in another way. */
    reason: z.enum(['taken-back', 'member-ended', 'plan-ended', 'role-filled']),
    withdrawnAt: instant,
  }),
});

export const handoffUnassigned = defineEvent({
  name: 'handoff.unassigned',
  topic,
  description: 'A role is needed and nobody on the care team holds it: the coordinator chooses a partner.',
  data: handoffRef.extend({ contentVersion: version, urgency, dueAt: instant, asks: z.array(ask), openedAt: instant }),
});

export const handoffAssigned = defineEvent({
  name: 'handoff.assigned',
  topic,
  description: 'A coordinator chose a partner for an unassigned handoff; the partner joins the care team.',
  data: heldHandoff.extend({ assignedAt: instant, by: actor }),
});

export const handoffAcknowledged = defineEvent({
  name: 'handoff.acknowledged',
  topic,
  description: 'A partner states: we work from this plan version.',
  data: heldHandoff.extend({
    /** The version that counts as acknowledged: the handoff's `throughVersion`. */
    version,
    kind: z.enum(['acknowledged', 'acknowledged-with-concern']),
    concern: z.string().nullable(),
    /** True when a coordinator acknowledged for the partner, for example after a call. */
    onBehalf: z.boolean(),
    /** True when a system answered by itself and no person read it. */
    byMachine: z.boolean().optional(),
    acknowledgedAt: instant,
    by: actor,
  }),
});

export const handoffOpened = defineEvent({
  name: 'handoff.opened',
  topic,
  description: 'A person at the partner read the handoff for the first time. Not an acknowledgement.',
  data: heldHandoff.extend({ via: z.enum(['inbox', 'link', 'api']), openedAt: instant, by: actor }),
});

export const handoffContested = defineEvent({
  name: 'handoff.contested',
  topic,
  description:
    'The partner cannot do what is asked, or holds it for harmful: the plan’s author owes a version or a reply.',
  data: heldHandoff.extend({
    version,
    kind: z.enum(['cannot-by-then', 'contraindicated']),
    reason: z.string(),
    /** When the partner could, if it said so. */
    possibleFrom: z.iso.date().nullable(),
    /** Until when the author owes an answer. */
    answerBy: instant,
    contestedAt: instant,
    by: actor,
  }),
});

export const handoffContestAnswered = defineEvent({
  name: 'handoff.contest-answered',
  topic,
  description: 'The author answered a contest: by a new version, or by a reply.',
  data: heldHandoff.extend({
    byVersion: version.nullable(),
    reply: z.string().nullable(),
    /** After a reply the handoff is open again: until when. The time that the author took is not the partner's. */
    dueAt: instant.optional(),
    answeredAt: instant,
    by: actor.nullable(),
  }),
});

/** For screens that show the worklist: what is marked (an owner, a date, a label, a note) stays in referral, and is no partner's business. */
export const handoffMarked = defineEvent({
  name: 'handoff.marked',
  topic,
  description: 'The clinic noted something on a handoff of its worklist. Which one, not what.',
  data: z.strictObject({ handoffId: id, planId: id, patientId: id, markedAt: instant }),
});

export const workItemOpened = defineEvent({
  name: 'work-item.opened',
  topic,
  description: 'A desk inside the clinic has something to do, or the patient an instruction to get.',
  data: z.strictObject({
    workItemId: id,
    planId: id,
    patientId: id,
    desk: deskRole,
    planVersion: version,
    ask,
    openedAt: instant,
  }),
});

export const workItemClosed = defineEvent({
  name: 'work-item.closed',
  topic,
  description: 'A desk finished a work item, or it is no longer needed.',
  data: z.strictObject({
    workItemId: id,
    planId: id,
    patientId: id,
    desk: deskRole,
    ruleId: z.string(),
    outcome: z.enum(['done', 'no-longer-needed']),
    /** How a plateau was answered. */
    decision: z.enum(['new-version', 'continue', 'refer']).optional(),
    reason: z.string().optional(),
    closedAt: instant,
    by: actor.nullable(),
  }),
});

const workItemRef = z.strictObject({ workItemId: id, planId: id, patientId: id, desk: deskRole, ruleId: z.string() });

export const workItemTaken = defineEvent({
  name: 'work-item.taken',
  topic,
  description: 'A person looks after a work item; an emergency stops ringing.',
  data: workItemRef.extend({ by: actor, takenAt: instant }),
});

export const workItemAlarmed = defineEvent({
  name: 'work-item.alarmed',
  topic,
  description: 'An emergency that nobody has taken rings again.',
  data: workItemRef.extend({ count: z.number().int().min(1), alarmedAt: instant }),
});

export const workItemDelegated = defineEvent({
  name: 'work-item.delegated',
  topic,
  description: 'A physician hands a work item over to the coordinator.',
  data: workItemRef.extend({ to: deskRole, note: z.string().nullable(), by: actor, delegatedAt: instant }),
});

export const workItemPostponed = defineEvent({
  name: 'work-item.postponed',
  topic,
  description: 'A person looks at a work item again on a later day, or, with no day, at once after all.',
  data: workItemRef.extend({ until: z.iso.date().nullable(), by: actor, postponedAt: instant }),
});

export const handoffReminded = defineEvent({
  name: 'handoff.reminded',
  topic,
  description: 'A partner is reminded of a handoff that it has not answered.',
  data: heldHandoff.extend({ dueAt: instant, remindedAt: instant }),
});

const referralRef = z.strictObject({
  referralId: id,
  planId: id,
  patientId: id,
  memberId: id,
  role: partnerRole,
  partnerId,
});

export const referralSent = defineEvent({
  name: 'referral.sent',
  topic,
  description: 'A partner was asked for the first time to take part in this plan.',
  data: referralRef.extend({ handoffId: id, sentAt: instant }),
});

/** Every step of the closed loop that has no event of its own (sent, accepted, declined, completed, cancelled have). */
export const referralMoved = defineEvent({
  name: 'referral.moved',
  topic,
  description:
    'A referral took a step: received, asked back, booked, reported, put on hold, asked to be cancelled, confirmed ...',
  data: referralRef.extend({
    event: z.string(),
    before: z.string(),
    state: z.string(),
    /** Who has to move next. Exactly one, computed from the state. */
    waitingOn: z.enum(['us', 'partner', 'payer', 'patient', 'nobody']),
    note: z.string().nullable(),
    /** Until when whoever has to move should have moved; null when no clock runs. */
    dueAt: instant.nullable().optional(),
    /** When the next visit is, and which appointment that is where scheduling has it: a partner that sets a time here sets it there. */
    appointmentAt: instant.nullable().optional(),
    appointmentId: id.nullable().optional(),
    movedAt: instant,
    /** Null when a clock did it. */
    by: actor.nullable(),
  }),
});

export const referralTransferred = defineEvent({
  name: 'referral.transferred',
  topic,
  description:
    'Somebody else is asked instead, or the same partner once more: a new member takes the role, and the new request names the old one.',
  data: referralRef.extend({
    kind: z.enum(['transfer', 'reopen']),
    toMemberId: id,
    toPartnerId: partnerId,
    reason: z.string(),
    transferredAt: instant,
    by: actor,
  }),
});

export const referralReminded = defineEvent({
  name: 'referral.reminded',
  topic,
  description:
    'A partner is reminded of what it owes a referral: an appointment, a report, a word about a cancellation.',
  data: referralRef.extend({ clock: z.string(), dueAt: instant, remindedAt: instant }),
});

export const referralAccepted = defineEvent({
  name: 'referral.accepted',
  topic,
  description: 'The partner takes the patient.',
  data: referralRef.extend({ acceptedAt: instant, by: actor }),
});

export const referralDeclined = defineEvent({
  name: 'referral.declined',
  topic,
  description: 'The partner does not take the patient; the family of the reason says who moves next.',
  data: referralRef.extend({
    family: z.enum(['capacity', 'scope', 'information', 'patient', 'clinical']),
    reason: z.string(),
    declinedAt: instant,
    by: actor,
  }),
});

export const referralCompleted = defineEvent({
  name: 'referral.completed',
  topic,
  description: 'The partner reported the outcome; the loop may be closed.',
  data: referralRef.extend({ outcome: z.string(), completedAt: instant, by: actor }),
});

export const referralCancelled = defineEvent({
  name: 'referral.cancelled',
  topic,
  description: 'The clinic takes the request back; the partner is asked no more.',
  data: referralRef.extend({ reason: z.string(), cancelledAt: instant, by: actor }),
});

export const impactAssessed = defineEvent({
  name: 'impact.assessed',
  topic,
  description:
    'A published version was taken through the rules: these were told, these were not and why. The record of who was left alone.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    version: version.min(1),
    rulesetVersion: z.string(),
    /** Handoffs whose content this version brought; partnerId null means nobody holds the role. */
    told: z.array(
      z.strictObject({
        handoffId: id,
        role: partnerRole,
        partnerId: partnerId.nullable(),
        ruleIds: z.array(z.string()),
      }),
    ),
    unaffected: z.array(z.strictObject({ role: partnerRole, partnerId, why: z.string() })),
    assessedAt: instant,
  }),
});
