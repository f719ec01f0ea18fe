import type { PlanDocument } from '#contracts';

/** The plan with the items of each list by id. Who speaks of the first of a list then speaks of the same one, in whatever order it is written. */
export const inOrderOfIds = (document: PlanDocument): PlanDocument =>
  Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, Array.isArray(value) ? byId(value as Item[]) : value]),
  ) as PlanDocument;

interface Item {
  id: string;
}

const byId = (items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));

/** The value with its lists of words (levels, program, limits) in one order. */
export function withOrderedWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withOrderedWords);
    return items.every((item) => typeof item === 'string') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withOrderedWords(inner)]));
}
