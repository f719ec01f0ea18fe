/** One event of every kind that other services tell of a patient, as it may come. Who adds such an event adds a sample here. */
import { randomUUID } from 'node:crypto';
import * as contracts from '#contracts';
import type { Actor, CreatedPlan, OutgoingEvent } from '#contracts';
import { onlyMember } from './pain-plan.context.js';

const therapist: Actor = { sub: 'theo', name: 'Theo Therapist', role: 'partner', partnerId: 'pt-north' };
const coordinator: Actor = { sub: 'cora', name: 'Cora Coordinator', role: 'coordinator' };
const at = '2027-04-06T13:30:00Z';
const ask = {
  ruleId: 'TH-01',
  ruleVersion: 1,
  code: 'evaluate' as const,
  text: 'Accept, book the first visit',
  reason: 'The pain plan starts physical therapy.',
  urgency: 'routine' as const,
  dueAt: at,
  doBy: null,
  effective: null,
  sinceVersion: 1,
};
const deskAsk = { ...ask, itemId: null, slice: [], fingerprint: 'one' };

/** By the event's name. A function, so that every sample speaks of the plan at hand. */
export function samplesFor(plan: CreatedPlan): Record<string, OutgoingEvent> {
  const member = onlyMember(plan);
  const who = { planId: plan.id, patientId: plan.patientId };
  const held = { ...who, role: member.role, memberId: member.memberId, partnerId: member.partnerId };
  const handoff = { handoffId: randomUUID(), ...held };
  const vacant = { ...who, handoffId: randomUUID(), role: 'imaging' as const };
  const referral = { referralId: randomUUID(), ...held };
  const item = { workItemId: randomUUID(), ...who, desk: 'scheduling' as const, ruleId: 'SD-03' };
  const authorization = { authorizationId: randomUUID(), ...who, itemId: 'r1', kind: 'procedure' as const };
  const appointment = { appointmentId: randomUUID(), ...who, itemId: 'r1', kind: 'visit' as const };
  const episode = { episodeId: randomUUID(), ...who, discipline: 'physical-therapy' as const };
  const { partnerId } = member;
  const care = { episodeId: randomUUID(), ...who, kind: 'pain-psychology' as const };
  const { patientId } = plan;
  const delivery = { deliveryId: randomUUID(), handoffId: handoff.handoffId, patientId, partnerId };
  const asked = { to: 'physician' as const, partnerId, role: member.role };
  const question = { adviceId: randomUUID(), ...who, itemId: 'r1', ...asked };
  const consent = { consentId: randomUUID(), patientId, recipient: 'family-care' };
  const { handoffIssued, handoffUnassigned, referralMoved, impactAssessed, authorizationExpiring } = contracts;
  const events = [
    of(handoffIssued, {
      ...handoff,
      ...{ fromVersion: 0, contentVersion: 1, throughVersion: 1, urgency: 'routine', dueAt: at },
      ...{ asks: [ask], slice: {}, supersedes: null, rulesetVersion: 'test', issuedAt: at },
    }),
    of(contracts.handoffExtended, { ...handoff, throughVersion: 1, extendedAt: at }),
    of(contracts.handoffOpened, { ...handoff, via: 'inbox', openedAt: at, by: therapist }),
    of(contracts.handoffReminded, { ...handoff, dueAt: at, remindedAt: at }),
    of(contracts.handoffContested, {
      ...{ ...handoff, version: 1, kind: 'cannot-by-then', reason: 'No room before May', possibleFrom: '2027-05-03' },
      ...{ answerBy: at, contestedAt: at, by: therapist },
    }),
    of(contracts.handoffContestAnswered, {
      ...{ ...handoff, byVersion: 1, reply: 'May is early enough', answeredAt: at, by: coordinator },
    }),
    of(contracts.handoffAcknowledged, {
      ...{ ...handoff, version: 1, kind: 'acknowledged-with-concern', concern: 'Only twice a week.', onBehalf: false },
      ...{ acknowledgedAt: at, by: therapist },
    }),
    of(contracts.handoffSuperseded, { ...handoff, supersededBy: randomUUID(), supersededAt: at }),
    of(contracts.handoffWithdrawn, { ...handoff, reason: 'taken-back', withdrawnAt: at }),
    of(handoffUnassigned, {
      ...{ ...vacant, contentVersion: 1, urgency: 'routine', dueAt: at, asks: [deskAsk], openedAt: at },
    }),
    of(contracts.workItemOpened, { ...without(item, 'ruleId'), planVersion: 1, ask: deskAsk, openedAt: at }),
    of(contracts.workItemTaken, { ...item, by: coordinator, takenAt: at }),
    of(contracts.workItemDelegated, {
      ...item,
      to: 'coordinator',
      note: 'Ask whether Friday suits',
      by: coordinator,
      delegatedAt: at,
    }),
    of(contracts.workItemPostponed, { ...item, until: '2027-04-09', by: coordinator, postponedAt: at }),
    of(contracts.workItemAlarmed, { ...item, count: 2, alarmedAt: at }),
    of(contracts.workItemClosed, { ...item, outcome: 'done', closedAt: at, by: coordinator }),
    of(contracts.referralSent, { ...referral, handoffId: handoff.handoffId, sentAt: at }),
    of(referralMoved, {
      ...{ ...referral, event: 'ask', before: 'received', state: 'info-requested', waitingOn: 'us' },
      ...{ note: 'which footwear?', movedAt: at, by: therapist },
    }),
    of(contracts.referralReminded, { ...referral, clock: 'report', dueAt: at, remindedAt: at }),
    of(contracts.referralTransferred, {
      ...{ ...referral, kind: 'transfer', toMemberId: randomUUID(), toPartnerId: 'pt-south' },
      ...{ reason: 'nearer', transferredAt: at, by: coordinator },
    }),
    of(contracts.referralAccepted, { ...referral, acceptedAt: at, by: therapist }),
    of(impactAssessed, {
      ...{ ...who, version: 1, rulesetVersion: 'test', assessedAt: at },
      told: [{ handoffId: handoff.handoffId, role: member.role, partnerId, ruleIds: ['TH-01'] }],
      unaffected: [{ role: 'primary-care', partnerId: 'family-care', why: 'nothing in it concerns them' }],
    }),
    of(contracts.authorizationNeeded, { ...authorization, subject: 'an epidural', neededAt: at }),
    of(contracts.authorizationMoved, {
      ...authorization,
      state: 'submitted',
      note: null,
      movedAt: at,
      by: coordinator,
    }),
    of(contracts.authorizationApproved, {
      ...{ ...authorization, validFrom: '2027-04-10', validUntil: '2027-05-10', approvedAt: at, by: coordinator },
    }),
    of(authorizationExpiring, {
      ...{ ...authorization, validUntil: '2027-05-10', unitsLeft: 1, expired: false, noticedAt: at },
    }),
    of(contracts.authorizationDenied, {
      ...{ ...authorization, payerReason: 'Two weeks of therapy first', appealBy: '2027-05-10', deniedAt: at },
      by: coordinator,
    }),
    of(contracts.authorizationWithdrawn, { ...authorization, withdrawnAt: at }),
    of(contracts.appointmentBooked, { ...appointment, startsAt: at, procedureType: null, bookedAt: at }),
    of(contracts.appointmentMoved, { ...appointment, before: at, startsAt: at, movedAt: at }),
    of(contracts.appointmentBlocked, { ...appointment, blocked: true, reason: 'The permission has ended', at }),
    of(contracts.appointmentMissed, { ...appointment, count: 1, what: 'physical therapy', partnerId, missedAt: at }),
    of(contracts.appointmentStepped, { ...appointment, state: 'confirmed', at }),
    of(contracts.appointmentRebookingDue, {
      ...appointment,
      what: 'physical therapy',
      planVersion: 1,
      missedAt: at,
      at,
    }),
    of(contracts.appointmentRequestUnanswered, {
      ...{ ...who, requestId: randomUUID(), itemId: 'f1', what: 'Visit because of: fracture', planVersion: 1 },
      ...{ latest: at, at },
    }),
    of(contracts.appointmentCancelled, { ...appointment, reason: 'the patient is away', cancelledAt: at }),
    of(contracts.appointmentFulfilled, { ...appointment, fulfilledAt: at }),
    of(contracts.therapyEpisodeOpened, { ...episode, rehabItemId: 'r1', openedAt: at }),
    of(contracts.therapyVisitRecorded, { ...episode, partnerId, visitedAt: at, visitNumber: 3, by: therapist }),
    of(contracts.therapyProgressReported, {
      ...{ ...episode, partnerId, flare: { pattern: 'neuropathic', trigger: 'long sitting', hours: 24 } },
      measurements: [{ targetId: 't1', measure: 'nrs', value: 6, measuredAt: at }],
      ...{ concern: 'Glides flare the leg.', reportedAt: at, by: therapist },
    }),
    of(contracts.therapyDoseChangeRequested, {
      ...{ ...episode, partnerId, rehabItemId: 'r1', proposal: 'one session a week', reason: 'glides flare the leg' },
      ...{ requestedAt: at, by: therapist },
    }),
    of(contracts.handoffMarked, { ...who, handoffId: handoff.handoffId, markedAt: at }),
    of(contracts.adviceAsked, { ...question, askedAt: at, by: therapist }),
    of(contracts.adviceAnswered, { ...question, answeredAt: at, by: coordinator }),
    of(contracts.adviceConverted, {
      ...{ ...question, memberId: member.memberId, referralId: randomUUID(), role: member.role, convertedAt: at },
      by: coordinator,
    }),
    of(contracts.therapyDoseChangeAnswered, {
      ...{ ...episode, partnerId, rehabItemId: 'r1', requestId: randomUUID(), byVersion: null },
      ...{ reply: 'Keep on for a week', answeredAt: at, by: coordinator },
    }),
    of(contracts.therapyVisitFlagged, {
      ...{ ...episode, partnerId, visitNumber: 3, visitedAt: at, planVersion: 2, acknowledgedVersion: 1 },
      directives: [{ text: 'Hold loading (T8) until the plan clears it.', sinceVersion: 2 }],
      ...{ reason: 'a walking aid was fitted', by: therapist },
    }),
    of(contracts.therapyPaperworkOverdue, {
      ...{ ...episode, partnerId, kind: 'progress-report', dueOn: '2027-04-05', source: 'a payer', overdueAt: at },
    }),
    of(contracts.therapyPaperworkSettled, { ...episode, partnerId, kind: 'progress-report', settledAt: at }),
    of(contracts.therapyDischarged, {
      ...{ ...episode, partnerId, visits: 9, summary: 'Walks half an hour.', dischargedAt: at, by: therapist },
    }),
    of(contracts.behavioralEpisodeEngaged, { ...care, engagedAt: at, by: coordinator }),
    of(contracts.behavioralEpisodeCompleted, { ...care, clearance: null, completedAt: at, by: coordinator }),
    of(contracts.behavioralEpisodeStopped, { ...care, stoppedAt: at, by: coordinator }),
    of(contracts.behavioralReleaseWithheld, { ...who, consentId: randomUUID(), withheldAt: at }),
    of(contracts.behavioralSafetyRaised, { ...who, withPlan: false, raisedAt: at, by: coordinator }),
    of(contracts.behavioralConsentChanged, { ...consent, state: 'granted', at }),
    of(contracts.behavioralReleaseMade, { ...consent, releaseId: randomUUID(), madeAt: at }),
    of(contracts.handoffDelivered, { ...delivery, kind: 'handoff', channel: 'email', deliveredAt: at }),
    of(contracts.deliveryOpened, { ...delivery, channel: 'email', openedAt: at }),
    of(contracts.deliveryFailed, {
      ...{ ...delivery, channel: 'webhook', reason: 'endpoint-disabled', attempts: 5, failedAt: at },
    }),
    of(contracts.deliveryRerouted, {
      ...{ ...delivery, kind: 'handoff', channel: 'webhook', reason: 'endpoint-disabled', to: 'email', reroutedAt: at },
    }),
    of(contracts.releaseUndelivered, {
      ...{ deliveryId: randomUUID(), releaseId: randomUUID(), patientId, partnerId: 'pt-north', channel: 'email' },
      ...{ reason: 'bounced', failedAt: at },
    }),
    of(contracts.referralCancelled, { ...referral, reason: 'The patient moved.', cancelledAt: at, by: coordinator }),
    of(contracts.referralCompleted, { ...referral, outcome: 'Seen and advised.', completedAt: at, by: therapist }),
    of(contracts.referralDeclined, {
      ...{ ...referral, family: 'capacity', reason: 'No room before June.', declinedAt: at, by: therapist },
    }),
    // Last: it changes who is on the team.
    of(contracts.handoffAssigned, {
      ...{ ...vacant, memberId: randomUUID(), partnerId: 'city-imaging', assignedAt: at, by: coordinator },
    }),
  ];
  return Object.fromEntries(events.map((event) => [event.definition.name, event]));

  function of<Data>(definition: { of: (event: Sample<Data>) => OutgoingEvent }, data: Data): OutgoingEvent {
    return definition.of({ subject: patientId, time: new Date(at), data });
  }
}

interface Sample<Data> {
  subject: string;
  time: Date;
  data: Data;
}

function without<Item extends object, Key extends keyof Item>(object: Item, key: Key): Omit<Item, Key> {
  const { [key]: _left, ...rest } = object;
  return rest;
}
