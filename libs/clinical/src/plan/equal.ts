type Json = unknown;

/** Structural equality of JSON values; a key that is absent equals one that is undefined, key order does not matter. */
export function isEqual(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isEqual((a as Record<string, Json>)[key], (b as Record<string, Json>)[key]));
}

/** Equal as sets: order and repetitions do not matter. */
export const isSameSet = (a: readonly Json[], b: readonly Json[]): boolean =>
  a.every((x) => b.some((y) => isEqual(x, y))) && b.every((y) => a.some((x) => isEqual(x, y)));

/** Equal in all but the named fields. */
export const isEqualBut = (a: object, b: object, ignored: readonly string[]): boolean => {
  const strip = (value: object): object => Object.fromEntries(Object.entries(value).filter(([key]) => !ignored.includes(key)));
  return isEqual(strip(a), strip(b));
};
