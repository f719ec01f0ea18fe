import { sectionOf, sections } from './sections.js';
import { idOf, isFields, isSame, itemsOf, type Path, type Value } from './values.js';

/** One thing that differs: a field, a new item, or (`missing`) an item that the draft does not hold any more. */
export interface Difference {
  path: Path;
  missing?: string;
}

/** What the version in force has at a place of the draft. Items are found by their identity, wherever they stand in the list. */
export function formerAt(base: Value, draft: Value, path: Path): Value {
  let [was, is] = [base, draft];
  for (const part of path) {
    const inner: Value = (is as Record<string | number, Value> | undefined)?.[part];
    const id = typeof part === 'number' ? idOf(inner) : undefined;
    was =
      id === undefined
        ? (was as Record<string | number, Value> | undefined)?.[part]
        : itemsOf(was).find((item) => idOf(item) === id);
    is = inner;
  }
  return was;
}

/** Items of the version in force that the draft does not hold any more. */
export const missingItems = (base: Value, draft: Value) => {
  const kept = new Set(itemsOf(draft).map(idOf));
  return itemsOf(base).filter((item) => idOf(item) !== undefined && !kept.has(idOf(item)));
};

/** Everything that differs, in the order of the form. An order of a list is nothing. */
export function differencesOf(base: Value, draft: Value): Difference[] {
  const order = new Map(sections.map(({ id }, at) => [id, at]));
  const place = ({ path }: Difference): number => order.get(sectionOf(path)) ?? 0;
  return below(base, draft, []).sort((one, other) => place(one) - place(other));
}

function below(base: Value, draft: Value, path: Path): Difference[] {
  if (isSame(base, draft)) return [];
  if (hasIdentities(base) || hasIdentities(draft)) {
    const before = new Map(itemsOf(base).map((item) => [idOf(item), item]));
    const kept = itemsOf(draft).flatMap((item, at) => {
      const was = before.get(idOf(item));
      return was === undefined ? [{ path: [...path, at] }] : below(was, item, [...path, at]);
    });
    return [...kept, ...missingItems(base, draft).map((item) => ({ path, missing: idOf(item) ?? '' }))];
  }
  if (isFields(base ?? {}) && isFields(draft ?? {})) {
    const [was, is] = [base ?? {}, draft ?? {}] as Record<string, Value>[];
    const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
    return names.flatMap((name) => below(was?.[name], is?.[name], [...path, name]));
  }
  return [{ path }];
}

const hasIdentities = (value: Value): boolean => itemsOf(value).some((item) => idOf(item) !== undefined);
