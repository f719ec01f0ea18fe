/** Reading typed search parameters of an address: what is not understood is left out. */

const isSafe = (value: string): boolean => value.length > 0 && value.length <= 200;

/** `{ name: value }` when the address names one of the values. */
export const known = <Name extends string, Value extends string>(
  name: Name,
  values: readonly Value[],
  search: Record<string, unknown>,
): { [Key in Name]?: Value } => {
  const value = values.find((one) => one === search[name]);
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
};

/** `{ name: value }` when the address gives a short text; digits alone arrive as numbers. */
export const text = <Name extends string>(name: Name, search: Record<string, unknown>): { [Key in Name]?: string } => {
  const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
  return (typeof value === 'string' && isSafe(value) ? { [name]: value } : {}) as { [Key in Name]?: string };
};
