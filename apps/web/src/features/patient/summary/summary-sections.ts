import type { PlanDocument } from '#contracts';
import { day } from '../../../ui/moments.js';
import { withUnit } from '../../../ui/units.js';
import { inWords, sentence } from '../../../ui/words.js';

type SectionName =
  'goals' | 'diagnoses' | 'medications' | 'procedures' | 'rehab' | 'restrictions' | 'targets' | 'work' | 'safety';

export interface Section {
  name: SectionName;
  lines: string[];
}

const joined = (...parts: (string | number | null | undefined | false)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(', ');
const sideOf = (side: string): string | false => side !== 'n/a' && side;
const cut = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text);

export function alertsOf({ patientContext, redFlags }: PlanDocument): { allergies: string | null; redFlags: string } {
  const { state, items } = patientContext.allergies;
  return {
    allergies:
      state === 'known' ? items.map(({ text }) => text).join(', ') : state === 'not-recorded' ? null : inWords(state),
    redFlags: redFlags
      .filter(({ status }) => status === 'active')
      .map(({ kind }) => inWords(kind))
      .join(', '),
  };
}

/** What is in force, as one reads it aloud. What has ended is left out. */
export function sectionsOf(document: PlanDocument): Section[] {
  return [
    { name: 'goals', lines: goals(document) },
    { name: 'diagnoses', lines: diagnoses(document) },
    { name: 'medications', lines: medications(document) },
    { name: 'procedures', lines: procedures(document) },
    { name: 'rehab', lines: rehab(document) },
    { name: 'restrictions', lines: restrictions(document) },
    { name: 'targets', lines: targets(document) },
    { name: 'work', lines: work(document) },
    { name: 'safety', lines: safety(document) },
  ];
}

const goals = ({ patientContext: { workGoal, lifeGoal } }: PlanDocument): string[] =>
  [workGoal?.text, lifeGoal?.text].filter((text): text is string => Boolean(text)).map(cut);

const diagnoses = (document: PlanDocument): string[] =>
  document.diagnoses
    .filter(({ status }) => status === 'suspected' || status === 'confirmed')
    .map(({ code, text, group, side, level, status }) =>
      joined(text ?? (group ? sentence(inWords(group)) : code), sideOf(side), level.join(' '), status, code),
    );

const medications = (document: PlanDocument): string[] =>
  document.medications
    .filter(({ status }) => status !== 'stopped')
    .map(({ ingredient, dose, unit, frequency, status, until, steps }) =>
      joined(
        ingredient.display,
        dose !== undefined && `${dose} ${unit ?? ''}`.trim(),
        frequency,
        status !== 'active' && status,
        until && `until ${day(until)}`,
        steps.length > 0 && steps.map(({ date, dose: to }) => `${to} ${unit ?? ''} from ${day(date)}`).join('; '),
      ),
    );

const procedures = (document: PlanDocument): string[] =>
  document.procedures
    .filter(({ status }) => status !== 'cancelled')
    .map(({ type, side, level, status, scheduledAt, doneAt, result }) =>
      joined(
        sentence(inWords(type)),
        sideOf(side),
        level.join(' '),
        status,
        doneAt ? day(doneAt) : scheduledAt && day(scheduledAt),
        result && `${result.reliefPercent} % relief`,
      ),
    );

const rehab = (document: PlanDocument): string[] =>
  document.rehab
    .filter(({ status }) => status === 'active' || status === 'held')
    .map(({ discipline, dose, program, status }) =>
      joined(
        sentence(inWords(discipline)),
        status === 'held' && 'on hold',
        dose && `${dose.sessionsPerWeek} a week for ${dose.weeks} weeks`,
        program.map(inWords).join(', '),
      ),
    );

const restrictions = (document: PlanDocument): string[] =>
  document.rehab
    .filter(({ status }) => status === 'active' || status === 'held')
    .flatMap((one) => one.restrictions)
    .map(({ kind, kg, region, until }) =>
      joined(
        sentence(inWords(kind)),
        kg !== undefined && `${kg} kg`,
        region,
        until === 'until-cleared' ? 'until cleared' : `until ${day(until)}`,
      ),
    );

const targets = (document: PlanDocument): string[] =>
  document.targets
    .filter(({ status }) => status !== 'abandoned')
    .map(({ label, measure, baseline, target, unit, status, due }) =>
      joined(
        `${sentence(label ?? inWords(measure))}: ${baseline} to ${withUnit(target, unit)}`,
        due && `by ${day(due)}`,
        status === 'met' && 'reached',
      ),
    );

const work = ({ work: standing }: PlanDocument): string[] =>
  standing
    ? [
        joined(
          sentence(inWords(standing.status)),
          ...standing.restrictions,
          standing.returnDate && `back on ${day(standing.returnDate)}`,
        ),
      ]
    : [];

const safety = ({ safetyNet: { watchFor, callWhom, instructions } }: PlanDocument): string[] => [
  ...watchFor,
  ...(callWhom ? [joined(`Call ${callWhom.name}`, callWhom.number, callWhom.hours)] : []),
  ...(instructions ? [cut(instructions)] : []),
];
