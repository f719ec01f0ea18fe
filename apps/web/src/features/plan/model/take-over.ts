import type { Pathway, PathwayItem } from '#contracts';
import { fieldSchemas } from './field-schemas.js';
import { newItem } from './schema.js';
import type { ListName } from './sections.js';
import { type Fields, itemsOf, type Value, withValue } from './values.js';

/** What a suggestion becomes in the plan: one item of a list; where several kinds would do, somebody chooses one. */
export interface Choice {
  code: string;
  list: ListName;
  item: Fields;
}

/** The ways to take a suggestion over. None: it is advice, not an item. */
export function choicesOf(item: PathwayItem): Choice[] {
  switch (item.kind) {
    case 'rehab':
      return [choice('rehab', item.discipline, { discipline: item.discipline, program: item.program })];
    case 'medication':
      return item.anyOf.map((one) => choice('medications', one, { class: one }));
    case 'procedure':
      return item.anyOf.map((one) => choice('procedures', one, { type: one }));
    case 'behavioral':
      return item.anyOf.map((one) => choice('behavioral', one, { kind: one }));
    case 'lifestyle':
      return item.anyOf.map((one) => choice('lifestyle', one, { kind: one }));
    case 'imaging':
      return item.anyOf.map((one) => choice('imaging', one, { modality: one }));
    case 'referral':
      return [choice('referralsNeeded', item.role, { role: item.role, question: item.question })];
    case 'work':
      return [];
  }
}

export const targetChoice = ({ kind, measure, trainedBy, reviewEveryWeeks }: Pathway['targets'][number]): Choice =>
  choice('targets', measure, { kind, measure, reviewEveryWeeks, ...(trainedBy ? { trainedBy } : {}) });

const choice = (list: ListName, code: string, item: Fields): Choice => ({ code, list, item });

/** The document with what was taken over as a new item of its list, for the diagnosis where the item can name one. Nobody is told of it. */
export function takeOver(
  document: Fields,
  { list, item }: Choice,
  { start, diagnosisId }: { start: Fields | undefined; diagnosisId: Value },
): { document: Fields; path: [string, number] } {
  const schema = fieldSchemas(list);
  const known = schema.properties?.['diagnosisId'] && diagnosisId !== undefined ? { diagnosisId } : {};
  const items = itemsOf(document[list]);
  const added = { ...newItem(schema, start), ...known, ...item };
  return { document: withValue(document, [list], [...items, added]) as Fields, path: [list, items.length] };
}

/** Whether the plan holds what is suggested: what was tried and stopped counts, it was thought of. */
export function isTaken(document: Fields, item: PathwayItem): boolean {
  if (item.kind === 'work') return document['work'] !== undefined;
  return choicesOf(item).some(({ list, code }) => holds(itemsOf(document[list]), code));
}

export const holdsTarget = (document: Fields, { kind, measure }: Pathway['targets'][number]): boolean =>
  itemsOf(document['targets']).some((one) => one['kind'] === kind || one['measure'] === measure);

const holds = (items: readonly Fields[], code: string): boolean =>
  items.some(
    (one) =>
      one['status'] !== 'cancelled' &&
      [one['discipline'], one['class'], one['type'], one['kind'], one['modality'], one['role']].includes(code),
  );
