import type { Condition } from './rule.js';

/** Named facts about one change, one plan, one member; a path such as `item.window` leads into it. */
export type Facts = Readonly<Record<string, unknown>>;

export const readFact = (facts: Facts, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      facts,
    );

export const holds = (conditions: readonly Condition[], facts: Facts): boolean =>
  conditions.every((condition) => isTrue(condition, facts));

function isTrue({ field, op, value }: Condition, facts: Facts): boolean {
  const fact = readFact(facts, field);
  const wanted = typeof value === 'string' && value.startsWith('@') ? readFact(facts, value.slice(1)) : value;
  switch (op) {
    case 'eq':
      return fact === wanted;
    case 'ne':
      return fact !== wanted;
    case 'in':
      return asList(wanted).includes(fact);
    case 'notIn':
      return !asList(wanted).includes(fact);
    case 'gte':
      return typeof fact === 'number' && typeof wanted === 'number' && fact >= wanted;
    case 'lte':
      return typeof fact === 'number' && typeof wanted === 'number' && fact <= wanted;
    case 'between':
      return typeof fact === 'number' && fact >= Number(asList(wanted)[0]) && fact <= Number(asList(wanted)[1]);
    case 'exists':
      return fact !== undefined && fact !== null && fact !== '';
    case 'missing':
      return fact === undefined || fact === null || fact === '';
    case 'includes':
      return asList(wanted).some((one) => asList(fact).includes(one));
    case 'not':
      return fact === false || fact === undefined || fact === null;
  }
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
