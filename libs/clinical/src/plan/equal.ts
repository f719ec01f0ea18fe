type Json = unknown;

/** Lists inside a plan whose order is their meaning. */
const sequences = ['steps'];

/**
 * Structural equality of JSON values. A key that is absent equals one that is undefined; neither the order of keys nor that of the lists
 * inside a value matters, for no list of a plan is read by position but the steps of a dose.
 */
export function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  // Every comparison of two versions passes here for each of their fields: nothing is allocated before something differs.
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && isEqualList(a, b);
  if (Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, Json>, b as Record<string, Json>];
  for (const key in left) {
    const [one, other] = [left[key], right[key]];
    if (one !== other && !isEqualAt(key, one, other)) return false;
  }
  for (const key in right) if (left[key] === undefined && right[key] !== undefined) return false;
  return true;
}

const isEqualList = (a: readonly Json[], b: readonly Json[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isEqual(a[index], b[index])) return false;
  return true;
};

const isEqualAt = (key: string, a: Json, b: Json): boolean =>
  isEqual(a, b) || (Array.isArray(a) && Array.isArray(b) && !sequences.includes(key) && isSameSet(a, b));

/** Equal as sets: order and repetitions do not matter. */
export const isSameSet = (a: readonly Json[], b: readonly Json[]): boolean =>
  a.every((x) => b.some((y) => isEqual(x, y))) && b.every((y) => a.some((x) => isEqual(x, y)));

/** The value without the named fields. */
export const leave = (value: object, ignored: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !ignored.includes(key)));

/** Equal in all but the named fields; a value that is not there equals only another that is not. */
export const isEqualBut = (a: object | undefined, b: object | undefined, ignored: readonly string[]): boolean =>
  a === b || isEqual(a && leave(a, ignored), b && leave(b, ignored));
