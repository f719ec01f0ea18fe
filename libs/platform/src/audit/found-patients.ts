/** A page has at most 200 items; what names more patients than this is no answer of ours. */
export const mostPatients = 500;
const deepest = 4;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

/**
 * The patients that an answer is about: every `patientId` and `patient.id` near its top, itself or in its items; where the route is
 * that of patients, its own `id`s. Never anything else of it.
 */
export function foundPatients(route: string, answer: unknown): string[] {
  const found = new Set<string>();
  collect(answer, found, deepest);
  if (route === '/api/patients') {
    const items = (answer as { items?: unknown } | null)?.items;
    for (const item of Array.isArray(items) ? items : [answer]) add(found, (item as { id?: unknown } | null)?.id);
  }
  return [...found];
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth === 0 || found.size >= mostPatients) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth - 1);
    return;
  }
  const { patientId, patient } = value as { patientId?: unknown; patient?: unknown };
  add(found, patientId);
  if (typeof patient === 'object' && patient !== null) add(found, (patient as { id?: unknown }).id);
  for (const part of Object.values(value)) collect(part, found, depth - 1);
}

const add = (found: Set<string>, id: unknown): void => {
  if (isUuid(id) && found.size < mostPatients) found.add(id.toLowerCase());
};

/**
 * What stood in the route's place holders, and the ids among the query's filters. A place where somebody typed something else (a
 * name, perhaps) is not kept.
 */
export function namedIds(params: unknown, query: unknown): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (isUuid(value)) ids[name] = value.toLowerCase();
  for (const [name, value] of Object.entries((params ?? {}) as Record<string, unknown>))
    ids[name] = isUuid(value) ? value.toLowerCase() : isPlainWord(value) ? value : '(no id)';
  return ids;
}

/** Versions, and the words of our own routes: `accept`, `physical-therapy`, `pt-north`. A lower-case name slips through; a partner's slug may not be lost. */
const isPlainWord = (value: unknown): value is string =>
  typeof value === 'string' && /^(\d{1,9}|[a-z][a-z0-9-]{0,62})$/.test(value);
