import type { Path } from './values.js';

/** A part of a section: some fields of one place, or a list of things with an identity. */
export type Part =
  { kind: 'fields'; at: Path; names: readonly string[]; title?: string } | { kind: 'list'; at: Path; list: ListName };

export type ListName =
  | 'diagnoses'
  | 'deficits'
  | 'redFlags'
  | 'medications'
  | 'procedures'
  | 'rehab'
  | 'restrictions'
  | 'behavioral'
  | 'lifestyle'
  | 'imaging'
  | 'referralsNeeded'
  | 'targets'
  | 'implantedDevices'
  | 'plannedSurgery';

export interface Section {
  id: string;
  parts: readonly Part[];
}

const list = (name: ListName, ...above: string[]): Part => ({ kind: 'list', at: [...above, name], list: name });
const context = ['patientContext'];

/** The plan as a pain physician reads it: why it hurts, what for, how, what must not happen, and who this is. */
export const sections: readonly Section[] = [
  { id: 'diagnoses', parts: [list('diagnoses'), list('deficits')] },
  {
    id: 'goals',
    parts: [
      { kind: 'fields', at: [...context, 'workGoal'], names: ['text', 'targetId'], title: 'workGoal' },
      { kind: 'fields', at: [...context, 'lifeGoal'], names: ['text', 'targetId'], title: 'lifeGoal' },
    ],
  },
  { id: 'targets', parts: [list('targets')] },
  {
    id: 'stage',
    parts: [
      { kind: 'fields', at: ['stage'], names: ['value', 'since', 'reason'] },
      { kind: 'fields', at: [], names: ['status', 'statusReason', 'owner'] },
    ],
  },
  { id: 'procedures', parts: [list('procedures')] },
  { id: 'medications', parts: [list('medications')] },
  { id: 'rehab', parts: [list('rehab')] },
  { id: 'behavioral', parts: [list('behavioral'), list('lifestyle')] },
  { id: 'imaging', parts: [list('imaging')] },
  { id: 'referrals', parts: [list('referralsNeeded')] },
  { id: 'work', parts: [{ kind: 'fields', at: ['work'], names: ['status', 'returnDate', 'restrictions'] }] },
  {
    id: 'safety',
    parts: [
      list('redFlags'),
      { kind: 'fields', at: ['safetyNet'], names: ['watchFor', 'instructions'], title: 'safetyNet' },
      { kind: 'fields', at: ['safetyNet', 'callWhom'], names: ['name', 'number', 'hours'], title: 'callWhom' },
    ],
  },
  {
    id: 'context',
    parts: [
      { kind: 'fields', at: context, names: ['age', 'occupation', 'dutyDemands', 'riskFlags'] },
      { kind: 'fields', at: [...context, 'allergies'], names: ['state', 'items'], title: 'allergies' },
      {
        kind: 'fields',
        at: [...context, 'anticoagulation'],
        names: ['class', 'prescriber', 'holdDecisions'],
        title: 'anticoagulation',
      },
      { kind: 'fields', at: [...context, 'diabetes'], names: ['value', 'insulin'], title: 'diabetes' },
      { kind: 'fields', at: [...context, 'cancerHistory'], names: ['value', 'site'], title: 'cancerHistory' },
      {
        kind: 'fields',
        at: context,
        names: ['pregnancy', 'renalCaution', 'hepaticCaution', 'giBleedRisk', 'cautionNote'],
        title: 'cautions',
      },
      list('implantedDevices', ...context),
      list('plannedSurgery', ...context),
    ],
  },
  { id: 'review', parts: [{ kind: 'fields', at: [], names: ['reviewDate', 'notes'] }] },
];

/** Which section a place of the document stands in. */
export function sectionOf(path: Path): string {
  const place = path.join('.');
  const holds = ({ at, ...part }: Part): boolean =>
    part.kind === 'list'
      ? `${place}.`.startsWith(`${at.join('.')}.`)
      : part.names.some((name) => `${place}.`.startsWith(`${[...at, name].join('.')}.`));
  const exact = sections.find(({ parts }) => parts.some(holds));
  if (exact) return exact.id;
  // A whole group, such as `stage` or `work`: the first part below it.
  return sections.find(({ parts }) => parts.some(({ at }) => at.join('.').startsWith(place)))?.id ?? 'review';
}
