import {
  type Actor,
  type Ask,
  type Contest,
  handoffAcknowledged,
  handoffAssigned,
  handoffContestAnswered,
  handoffContested,
  handoffExtended,
  handoffIssued,
  handoffMarked,
  handoffOpened,
  handoffReminded,
  handoffSuperseded,
  handoffUnassigned,
  handoffWithdrawn,
  impactAssessed,
  type OutgoingEvent,
  type PartnerAsk,
} from '#contracts';
import type { HandoffRow, NewHandoff } from './handoff.repository.js';
import type { Assessment } from './plan-assessment.js';

type AnyHandoff = Pick<HandoffRow, 'id' | 'planId' | 'patientId' | 'role' | 'memberId' | 'partnerId'>;

const reference = (handoff: AnyHandoff) => ({
  handoffId: handoff.id,
  planId: handoff.planId,
  patientId: handoff.patientId,
  role: handoff.role,
});

/** Only a handoff that somebody holds can be issued, extended, superseded or acknowledged. */
const held = (handoff: AnyHandoff) => {
  if (handoff.memberId === null || handoff.partnerId === null)
    throw new Error(`Handoff ${handoff.id} is held by nobody.`);
  return { ...reference(handoff), memberId: handoff.memberId, partnerId: handoff.partnerId };
};

/** What leaves for a partner: no id of a plan item, no fingerprint, no name of a slice. */
export const toPartnerAsk = ({ itemId: _item, fingerprint: _print, slice: _slice, ...ask }: Ask): PartnerAsk => ask;

export const issued = (handoff: NewHandoff, now: Date): OutgoingEvent =>
  handoffIssued.of({
    subject: handoff.patientId,
    time: now,
    data: {
      ...held(handoff),
      fromVersion: handoff.fromVersion,
      contentVersion: handoff.contentVersion,
      throughVersion: handoff.throughVersion,
      urgency: handoff.urgency,
      dueAt: handoff.dueAt.toISOString(),
      asks: handoff.asks.map(toPartnerAsk),
      slice: handoff.slice,
      supersedes: handoff.supersedes,
      rulesetVersion: handoff.rulesetVersion,
      issuedAt: now.toISOString(),
    },
  });

export const extended = (handoff: HandoffRow, throughVersion: number, now: Date): OutgoingEvent =>
  handoffExtended.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), throughVersion, extendedAt: now.toISOString() },
  });

export const superseded = (handoff: HandoffRow, supersededBy: string, now: Date): OutgoingEvent =>
  handoffSuperseded.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), supersededBy, supersededAt: now.toISOString() },
  });

export const withdrawn = (
  handoff: HandoffRow,
  reason: 'taken-back' | 'member-ended' | 'plan-ended' | 'role-filled',
  now: Date,
): OutgoingEvent =>
  handoffWithdrawn.of({
    subject: handoff.patientId,
    time: now,
    data: {
      ...reference(handoff),
      memberId: handoff.memberId,
      partnerId: handoff.partnerId,
      reason,
      withdrawnAt: now.toISOString(),
    },
  });

export const unassigned = (
  handoff: AnyHandoff & Pick<HandoffRow, 'contentVersion' | 'urgency' | 'dueAt' | 'asks' | 'issuedAt'>,
  now: Date,
): OutgoingEvent =>
  handoffUnassigned.of({
    subject: handoff.patientId,
    time: now,
    data: {
      ...reference(handoff),
      contentVersion: handoff.contentVersion,
      urgency: handoff.urgency,
      dueAt: handoff.dueAt.toISOString(),
      asks: handoff.asks,
      openedAt: handoff.issuedAt.toISOString(),
    },
  });

export const reminded = (handoff: HandoffRow, now: Date): OutgoingEvent =>
  handoffReminded.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), dueAt: handoff.dueAt.toISOString(), remindedAt: now.toISOString() },
  });

export const assigned = (handoff: AnyHandoff, by: Actor, now: Date): OutgoingEvent =>
  handoffAssigned.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), assignedAt: now.toISOString(), by },
  });

export const acknowledged = (
  handoff: HandoffRow,
  answer: {
    kind: 'acknowledged' | 'acknowledged-with-concern';
    concern: string | null;
    onBehalf: boolean;
    byMachine: boolean;
    by: Actor;
  },
  now: Date,
): OutgoingEvent =>
  handoffAcknowledged.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), version: handoff.throughVersion, acknowledgedAt: now.toISOString(), ...answer },
  });

export const opened = (handoff: HandoffRow, via: 'inbox' | 'link' | 'api', by: Actor, now: Date): OutgoingEvent =>
  handoffOpened.of({
    subject: handoff.patientId,
    time: now,
    data: { ...held(handoff), via, openedAt: now.toISOString(), by },
  });

export const contested = (handoff: HandoffRow, contest: Contest, by: Actor, now: Date): OutgoingEvent =>
  handoffContested.of({
    subject: handoff.patientId,
    time: now,
    data: {
      ...held(handoff),
      version: handoff.throughVersion,
      kind: contest.kind,
      reason: contest.reason,
      possibleFrom: contest.possibleFrom,
      answerBy: contest.answerBy,
      contestedAt: contest.at,
      by,
    },
  });

export const contestAnswered = (
  handoff: HandoffRow,
  answer: { byVersion: number } | { reply: string; by: Actor; dueAt: Date },
  now: Date,
): OutgoingEvent =>
  handoffContestAnswered.of({
    subject: handoff.patientId,
    time: now,
    data: {
      ...held(handoff),
      answeredAt: now.toISOString(),
      ...('byVersion' in answer
        ? { byVersion: answer.byVersion, reply: null, by: null }
        : { byVersion: null, reply: answer.reply, by: answer.by, dueAt: answer.dueAt.toISOString() }),
    },
  });

/** A hint for open screens; nobody else has to hear of it. */
export const marked = (
  { id, planId, patientId }: Pick<HandoffRow, 'id' | 'planId' | 'patientId'>,
  now: Date,
): OutgoingEvent =>
  handoffMarked.of({
    subject: patientId,
    time: now,
    data: { handoffId: id, planId, patientId, markedAt: now.toISOString() },
  });

export const assessed = (assessment: Assessment, told: readonly HandoffRow[], now: Date): OutgoingEvent => {
  const { planId, patient, current, impact } = assessment;
  return impactAssessed.of({
    subject: patient.patientId,
    time: now,
    data: {
      planId,
      patientId: patient.patientId,
      version: current.version,
      rulesetVersion: impact.rulesetVersion,
      told: told.map(({ id, role, partnerId, asks }) => ({
        handoffId: id,
        role,
        partnerId,
        ruleIds: [...new Set(asks.map(({ ruleId }) => ruleId))].sort(),
      })),
      unaffected: impact.unaffected.map(({ role, partnerId, why }) => ({ role, partnerId, why })),
      assessedAt: now.toISOString(),
    },
  });
};
