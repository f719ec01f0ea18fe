import { DateTime } from 'luxon';
import {
  describeProcedure,
  earliestBySpacing,
  inZone,
  isSamePlace,
  redFlagUrgency,
  sameDay,
  timeOn,
  windowOf,
} from '#clinical';
import type { AppointmentRequest, BusinessCalendar, PlanDocument, Procedure, RedFlag, Rehab } from '#contracts';
import { describeStudy } from '../authorization/derive-authorizations.js';

/** A time that a plan version asks for. Item and purpose together name it within the plan. */
export type WantedRequest = Pick<AppointmentRequest, 'itemId' | 'purpose' | 'title' | 'role' | 'why'> & {
  earliest: Date;
  latest: Date | null;
};

interface Moment {
  /** When the version was published. */
  at: Date;
  calendar: BusinessCalendar;
}

/** From the document alone. What is not listed is not wanted (any more); in a plan that rests or has ended nothing is. */
export function deriveRequests(document: PlanDocument, moment: Moment): WantedRequest[] {
  if (document.status !== 'active') return [];
  return [
    ...document.procedures.flatMap((procedure) => [
      ...toBook(procedure, document, moment),
      ...nextStep(procedure, document, moment),
      ...reEvaluation(procedure, document, moment),
      ...session(procedure, document, moment),
    ]),
    ...document.imaging.flatMap((study) => (study.status === 'ordered' ? [imaging(study, moment)] : [])),
    ...document.redFlags.flatMap((flag) => (flag.status === 'active' ? urgent(flag, document, moment) : [])),
  ];
}

const opening = (day: string, { calendar }: Moment): Date =>
  timeOn(DateTime.fromISO(day, { zone: calendar.timeZone }), calendar.opens).toJSDate();
const dayIn = (date: Date, { calendar }: Moment): string => inZone(date, calendar).toISODate() ?? '';

const isAhead = ({ status }: Procedure): boolean =>
  status === 'planned' || status === 'authorized' || status === 'scheduled';

/** Distances to what was done or booked say from when. */
function toBook(procedure: Procedure, document: PlanDocument, moment: Moment): WantedRequest[] {
  if (!isAhead(procedure)) return [];
  const today = dayIn(moment.at, moment);
  const day = procedure.override ? today : (earliestBySpacing(procedure, today, document) ?? today);
  const name = describeProcedure(procedure);
  const why =
    day === today
      ? `The plan wants the ${name}.`
      : `The plan wants the ${name}; its distance to what was done sets the day.`;
  const earliest = day === today ? moment.at : opening(day, moment);
  return [{ itemId: procedure.id, purpose: 'procedure', title: name, role: null, earliest, latest: null, why }];
}

const blocksApartDays = 14;
const enoughRelief = 50;
const ablationAfter: Partial<Record<Procedure['type'], Procedure['type']>> = {
  'medial-branch-block': 'rfa-medial-branch',
  'genicular-block': 'rfa-genicular',
  'si-joint-injection': 'rfa-lateral-branch',
};
const implantAfter: Partial<Record<Procedure['type'], Procedure['type']>> = {
  'scs-trial': 'scs-implant',
  'drg-trial': 'drg-implant',
};

/** What a result opens and the plan does not hold yet: the physician decides, the desk sees it coming. */
function nextStep(procedure: Procedure, document: PlanDocument, moment: Moment): WantedRequest[] {
  const { id, type, doneAt, result, status } = procedure;
  if (status !== 'done' || !doneAt || !result) return [];
  const name = describeProcedure(procedure);
  const others = document.procedures.filter((other) => other.id !== id && other.status !== 'cancelled');
  const holds = (wanted: Procedure['type']): boolean =>
    others.some((other) => other.type === wanted && isSamePlace(other, procedure));
  const step = (purpose: WantedRequest['purpose'], title: string, earliest: Date): WantedRequest[] => [
    {
      itemId: id,
      purpose,
      title,
      role: null,
      earliest,
      latest: null,
      why: `The ${name} gave ${result.reliefPercent} %.`,
    },
  ];
  if (type === 'medial-branch-block' && !holds(type)) {
    const from = DateTime.fromISO(doneAt).setZone(moment.calendar.timeZone).plus({ days: blocksApartDays });
    const isConcordant = result.concordant === true;
    return isConcordant ? step('second-block', `Second ${name}`, opening(from.toISODate() ?? '', moment)) : [];
  }
  const ablation = ablationAfter[type];
  if (ablation && !holds(ablation)) {
    const isLast = !others.some(
      (other) => other.type === type && isSamePlace(other, procedure) && isLater(other, doneAt),
    );
    const opens =
      type === 'medial-branch-block' ? bothConcordant(procedure, others) : result.reliefPercent >= enoughRelief;
    return opens && isLast ? step('ablation', `Ablation after the ${name}`, moment.at) : [];
  }
  const implant = implantAfter[type];
  const isHelpful = result.reliefPercent >= enoughRelief && result.function === 'better';
  return implant && isHelpful && !others.some((other) => other.type === implant)
    ? step('implant', `Implant after the ${name}`, moment.at)
    : [];
}

