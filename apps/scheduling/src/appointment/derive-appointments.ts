import { describeProcedure, windowOf } from '#clinical';
import type { Appointment, PlanDocument, Procedure } from '#contracts';

type State = Appointment['state'];

/** One time that a plan version brings. Item, kind and `hoursAfter` together name it within the plan. */
export interface DerivedAppointment {
  itemId: string;
  kind: 'procedure' | 'diary-call';
  hoursAfter: number;
  title: string;
  state: 'booked' | 'fulfilled';
  startsAt: Date;
  procedureType: Procedure['type'];
}

/** Elapsed hours after a diagnostic block at which the patient is called about the diary. */
export const diaryHours = [6, 24] as const;
const hourMs = 3_600_000;

/**
 * From the document alone, so that a version taken twice, or one that was skipped, makes no difference. A procedure's
 * appointment that is not listed does not take place.
 */
export function deriveAppointments(document: PlanDocument): DerivedAppointment[] {
  const isRevoked = document.status === 'revoked';
  return document.procedures.flatMap((procedure) => [
    ...ownAppointment(procedure).filter(({ state }) => !isRevoked || state === 'fulfilled'),
    ...(isRevoked ? [] : diaryCalls(procedure)),
  ]);
}

function ownAppointment(procedure: Procedure): DerivedAppointment[] {
  const { id, type, status, scheduledAt, doneAt } = procedure;
  if (status !== 'scheduled' && status !== 'done') return [];
  const startsAt = scheduledAt ?? (status === 'done' ? doneAt : undefined);
  if (startsAt === undefined) return [];
  return [
    {
      itemId: id,
      kind: 'procedure',
      hoursAfter: 0,
      title: describeProcedure(procedure),
      state: status === 'done' ? 'fulfilled' : 'booked',
      startsAt: new Date(startsAt),
      procedureType: type,
    },
  ];
}

/** A recorded result is what the calls are for: with it none is due, so that blocks of long ago bring no calls either. */
function diaryCalls(procedure: Procedure): DerivedAppointment[] {
  const { id, type, status, doneAt, result } = procedure;
  if (status !== 'done' || doneAt === undefined || result || windowOf(procedure) !== 'W-DIAG') return [];
  return diaryHours.map((hours) => ({
    itemId: id,
    kind: 'diary-call',
    hoursAfter: hours,
    title: `Diary call ${hours} h after ${describeProcedure(procedure)}`,
    state: 'booked',
    startsAt: new Date(new Date(doneAt).getTime() + hours * hourMs),
    procedureType: type,
  }));
}

export interface StandingAppointment {
  state: State;
  settledByDesk: boolean;
  startsAt: Date;
}
export type AppointmentNews = 'booked' | 'moved' | 'fulfilled' | 'cancelled';

/** Where an appointment stands after a plan version, and what is told about it; null when it is as before. */
export function settleAppointment(
  stands: StandingAppointment | undefined,
  derived: DerivedAppointment | undefined,
): { state: State; startsAt: Date; news: AppointmentNews | null } | null {
  if (!derived) {
    if (stands?.state !== 'booked') return null;
    return { state: 'cancelled', startsAt: stands.startsAt, news: 'cancelled' };
  }
  if (stands?.settledByDesk) return null;
  const { state, startsAt } = derived;
  if (stands?.state !== state) return { state, startsAt, news: state };
  if (stands.startsAt.getTime() === startsAt.getTime()) return null;
  return { state, startsAt, news: state === 'booked' ? 'moved' : null };
}

/** Why an appointment that the document does not bring (any more) does not take place. */
export function cancellationReason(document: PlanDocument, itemId: string): string {
  if (document.status === 'revoked') return 'The plan was revoked.';
  const procedure = document.procedures.find(({ id }) => id === itemId);
  if (!procedure) return 'The procedure is no longer in the plan.';
  if (procedure.status === 'done') {
    return procedure.result ? 'The result is recorded.' : 'No diary is kept for this procedure.';
  }
  return procedure.status === 'cancelled' ? 'The procedure was cancelled.' : 'The procedure is no longer scheduled.';
}
