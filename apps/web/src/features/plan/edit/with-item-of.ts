import type { PlanDocumentInput } from '#contracts';
import { idOf, itemsOf, type Path, valueAt, withValue } from '../model/values.js';

/** `rehab[r1]` or `patientContext.anticoagulation`: that item as the other document has it. */
export function withItemOf(document: PlanDocumentInput, from: PlanDocumentInput, itemPath: string): PlanDocumentInput {
  const [, place = itemPath, id] = /^([^[]+)\[(.+)\]$/.exec(itemPath) ?? [];
  const path: Path = place.split('.');
  const source = valueAt(from, path);
  if (id === undefined) return withValue(document, path, source) as PlanDocumentInput;
  const items = itemsOf(valueAt(document, path));
  const own = itemsOf(source).find((item) => idOf(item) === id);
  const at = items.findIndex((item) => idOf(item) === id);
  if (own === undefined)
    return withValue(
      document,
      path,
      items.filter((item) => idOf(item) !== id),
    ) as PlanDocumentInput;
  return withValue(document, [...path, at === -1 ? items.length : at], own) as PlanDocumentInput;
}