const isLater = ({ doneAt, scheduledAt }: Procedure, than: string): boolean =>
  Date.parse(doneAt ?? scheduledAt ?? '9999-12-31') > Date.parse(than);

const bothConcordant = (block: Procedure, others: readonly Procedure[]): boolean =>
  block.result?.concordant === true &&
  others.some((other) => other.type === block.type && isSamePlace(other, block) && other.result?.concordant === true);

/** Relief of an ablation lasts six to twelve months; a repeated one is looked at in its own time. */
function reEvaluation(procedure: Procedure, { procedures }: PlanDocument, moment: Moment): WantedRequest[] {
  const { id, type, status, doneAt } = procedure;
  if (status !== 'done' || !doneAt || windowOf(procedure) !== 'W-RFA') return [];
  const isRepeated = procedures.some(
    (other) =>
      other.id !== id &&
      other.type === type &&
      other.status !== 'cancelled' &&
      isSamePlace(other, procedure) &&
      isLater(other, doneAt),
  );
  if (isRepeated) return [];
  const done = DateTime.fromISO(doneAt).setZone(moment.calendar.timeZone);
  const after = (months: number): Date => opening(done.plus({ months }).toISODate() ?? '', moment);
  const title = `Re-evaluation after the ${describeProcedure(procedure)}`;
  const why = 'Six to twelve months after an ablation its relief is looked at again.';
  return [{ itemId: id, purpose: 're-evaluation', title, role: null, earliest: after(6), latest: after(12), why }];
}

/** Some procedures want therapy soon after them: trigger points, sympathetic blocks, pelvic procedures. */
function session(procedure: Procedure, { rehab }: PlanDocument, moment: Moment): WantedRequest[] {
  const at = procedure.doneAt ?? procedure.scheduledAt;
  if (at === undefined || procedure.status === 'cancelled' || procedure.status === 'planned') return [];
  const start = DateTime.fromISO(at).setZone(moment.calendar.timeZone);
  const window = sessionWindow(procedure, start);
  if (!window || window.latest < moment.at) return [];
  const { discipline, earliest, latest } = window;
  if (!rehab.some((one) => one.discipline === discipline && one.status === 'active')) return [];
  const title = `${discipline.replaceAll('-', ' ')} session`;
  const why = 'The pain clinic asks for a session in this time.';
  const wanted = { title: title.charAt(0).toUpperCase() + title.slice(1), role: discipline, why };
  return [{ itemId: procedure.id, purpose: 'therapy-visit', ...wanted, earliest, latest }];
}

const sessionHours = 48;

function sessionWindow(
  procedure: Procedure,
  at: DateTime,
): { discipline: Rehab['discipline']; earliest: Date; latest: Date } | null {
  switch (windowOf(procedure)) {
    case 'W-TP':
      return span('physical-therapy', at, at.plus({ hours: sessionHours }));
    case 'W-SYMP':
      return span('physical-therapy', at, at.endOf('day'));
    case 'W-PELVIC':
      return span('pelvic-floor-therapy', at.plus({ days: 1 }).startOf('day'), at.plus({ days: 5 }).endOf('day'));
    default:
      return null;
  }
}

const span = (discipline: Rehab['discipline'], earliest: DateTime, latest: DateTime) => ({
  discipline,
  earliest: earliest.toJSDate(),
  latest: latest.toJSDate(),
});

function imaging(study: PlanDocument['imaging'][number], moment: Moment): WantedRequest {
  const latest =
    study.by === undefined
      ? null
      : timeOn(DateTime.fromISO(study.by, { zone: moment.calendar.timeZone }), moment.calendar.closes).toJSDate();
  const why = study.networkRequired ? 'Ordered; the payer wants a site of its network.' : 'Ordered.';
  const title = describeStudy(study);
  return { itemId: study.id, purpose: 'imaging', title, role: 'imaging', earliest: moment.at, latest, why };
}

const urgentDays = 7;

/** A finding that cannot wait gets a time on the day it was reported; an emergency goes to the hospital and waits for no slot. */
export function urgent(
  flag: Pick<RedFlag, 'id' | 'kind' | 'observedAt'> & Partial<RedFlag>,
  document: PlanDocument,
  { calendar }: Moment,
): WantedRequest[] {
  const urgency = redFlagUrgency(flag, document);
  if (urgency !== 'same-day' && urgency !== 'within-7-days') return [];
  const earliest = new Date(flag.observedAt);
  const isToday = urgency === 'same-day';
  const latest = isToday
    ? sameDay(earliest, calendar)
    : timeOn(inZone(earliest, calendar).plus({ days: urgentDays }), calendar.closes).toJSDate();
  const what = flag.kind.replaceAll('-', ' ');
  const title = `Visit because of: ${what}`;
  const why = isToday ? `Reported: ${what}. To be seen today.` : `Reported: ${what}. To be seen within seven days.`;
  return [{ itemId: flag.id, purpose: 'same-day', title, role: null, earliest, latest, why }];
}
