import type { FieldError, PlanDocument } from '#contracts';
import type { Check } from './check.js';

type Dated = readonly [path: string, date: string | undefined];

const hours = 3_600_000;
/** Somewhere on earth it is tomorrow already: a day is in the future when it is so everywhere. */
const latestToday = (now: Date): string => new Date(now.getTime() + 14 * hours).toISOString().slice(0, 10);

const isFuture = (date: string, now: Date): boolean =>
  date.length > 10 ? Date.parse(date) > now.getTime() : date > latestToday(now);

/** What was seen, decided or begun lies behind us. What is planned may lie ahead. */
function pastDates(document: PlanDocument): Dated[] {
  const { stage, diagnoses, redFlags, deficits, procedures, medications, targets, patientContext } = document;
  return [
    ['stage.since', stage.since],
    ...diagnoses.map(({ onset }, at): Dated => [`diagnoses[${at}].onset`, onset === 'gradual' ? undefined : onset]),
    ...redFlags.flatMap(({ observedAt, clearedAt }, at): Dated[] => [
      [`redFlags[${at}].observedAt`, observedAt],
      [`redFlags[${at}].clearedAt`, clearedAt],
    ]),
    ...deficits.map(({ observedAt }, at): Dated => [`deficits[${at}].observedAt`, observedAt]),
    ...procedures.flatMap(({ doneAt, result }, at): Dated[] => [
      [`procedures[${at}].doneAt`, doneAt],
      [`procedures[${at}].result.recordedAt`, result?.recordedAt],
    ]),
    ...medications.flatMap(({ stewardship }, at) =>
      (['riskAssessedAt', 'naloxoneEducationAt', 'monitoringProgramCheckedAt'] as const).map((field): Dated => [
        `medications[${at}].stewardship.${field}`,
        stewardship?.[field],
      ]),
    ),
    ...targets.map(({ baselineDate }, at): Dated => [`targets[${at}].baselineDate`, baselineDate]),
    ...patientContext.anticoagulation.holdDecisions.map(({ decidedAt }, at): Dated => [
      `patientContext.anticoagulation.holdDecisions[${at}].decidedAt`,
      decidedAt,
    ]),
  ];
}

export const nothingFromTheFuture: Check = (document, { now }) =>
  pastDates(document)
    .filter(([, date]) => date !== undefined && isFuture(date, now))
    .map(([path]) => ({ path, message: 'lies in the future' }));

const ends = (from: Dated, until: Dated): FieldError[] => {
  const [[, first], [path, last]] = [from, until];
  if (first === undefined || last === undefined) return [];
  const isBefore =
    first.length > 10 && last.length > 10
      ? Date.parse(last) < Date.parse(first)
      : last.slice(0, 10) < first.slice(0, 10);
  return isBefore ? [{ path, message: `lies before ${first}` }] : [];
};

/** Nothing ends before it begins. */
export const endsAfterBeginnings: Check = (document) => {
  const { medications, rehab, redFlags, procedures, targets, patientContext } = document;
  const holds = patientContext.anticoagulation.holdDecisions;
  return [
    ...medications.flatMap(({ startedOn, until }, at) => ends(['', startedOn], [`medications[${at}].until`, until])),
    ...rehab.flatMap(({ restrictions }, at) =>
      restrictions.flatMap(({ from, until }, n) =>
        ends(['', from], [`rehab[${at}].restrictions[${n}].until`, until === 'until-cleared' ? undefined : until]),
      ),
    ),
    ...holds.flatMap(({ from, until }, at) =>
      ends(['', from], [`patientContext.anticoagulation.holdDecisions[${at}].until`, until]),
    ),
    ...redFlags.flatMap(({ observedAt, clearedAt, status }, at) =>
      ends(['', observedAt], [`redFlags[${at}].clearedAt`, status === 'cleared' ? clearedAt : undefined]),
    ),
    ...procedures.flatMap(({ doneAt, result }, at) =>
      ends(['', doneAt], [`procedures[${at}].result.recordedAt`, result?.recordedAt]),
    ),
    ...targets.flatMap(({ baselineDate, due }, at) => ends(['', baselineDate], [`targets[${at}].due`, due])),
  ];
};
