import { z } from 'zod';
import { planDocument, type PlanDocument } from '#contracts';
import { silentFields } from '../src/plan/silent-fields.js';

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
}

/** One leaf of a document with another value. */
export interface Mutation {
  /** As on the silent list: `[]` is any item. */
  path: string;
  before: unknown;
  after: unknown;
  document: PlanDocument;
}

const schema = z.toJSONSchema(planDocument) as Schema;

const other = (value: unknown, { enum: options, format, pattern }: Schema): unknown => {
  if (options) return options.find((option) => option !== value);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (format === 'date' || /^\d{4}-\d\d-\d\d$/.test(String(value)))
    return value === '2027-04-29' ? '2027-04-28' : '2027-04-29';
  if (format === 'date-time') return '2027-04-03T17:45:00-04:00';
  if (format === 'duration') return 'PT9H';
  if (pattern?.startsWith('^[A-Z][0-9]')) return 'M25.50';
  return `${String(value)}-x`;
};

/** The branch of a union that this value is of. */
const branchOf = (value: unknown, { anyOf = [] }: Schema): Schema =>
  (typeof value === 'object' && value !== null
    ? anyOf.find(({ properties }) => properties)
    : anyOf.find(({ properties, const: only }) => !properties && only === undefined)) ?? {};

type Replace = (inner: unknown) => unknown;

function* leaves(
  value: unknown,
  at: Schema,
  path: string,
  replace: Replace,
): Generator<{ path: string; before: unknown; after: unknown; whole: unknown }> {
  if (at.anyOf) return yield* leaves(value, branchOf(value, at), path, replace);
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries())
      yield* leaves(inner, at.items ?? {}, `${path}[]`, (one) => replace(value.with(index, one)));
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || key === 'id') continue;
      const below = path === '' ? key : `${path}.${key}`;
      yield* leaves(inner, at.properties?.[key] ?? {}, below, (one) => replace({ ...value, [key]: one }));
    }
    return;
  }
  const after = other(value, at);
  if (at.const === undefined && after !== undefined) yield { path, before: value, after, whole: replace(after) };
}

/** Every document that differs in one leaf which is not silent. */
export const mutationsOf = (document: PlanDocument): Mutation[] =>
  [...leaves(document, schema, '', (whole) => whole)]
    .filter(({ path }) => !(silentFields as readonly string[]).includes(path))
    .map(({ whole, ...leaf }) => ({ ...leaf, document: whole as PlanDocument }));
