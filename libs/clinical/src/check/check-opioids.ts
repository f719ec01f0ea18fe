import type { FieldError, Medication } from '#contracts';
import { daysFrom } from './check-spacing.js';
import { type Check, refusal } from './check.js';

/** Meant for longer than this, an opioid needs its stewardship; from the long term on, all of it. */
const shortDays = 7;
const longTermDays = 90;

const stewardshipFields = {
  functionalGoal: 'the target that the opioid is judged by',
  riskAssessedAt: 'an assessment of the risk',
  monitoringIntervalDays: 'an interval of monitoring',
  naloxoneEducationAt: 'education about naloxone',
} as const;
const fields = Object.keys(stewardshipFields) as (keyof typeof stewardshipFields)[];
const shortContexts = ['post-operative', 'acute-injury'];

/** The day on which it is meant to end: said outright, or the step down to nothing. */
const endOf = ({ until, steps, stewardship }: Medication): string | undefined =>
  until ?? [...steps, ...(stewardship?.taper.steps ?? [])].find(({ dose }) => dose === 0)?.date;

/** Days it is meant to be taken; infinite when nobody says until when. */
const plannedDays = (medication: Medication, today: string): number => {
  const end = endOf(medication);
  return end === undefined ? Number.POSITIVE_INFINITY : daysFrom(medication.startedOn ?? today, end);
};

const isRunning = ({ class: kind, status }: Medication): boolean => kind === 'opioid' && status !== 'stopped';

/** An opioid for longer than a week has its stewardship; a long-term one has goal, risk, monitoring and naloxone education. No override. */
export const opioidSafeguards: Check = ({ medications }, { now }) =>
  medications.flatMap((medication, index): FieldError[] => {
    if (!isRunning(medication)) return [];
    const days = plannedDays(medication, now.toISOString());
    if (days <= shortDays) return [];
    const path = `medications[${index}].stewardship`;
    const { stewardship } = medication;
    const found = Number.isFinite(days) ? `it is meant for ${days} days` : 'nobody says until when it is taken';
    if (!stewardship) {
      const needed = `goal, risk, monitoring and naloxone education of an opioid for longer than ${shortDays} days`;
      return [refusal(path, { needed, found, overridable: false })];
    }
    if (shortContexts.includes(stewardship.context) && days < longTermDays) return [];
    return fields
      .filter((field) => stewardship[field] === undefined)
      .map((field) =>
        refusal(`${path}.${field}`, {
          needed: `${stewardshipFields[field]} is required for opioid therapy`,
          found: 'none found',
          overridable: false,
        }),
      );
  });

const isTapered = (medication: Medication | undefined): boolean => medication?.stewardship?.taper.state === 'running';

/** Who steps down goes on stepping down when the plan ends: by a taper that is written out, or with somebody who prescribes. */
export const noTaperLeftAlone: Check = (document, { previous }) => {
  if (document.status !== 'revoked') return [];
  const tapered = (previous?.medications ?? []).filter((one) => isRunning(one) && isTapered(one));
  const ids = new Set(
    [...tapered, ...document.medications.filter((one) => isRunning(one) && isTapered(one))].map(({ id }) => id),
  );
  return [...ids].flatMap((id) => {
    const index = document.medications.findIndex((one) => one.id === id);
    const { stewardship } = document.medications[index] ?? {};
    const goesOn =
      stewardship !== undefined &&
      (stewardship.prescriber !== undefined ||
        stewardship.taper.state === 'done' ||
        (stewardship.taper.state === 'running' && stewardship.taper.steps.length > 0));
    if (goesOn) return [];
    const path = index < 0 ? 'medications' : `medications[${index}].stewardship.prescriber`;
    const needed =
      'a running opioid taper goes on with its steps, or with a named prescriber, when the plan is revoked';
    return [refusal(path, { needed, found: index < 0 ? `${id} is gone` : 'neither found', overridable: false })];
  });
};
