type Schema = Readonly<Record<string, unknown>>;

/**
 * Compares two JSON Schemas of the same event type and names what an existing producer, consumer or stored event
 * would stumble over. Allowed: new optional properties, new enum values, wider bounds. Everything else is breaking
 * and needs a new event version.
 */
export function breakingChanges(before: unknown, after: unknown, path = '$'): string[] {
  if (!isSchema(before) || !isSchema(after)) return before === after ? [] : [`${path}: schema replaced`];
  return [
    ...typeChanges(before, after, path),
    ...enumChanges(before, after, path),
    ...propertyChanges(before, after, path),
    ...nestedChanges(before, after, path),
    ...boundChanges(before, after, path),
  ];
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function typeChanges(before: Schema, after: Schema, path: string): string[] {
  const lost = list(before['type']).filter((type) => !list(after['type']).includes(type));
  const changed = ['const', 'format', 'pattern'].filter(
    (key) => after[key] !== undefined && after[key] !== before[key],
  );
  return [
    ...(after['type'] === undefined ? [] : lost.map((type) => `${path}: type ${String(type)} is no longer accepted`)),
    ...changed.map((key) => `${path}: ${key} changed or added`),
  ];
}

function enumChanges(before: Schema, after: Schema, path: string): string[] {
  if (after['enum'] === undefined) return [];
  if (before['enum'] === undefined) return [`${path}: restricted to an enum`];
  return list(before['enum'])
    .filter((value) => !list(after['enum']).includes(value))
    .map((value) => `${path}: enum value ${String(value)} removed`);
}

function propertyChanges(before: Schema, after: Schema, path: string): string[] {
  const old = isSchema(before['properties']) ? before['properties'] : {};
  const now = isSchema(after['properties']) ? after['properties'] : {};
  const newlyRequired = list(after['required']).filter((key) => !list(before['required']).includes(key));
  const noLongerPromised = list(before['required']).filter((key) => !list(after['required']).includes(key));
  return [
    ...Object.keys(old).flatMap((key) =>
      key in now ? breakingChanges(old[key], now[key], `${path}.${key}`) : [`${path}.${key}: removed`],
    ),
    ...newlyRequired.map((key) => `${path}.${String(key)}: became required`),
    ...noLongerPromised
      .filter((key) => String(key) in now)
      .map((key) => `${path}.${String(key)}: is no longer promised`),
  ];
}

function nestedChanges(before: Schema, after: Schema, path: string): string[] {
  const changes: string[] = [];
  for (const key of ['items', 'additionalProperties', 'propertyNames'] as const) {
    if (isSchema(before[key]) || isSchema(after[key])) {
      changes.push(...breakingChanges(before[key] ?? {}, after[key] ?? {}, `${path}.${key === 'items' ? '[]' : key}`));
    }
  }
  for (const key of ['anyOf', 'oneOf'] as const) changes.push(...lostAlternatives(before[key], after[key], path));
  return changes;
}

/** An alternative survives when some alternative of the new schema still takes all of it. */
function lostAlternatives(before: unknown, after: unknown, path: string): string[] {
  if (before === undefined && after === undefined) return [];
  const now = list(after);
  return list(before)
    .filter((old) => !now.some((candidate) => breakingChanges(old, candidate).length === 0))
    .map((_, index) => `${path}: alternative ${index + 1} is no longer accepted`);
}

const lowerBounds = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const upperBounds = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;

function boundChanges(before: Schema, after: Schema, path: string): string[] {
  const tighter = (key: string, worse: (a: number, b: number) => boolean): boolean => {
    const now = after[key];
    const old = before[key];
    return typeof now === 'number' && (typeof old !== 'number' || worse(now, old));
  };
  return [
    ...lowerBounds.filter((key) => tighter(key, (now, old) => now > old)),
    ...upperBounds.filter((key) => tighter(key, (now, old) => now < old)),
  ].map((key) => `${path}: ${key} tightened`);
}
