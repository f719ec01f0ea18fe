import { DateTime } from 'luxon';
import type { Procedure } from '#contracts';
import { type Window, windowOf } from './procedure-table.js';

/** What a procedure means for loading, counted from the moment it takes place. Hours, or days, after it. */
interface WindowTimes {
  lightUntil: { hours: number } | { days: number } | null;
  loadingFrom: { hours: number } | { days: number } | null;
  /** What else therapy should know. */
  note: string;
}

const times: Record<Window, WindowTimes> = {
  'W-ESI': {
    lightUntil: { hours: 48 },
    loadingFrom: { hours: 48 },
    note: 'no session on the day; walking first, then build up over one to two weeks',
  },
  'W-DIAG': {
    lightUntil: { hours: 24 },
    loadingFrom: { hours: 24 },
    note: 'no new loading on the day; test the usual provoking movements',
  },
  'W-RFA': { lightUntil: { days: 7 }, loadingFrom: { days: 7 }, note: 'no session on the day; soreness is expected' },
  'W-JOINT': { lightUntil: { hours: 48 }, loadingFrom: { hours: 48 }, note: 'no session on the day' },
  'W-TENDON': {
    lightUntil: { days: 7 },
    loadingFrom: { days: 7 },
    note: 'no session on the day; build up from day 7 to day 14, no maximal load for two weeks',
  },
  'W-TP': { lightUntil: null, loadingFrom: { hours: 0 }, note: 'session within 48 hours, stretch and retrain' },
  'W-SYMP': { lightUntil: null, loadingFrom: { hours: 0 }, note: 'session on the same day, in the hours after it' },
  'W-PELVIC': {
    lightUntil: { hours: 24 },
    loadingFrom: { days: 1 },
    note: 'no internal work on the day; session one to five days after',
  },
  'W-TRIAL': {
    lightUntil: null,
    loadingFrom: null,
    note: 'no bending, lifting, twisting or overhead reach while the leads are in',
  },
  'W-IMPLANT': {
    lightUntil: { days: 42 },
    loadingFrom: { days: 42 },
    note: 'no bending, lifting over 2 kg or twisting for six to eight weeks',
  },
  'W-VERT': { lightUntil: null, loadingFrom: null, note: 'no loading until the plan clears it' },
};

/** A stimulator's test leads stay in for a week unless the plan says otherwise. */
const usualTrialDays = 7;

export interface ProcedureWindow {
  window: Window;
  /** RFC 3339 with the offset of the procedure's own time. */
  at: string;
  lightUntil: string | null;
  loadingFrom: string | null;
  leadsUntil: string | null;
  note: string;
}

const known = new WeakMap<Procedure, ProcedureWindow | null>();

/** The window around a procedure that has a date; null when it has none or was cancelled. */
export function procedureWindow(procedure: Procedure): ProcedureWindow | null {
  // Items of a published version never change, and many rules ask about the same one.
  const found = known.get(procedure);
  if (found !== undefined) return found;
  const window = findWindow(procedure);
  known.set(procedure, window);
  return window;
}

function findWindow(procedure: Procedure): ProcedureWindow | null {
  const at = procedure.doneAt ?? procedure.scheduledAt;
  if (!at || procedure.status === 'cancelled') return null;
  const window = windowOf(procedure);
  const { lightUntil, loadingFrom, note } = times[window];
  const after = (duration: { hours?: number; days?: number } | null): string | null =>
    duration && DateTime.fromISO(at, { setZone: true }).plus(duration).toISO({ suppressMilliseconds: true });
  const leadDays = procedure.trialDays ?? usualTrialDays;
  return {
    window,
    at,
    lightUntil: after(lightUntil),
    loadingFrom: window === 'W-TRIAL' ? after({ days: leadDays + 2 }) : after(loadingFrom),
    leadsUntil: window === 'W-TRIAL' ? after({ days: leadDays }) : null,
    note,
  };
}
