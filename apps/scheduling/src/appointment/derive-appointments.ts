import { describeProcedure, windowOf } from '#clinical';
import type { Appointment, PlanDocument, Procedure } from '#contracts';
import { isLive } from './appointment.states.js';

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
  kind: Appointment['kind'];
  state: State;
  settledByDesk: boolean;
  startsAt: Date;
  /** The time that the plan named last; null: the desk reserved it, and no version has taken it up. */
  planStartsAt: Date | null;
}
export type AppointmentNews = 'booked' | 'moved' | 'fulfilled' | 'cancelled';

export interface Settled {
  state: State;
  startsAt: Date;
  planStartsAt: Date | null;
  news: AppointmentNews | null;
  /** The desk had another time; the plan's stands. */
  overruled: boolean;
}

/**
 * Where an appointment stands after a plan version, and what is told about it; null when it is as before. The plan says whether a
 * procedure takes place and when. What the desk recorded since the plan last named a time (moved it, cancelled it, the patient did not
 * come) stands until a version names another one.
 */
export function settleAppointment(
  stands: StandingAppointment | undefined,
  derived: DerivedAppointment | undefined,
  isStillWanted: boolean,
): Settled | null {
  if (!derived) return withoutTime(stands, isStillWanted);
  const { state, startsAt } = derived;
  const named = { state, startsAt, planStartsAt: startsAt, overruled: false };
  if (!stands) return { ...named, news: state };
  const isRepeated = stands.planStartsAt?.getTime() === startsAt.getTime();
  // What was done is a fact, whatever the desk heard about it.
  if (state === 'fulfilled') {
    if (stands.state !== 'fulfilled') return { ...named, news: 'fulfilled' };
    return isRepeated ? null : { ...named, news: null };
  }
  if (stands.settledByDesk && (isRepeated || derived.kind === 'diary-call')) return null;
  if (!isLive(stands)) return { ...named, news: 'booked' };
  return isRepeated ? null : namedAnew(stands, named);
}

function withoutTime(stands: StandingAppointment | undefined, isStillWanted: boolean): Settled | null {
  if (!stands || !isLive(stands)) return null;
  // The desk reserved a time for what the plan wants and has not dated.
  if (stands.kind === 'procedure' && stands.planStartsAt === null && isStillWanted) return null;
  const { startsAt, planStartsAt } = stands;
  return { state: 'cancelled', startsAt, planStartsAt, news: 'cancelled', overruled: false };
}

function namedAnew(stands: StandingAppointment, named: Omit<Settled, 'news'>): Settled {
  const isSame = stands.startsAt.getTime() === named.startsAt.getTime();
  // Taken up as reserved: nothing moves, and what the patient confirmed stays confirmed.
  if (isSame) return { ...named, state: stands.state, news: null };
  return { ...named, news: 'moved', overruled: stands.planStartsAt === null };
}

/** A procedure that may still take place. */
export const isWanted = ({ status, procedures }: PlanDocument, itemId: string): boolean =>
  status !== 'revoked' &&
  procedures.some(
    (procedure) => procedure.id === itemId && (procedure.status === 'planned' || procedure.status === 'authorized'),
  );

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
