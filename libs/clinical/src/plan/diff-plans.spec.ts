import { z } from 'zod';
import { planDocument, type PlanDocument } from '#contracts';
import { fullPlan } from '../testing/full-plan.js';
import { diffPlans } from './diff-plans.js';
import { silentFields } from './silent-fields.js';

type Json = Record<string, unknown>;
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
}

/** Every leaf of the document schema, as a path with `[]` for the items of a list. */
function leaves(schema: Schema, path = ''): { path: string; schema: Schema }[] {
  if (schema.anyOf) {
    const inner = schema.anyOf.flatMap((one) => leaves(one, path));
    const seen = new Map(inner.map((leaf) => [leaf.path, leaf]));
    return [...seen.values()].filter(({ path: at }) => at !== path || seen.size === 1);
  }
  if (schema.properties) return Object.entries(schema.properties).flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key));
  if (schema.items) return leaves(schema.items, `${path}[]`);
  return [{ path, schema }];
}

const documentLeaves = leaves(z.toJSONSchema(planDocument) as Schema).filter(({ path }) => !/(^|\.)id$/.test(path));

const other = (value: unknown, { enum: options, format, pattern }: Schema): unknown => {
  if (options) return options.find((option) => option !== value);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (format === 'date') return value === '2027-04-29' ? '2027-04-28' : '2027-04-29';
  if (format === 'date-time') return '2027-04-03T17:45:00-04:00';
  if (format === 'duration') return 'PT9H';
  if (pattern?.startsWith('^[A-Z][0-9]')) return 'M25.50';
  return `${String(value)}-x`;
};

/** The document with this leaf changed wherever it has a value. */
function turn(document: unknown, steps: string[], schema: Schema): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return other(document, schema);
  if (typeof document !== 'object' || document === null) return document;
  const key = step.replace('[]', '');
  const inner = (document as Json)[key];
  if (inner === undefined) return document;
  if (step.endsWith('[]')) return { ...document, [key]: turnItems(inner as unknown[], rest, schema) };
  return { ...document, [key]: turn(inner, rest, schema) };
}

/** Of a list of words only the first is turned: turning all may make the same set. */
const turnItems = (items: unknown[], rest: string[], schema: Schema): unknown[] =>
  items.map((one, index) => (rest.length === 0 && index > 0 ? one : turn(one, rest, schema)));

describe('every field of the schema', () => {
  const before = fullPlan();

  it.each(documentLeaves)('$path is compared, or on the silent list', ({ path, schema }) => {
    const after = turn(before, path.split('.'), schema) as PlanDocument;
    expect(after).not.toEqual(before);
    const changes = diffPlans(before, after);
    const isSilent = (silentFields as readonly string[]).includes(path);
    expect({ path, changes: changes.length > 0 }).toEqual({ path, changes: !isSilent });
  });

  it('is named by its right path on the silent list', () => {
    const known = new Set(documentLeaves.map(({ path }) => path));
    expect(silentFields.filter((path) => !known.has(path))).toEqual([]);
  });
});
