import { DomainError } from '#contracts';

/** Nothing we accept is nested a third as deep; what is could not even be written down again. */
const deepest = 32;

/** Refuses a body that is nested deeper than anything we accept, naming the field in which it is. Level by level, so that no depth can hurt. */
export function refuseDeep(body: unknown): void {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  for (const [path, value] of fields) {
    if (!isDeeper(value, deepest)) continue;
    throw new DomainError('invalid-input', 'The body is nested too deeply.', [
      { path, message: `must not be nested deeper than ${deepest} levels` },
    ]);
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
