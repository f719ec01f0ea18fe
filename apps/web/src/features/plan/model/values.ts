/** Reading, changing and comparing parts of a document by their path. */
export type Value = unknown;
export type Fields = Readonly<Record<string, Value>>;
export type PathPart = string | number;
export type Path = readonly PathPart[];

export const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `medications[1].dose`, as the server names it. */
export const pathOf = (parts: Path): string =>
  parts.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** The other way: `medications[1].dose` is `['medications', 1, 'dose']`. */
export const partsOf = (path: string): PathPart[] =>
  [...path.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));

export const valueAt = (value: Value, path: Path): Value =>
  path.reduce<Value>((inner, part) => (inner as Record<PathPart, Value> | undefined)?.[part], value);

/** The same value with another one at the path; what is undefined goes. */
export function withValue(value: Value, [first, ...rest]: Path, inner: Value): Value {
  if (first === undefined) return inner;
  if (typeof first === 'number') {
    const items = Array.isArray(value) ? [...(value as Value[])] : [];
    items[first] = withValue(items[first], rest, inner);
    return items;
  }
  const fields = isFields(value) ? value : {};
  const next = withValue(fields[first], rest, inner);
  const { [first]: _old, ...others } = fields;
  return next === undefined ? others : { ...others, [first]: next };
}

const isNothing = (value: Value): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && Object.keys(value).length === 0);

/** What was left empty, and the order in which fields were written, mean nothing. */
function canonical(value: Value): Value {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isFields(value)) return value;
  const fields = Object.keys(value)
    .sort()
    .map((name): [string, Value] => [name, canonical(value[name])])
    .filter(([, inner]) => !isNothing(inner));
  return Object.fromEntries(fields);
}

export const isSame = (one: Value, other: Value): boolean => {
  const [left, right] = [canonical(one), canonical(other)];
  return (isNothing(left) && isNothing(right)) || JSON.stringify(left) === JSON.stringify(right);
};

/** The document without what was left empty: nobody means an empty text, nor a group without a word in it. */
export function withoutEmpty(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]): [string, Value] => [name, withoutEmpty(field)])
      .filter(([, field]) => field !== undefined && field !== '' && !(isFields(field) && isNothing(field))),
  );
}

export const idOf = (item: Value): string | undefined =>
  isFields(item) && typeof item['id'] === 'string' ? item['id'] : undefined;

export const itemsOf = (value: Value): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
