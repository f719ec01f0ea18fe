import type { PlanChange, PlanDocument } from '#contracts';
import { itemLayouts } from './item-fields.js';
import { type ListName, sectionOf, sections } from './sections.js';
import { type Fields, idOf, isSame, itemsOf, partsOf, type Value, valueAt } from './values.js';

export type Verb = 'added' | 'changed' | 'stopped';

const ending =
  /\.(stopped|cancelled|ruled-out|resolved|completed|removed|restriction-lifted|withdrawn|cleared|revoked|not-cleared)$/;

/** What a change is to somebody who reads: something new, something else, or something that is over. */
export const verbOf = ({ type, before, after }: PlanChange): Verb => {
  if (after === null || (ending.test(type) && type !== 'behavioral.cleared' && type !== 'behavioral.completed'))
    return 'stopped';
  return before === null ? 'added' : 'changed';
};

/** Changes by section, in the order of the plan. */
export function bySection(changes: readonly PlanChange[]): { id: string; changes: PlanChange[] }[] {
  const found = Map.groupBy(changes, ({ path }) => sectionOf(partsOf(path)));
  return sections.flatMap(({ id }) => {
    const own = found.get(id);
    return own ? [{ id, changes: own }] : [];
  });
}

/** The list that an item of a change belongs to, when it is an item. */
export const listOf = ({ path }: Pick<PlanChange, 'path'>): ListName | undefined => {
  const name = String(partsOf(path).findLast((part) => typeof part === 'string') ?? '');
  return name in itemLayouts ? (name as ListName) : undefined;
};

/** Items that both versions have alike, by section: what a reader need not look at. */
export function unchangedItems(
  before: PlanDocument,
  after: PlanDocument,
): Map<string, { list: ListName; item: Fields }[]> {
  const rows = sections.map(({ id, parts }) => {
    const lists = parts.flatMap((part) => (part.kind === 'list' ? [part] : []));
    const same = lists.flatMap(({ at, list }) => {
      const was = new Map(itemsOf(valueAt(before, at)).map((item) => [idOf(item), item]));
      return itemsOf(valueAt(after, at))
        .filter((item) => isSame(was.get(idOf(item)), item))
        .map((item) => ({ list, item }));
    });
    return [id, same] as const;
  });
  return new Map(rows.filter(([, same]) => same.length > 0));
}

export interface Wording {
  /** Name of the field in the texts of the form. */
  name: string;
  /** What the text belongs to, when it is an item. */
  list: ListName | null;
  item: Fields | null;
  before: string;
  after: string;
}

/** Texts whose change concerns nobody: the rules do not read them. */
const headTexts = [
  'notes',
  'safetyNet.instructions',
  'patientContext.cautionNote',
  'patientContext.workGoal.text',
  'patientContext.lifeGoal.text',
];
const itemTexts: readonly (readonly [ListName, readonly string[]])[] = [
  ['diagnoses', ['text']],
  ['imaging', ['summary']],
  ['lifestyle', ['text']],
  ['procedures', ['ifBenefit', 'ifNoBenefit']],
];

/** Free text that differs between two versions. */
export function wordingOf(before: PlanDocument, after: PlanDocument): Wording[] {
  const head = headTexts.map((path) => {
    const parts = path.split('.');
    const name = parts.at(-1) === 'text' ? (parts.at(-2) ?? '') : (parts.at(-1) ?? '');
    const at = (document: PlanDocument): string => words(valueAt(document, parts));
    return { name, list: null, item: null, before: at(before), after: at(after) };
  });
  const items = itemTexts.flatMap(([list, names]) =>
    itemsOf(after[list as keyof PlanDocument]).flatMap((item) => {
      const was = itemsOf(before[list as keyof PlanDocument]).find((one) => idOf(one) === idOf(item));
      return was ? names.map((name) => ({ name, list, item, before: words(was[name]), after: words(item[name]) })) : [];
    }),
  );
  return [...head, ...items].filter((one) => one.before !== one.after);
}

const words = (value: Value): string => (typeof value === 'string' ? value : '');
