import { type DeskRole, DomainError, type Urgency, type WorkItemAct } from '#contracts';
import type { Role } from '#platform';

/** Coordinators work the clinic's desks; what only a physician can decide stays with physicians. */
export const finishedBy: Readonly<Record<DeskRole, readonly Role[]>> = {
  scheduling: ['coordinator'],
  authorization: ['coordinator'],
  coordinator: ['coordinator'],
  patient: ['coordinator', 'physician'],
  physician: ['physician'],
};

/** Only a physician's own word ends them: a plateau, a partner's objection, a therapist's question about the dose, a hold that somebody holds for harmful. */
const physiciansOwn: readonly string[] = ['PH-06', 'PH-14', 'PH-15', 'PH-22', 'PH-31'];
/** They end by an answer given elsewhere, which closes them by itself. */
const endsElsewhere: readonly string[] = ['PH-31'];

export interface ActedOn {
  desk: DeskRole;
  ruleId: string;
  status: 'open' | 'done' | 'no-longer-needed';
  urgency: Urgency;
  isTaken: boolean;
}

/** What somebody of this role can do to it now. */
export function actsOn({ desk, ruleId, status, urgency, isTaken }: ActedOn, role: Role): WorkItemAct[] {
  if (status !== 'open') return [];
  const isOwn = finishedBy[desk].includes(role);
  const isOnPhysician = desk === 'physician' && role === 'physician';
  const canWait = urgency === 'routine' || urgency === 'urgent';
  return [
    ...(isTaken ? [] : (['take'] as const)),
    ...(isOwn && !endsElsewhere.includes(ruleId) ? (['done'] as const) : []),
    ...(isOnPhysician && urgency !== 'emergency' && !physiciansOwn.includes(ruleId) ? (['delegate'] as const) : []),
    ...(isOwn && canWait ? (['postpone'] as const) : []),
  ];
}

/** As a row knows it. */
export const actedOn = (item: {
  desk: DeskRole;
  ruleId: string;
  status: ActedOn['status'];
  ask: { urgency: Urgency };
  takenAt: Date | null;
}): ActedOn => ({
  desk: item.desk,
  ruleId: item.ruleId,
  status: item.status,
  urgency: item.ask.urgency,
  isTaken: item.takenAt !== null,
});

export function requireAct(item: ActedOn, role: Role, act: WorkItemAct): void {
  const allowed = actsOn(item, role);
  if (allowed.includes(act)) return;
  if (item.status === 'open' && !finishedBy[item.desk].includes(role)) {
    throw new DomainError(
      'forbidden',
      `Items of the ${item.desk} desk are worked by: ${finishedBy[item.desk].join(', ')}.`,
    );
  }
  throw new DomainError('illegal-transition', refusals[act] ?? 'That is not possible now.', [], {
    state: item.status,
    allowed,
  });
}

const refusals: Readonly<Partial<Record<WorkItemAct, string>>> = {
  delegate: 'It needs the word of a physician.',
  postpone: 'It cannot wait.',
};
