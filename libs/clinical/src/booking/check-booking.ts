import { DateTime } from 'luxon';
import type { BusinessCalendar, FieldError, PlanDocument, Procedure } from '#contracts';
import { inZone, toInstant } from '../calendar/business-calendar.js';
import { type Check, type CheckContext, refusal, type Unmet } from '../check/check.js';
import { procedurePrerequisites } from '../check/check-prerequisites.js';
import { holdDecisions, noInfection, noRadiationInPregnancy } from '../check/check-safety.js';
import { spacing } from '../check/check-spacing.js';
import { describeProcedure, isSamePlace } from '../plan/procedure-table.js';

export interface ProcedureBooking {
  procedureId: string;
  at: Date;
  /** A clinician sets aside what may be set aside. */
  override?: { reason: string; by: string } | undefined;
  /** Times of other procedures that are reserved and stand in no version yet, by item id. */
  reserved: ReadonlyMap<string, Date>;
  /** The clinic's: days are counted in its zone. */
  calendar: BusinessCalendar;
  now: Date;
}

export interface BookingRefusal {
  errors: FieldError[];
  /** The first day, at the same hour, on which nothing of this stands in the way; null when waiting alone does not help. */
  possibleFrom: Date | null;
}

/** What a version that books this procedure is judged by. */
const checks: readonly Check[] = [procedurePrerequisites, spacing, holdDecisions, noInfection, noRadiationInPregnancy];

const searchDays = 400;

/**
 * Why this procedure may not be booked at this time: the same rules that a version would meet which said so, and those of its series.
 * Null: it may be booked. Whether the payer agrees and the site is open is asked elsewhere.
 */
export function checkProcedureBooking(document: PlanDocument, booking: ProcedureBooking): BookingRefusal | null {
  const errors = faults(document, booking);
  if (errors.length === 0) return null;
  return { errors, possibleFrom: firstPossible(document, booking) };
}

function firstPossible(document: PlanDocument, booking: ProcedureBooking): Date | null {
  const start = inZone(booking.at, booking.calendar);
  for (let days = 1; days <= searchDays; days += 1) {
    const at = start.plus({ days }).toJSDate();
    if (faults(document, { ...booking, at }).length === 0) return at;
  }
  return null;
}

function faults(document: PlanDocument, booking: ProcedureBooking): FieldError[] {
  const { procedureId, now } = booking;
  const context: CheckContext = { previous: document, now };
  const next = asBooked(document, booking);
  const index = next.procedures.findIndex(({ id }) => id === procedureId);
  const procedure = next.procedures[index];
  if (!procedure) return [];
  const ofVersion = checks
    .flatMap((check) => check(next, context))
    .filter(({ path }) => path.startsWith(`procedures[${index}].`));
  const ofSeries = seriesRules.flatMap((rule) => rule(procedure, next) ?? []);
  return [
    ...ofVersion.map((error) => ({ ...error, path: 'startsAt' })),
    ...ofSeries
      .filter(({ overridable }) => !(overridable && procedure.override))
      .map((unmet) => refusal('startsAt', unmet)),
  ];
}

/** The plan as the next version would have it. */
function asBooked(document: PlanDocument, { procedureId, at, override, reserved, calendar }: ProcedureBooking) {
  const scheduled = (procedure: Procedure, time: Date): Procedure => ({
    ...procedure,
    status: 'scheduled',
    scheduledAt: toInstant(time, calendar),
  });
  const procedures = document.procedures.map((procedure): Procedure => {
    if (procedure.id === procedureId) return { ...scheduled(procedure, at), ...(override ? { override } : {}) };
    const time = reserved.get(procedure.id);
    return time && (procedure.status === 'planned' || procedure.status === 'authorized')
      ? scheduled(procedure, time)
      : procedure;
  });
  return { ...document, procedures };
}

type SeriesRule = (procedure: Procedure, document: PlanDocument) => Unmet | null;

const timeOf = ({ doneAt, scheduledAt }: Procedure): number => Date.parse(doneAt ?? scheduledAt ?? '9999-12-31');

/** The second of a series follows the first. */
const inOrder: SeriesRule = (procedure, { procedures }) => {
  const { series } = procedure;
  if (!series) return null;
  const before = procedures.find(
    (other) =>
      other.series?.id === series.id &&
      other.series.number < series.number &&
      other.status !== 'cancelled' &&
      timeOf(other) >= timeOf(procedure),
  );
  return before
    ? {
        needed: `number ${before.series?.number} of this series before number ${series.number}`,
        found: before.scheduledAt ? `found it booked for ${before.scheduledAt.slice(0, 10)}` : 'it has no date',
        overridable: false,
      }
    : null;
};

/** A block is repeated when the one before agreed; one whose diary is not read yet says nothing. */
const firstAgreed: SeriesRule = (procedure, { procedures }) => {
  if (procedure.type !== 'medial-branch-block') return null;
  const before = procedures.find(
    (other) =>
      other.id !== procedure.id &&
      other.type === procedure.type &&
      other.status === 'done' &&
      isSamePlace(other, procedure) &&
      other.result?.concordant !== true,
  );
  return before
    ? {
        needed: 'a first block whose result is recorded and concordant',
        found: before.result ? `found ${before.result.reliefPercent} %, not concordant` : 'no result is recorded',
        overridable: true,
      }
    : null;
};

/** Not before the blood thinner is stopped, and not after it is taken again. */
const whileHeld: SeriesRule = (procedure, { patientContext }) => {
  const hold = patientContext.anticoagulation.holdDecisions.find(
    ({ procedureId, decision }) => procedureId === procedure.id && decision === 'hold',
  );
  const day = procedure.scheduledAt?.slice(0, 10) ?? '';
  const isHeld = (hold?.from ?? day) <= day && day <= (hold?.until ?? day);
  return hold && !isHeld
    ? {
        needed: `a day on which the blood thinner is held (${hold.from ?? 'any'} to ${hold.until ?? 'any'})`,
        found: `found ${day}`,
        overridable: false,
      }
    : null;
};

const seriesRules: readonly SeriesRule[] = [inOrder, firstAgreed, whileHeld];

/** What stands in the way of a procedure that is booked, as the plan is now: the blood thinner, or a fever. */
export function bookingDanger(
  document: PlanDocument,
  procedureId: string,
): { cause: 'blood-thinner' | 'fever'; reason: string } | null {
  const index = document.procedures.findIndex(({ id }) => id === procedureId);
  const procedure = document.procedures[index];
  if (procedure?.status !== 'scheduled' && procedure?.status !== 'planned' && procedure?.status !== 'authorized') {
    return null;
  }
  const booked = { ...document, procedures: [{ ...procedure, status: 'scheduled' as const }] };
  const context: CheckContext = { previous: null, now: new Date(0) };
  const [thinner] = holdDecisions(booked, context);
  if (thinner) return { cause: 'blood-thinner', reason: `Needed: ${thinner.needed}; ${thinner.found}.` };
  const [fever] = noInfection(booked, context);
  return fever ? { cause: 'fever', reason: `Needed: ${fever.needed}; ${fever.found}.` } : null;
}

/** `left L4 medial branch block on Tue 13 April 2027` */
export const procedureOnDay = (procedure: Procedure, at: string, timeZone: string): string =>
  `${describeProcedure(procedure)} on ${DateTime.fromISO(at).setZone(timeZone).toFormat('ccc d LLLL yyyy')}`;
