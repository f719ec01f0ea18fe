import { DateTime } from 'luxon';
import type { PlanDocument, Procedure, Rehab, Restriction } from '#contracts';
import type { Window } from '../plan/procedure-table.js';
import { procedureWindow } from '../plan/windows.js';
import { visiblePlan } from '../slice/visible-plan.js';
import { procedureOnDay } from './check-booking.js';

export interface SessionQuestion {
  document: PlanDocument;
  discipline: Rehab['discipline'];
  at: Date;
  /** A session that loads; a light one is possible earlier. */
  loading: boolean;
  /** Of the clinic: a day is its day. */
  timeZone: string;
  /** Times of procedures that are reserved and stand in no version yet, by item id. */
  reserved: ReadonlyMap<string, Date>;
}

export interface ClosedWindow {
  /** As the clinic reads it. */
  reason: string;
  /** As the partner reads it: what it may not know is not named. */
  forPartner: string;
  possibleFrom: Date | null;
}

const withoutSession: readonly Window[] = [
  'W-ESI',
  'W-DIAG',
  'W-RFA',
  'W-JOINT',
  'W-TENDON',
  'W-PELVIC',
  'W-IMPLANT',
  'W-VERT',
];
/** Loading waits only after these; trigger points and sympathetic blocks want a session at once. */
const withoutLoading: readonly Window[] = ['W-ESI', 'W-DIAG', 'W-RFA', 'W-JOINT', 'W-TENDON', 'W-TRIAL', 'W-IMPLANT'];

const unnamed = 'Not on this day, the pain clinic asks.';

/** Why a therapy session cannot be at this time; null when it can. */
export const closedForSession = (question: SessionQuestion): ClosedWindow | null =>
  heldTherapy(question) ?? closedByProcedure(question);

function heldTherapy({ document, discipline, at, loading, timeZone }: SessionQuestion): ClosedWindow | null {
  const day = DateTime.fromJSDate(at).setZone(timeZone).toISODate() ?? '';
  const own = document.rehab.filter((rehab) => rehab.discipline === discipline);
  const stops = ({ kind, from, until }: Restriction): boolean =>
    (kind === 'hold-all' || (kind === 'hold-loading' && loading)) &&
    from <= day &&
    (until === 'until-cleared' || day <= until);
  const isHeld = own.length > 0 && own.every(({ status }) => status === 'held');
  const restriction = own.flatMap(({ restrictions }) => restrictions).find(stops);
  if (!isHeld && !restriction) return null;
  const until =
    restriction && restriction.until !== 'until-cleared'
      ? DateTime.fromISO(restriction.until, { zone: timeZone }).plus({ days: 1 }).toJSDate()
      : null;
  const what = isHeld ? 'Therapy is on hold' : restriction?.kind === 'hold-all' ? 'Therapy is held' : 'Loading is held';
  const reason = `${what}${until ? ` until ${restriction?.until}` : ' until the plan clears it'}.`;
  return { reason, forPartner: reason, possibleFrom: until };
}

function closedByProcedure(question: SessionQuestion): ClosedWindow | null {
  const { document, discipline } = question;
  const visible = new Set(visiblePlan(document, discipline).procedures.map(({ id }) => id));
  for (const procedure of document.procedures) {
    const dated = withTime(procedure, question.reserved);
    const closed = dated && closedBy(dated, question);
    if (closed) return { ...closed, forPartner: visible.has(procedure.id) ? closed.reason : unnamed };
  }
  return null;
}

function withTime(procedure: Procedure, reserved: ReadonlyMap<string, Date>): Procedure | null {
  if (procedure.status === 'cancelled') return null;
  const time = procedure.doneAt ?? procedure.scheduledAt ?? reserved.get(procedure.id)?.toISOString();
  return time === undefined ? null : { ...procedure, scheduledAt: time };
}

function closedBy(
  procedure: Procedure,
  { at, loading, timeZone }: SessionQuestion,
): { reason: string; possibleFrom: Date | null } | null {
  const window = procedureWindow(procedure);
  if (!window) return null;
  const moment = DateTime.fromJSDate(at).setZone(timeZone);
  const day = DateTime.fromISO(window.at).setZone(timeZone);
  const name = procedureOnDay(procedure, window.at, timeZone);
  if (withoutSession.includes(window.window) && moment.hasSame(day, 'day')) {
    return {
      reason: `No session on the day of the ${name}.`,
      possibleFrom: day.plus({ days: 1 }).startOf('day').toJSDate(),
    };
  }
  if (!loading || !withoutLoading.includes(window.window) || moment < day || window.loadingFrom === null) return null;
  const from = DateTime.fromISO(window.loadingFrom).setZone(timeZone);
  if (moment >= from) return null;
  return {
    reason: `Only light until ${from.toFormat('ccc d LLLL yyyy HH:mm ZZZZ')}: ${name}.`,
    possibleFrom: from.toJSDate(),
  };
}
