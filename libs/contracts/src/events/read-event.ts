import type { EventData, EventDefinition } from './event.js';

/**
 * Reads event data as a tolerant reader: fields this version does not know yet are dropped, everything else must fit.
 * So a producer may be rolled out before its consumers, while our own appends stay strict.
 * Throws zod’s `ZodError` when the data does not fit. The given value is not changed.
 */
export function readEventData<Definition extends EventDefinition>(
  definition: Definition,
  data: unknown,
): EventData<Definition> {
  const first = definition.data.safeParse(data);
  if (first.success) return first.data as EventData<Definition>;
  const known: unknown = structuredClone(data);
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') dropKeys(known, issue.path, issue.keys);
  }
  return definition.data.parse(known) as EventData<Definition>;
}

function dropKeys(root: unknown, path: PropertyKey[], keys: readonly string[]): void {
  const parent = path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), root);
  if (isRecord(parent)) for (const key of keys) delete parent[key];
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;
