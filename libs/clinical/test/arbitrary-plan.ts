import fc from 'fast-check';
import { z } from 'zod';
import { planDocument, type PlanDocument } from '#contracts';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** Few values per kind: two plans made apart have items and facts in common, so that comparing them finds more than new and gone. */
const few = {
  date: ['2027-04-01', '2027-04-06', '2027-05-18'],
  instant: ['2027-04-06T09:00:00-04:00', '2027-04-06T09:30:00-04:00', '2027-04-19T10:00:00-04:00'],
  duration: ['PT6H', 'P6M'],
  code: ['M54.17', 'R10.23', 'C79.51'],
  word: ['knee', 'L5', 'other words'],
};

const text = ({ format, pattern }: Schema): fc.Arbitrary<string> => {
  if (format === 'date') return fc.constantFrom(...few.date);
  if (format === 'date-time') return fc.constantFrom(...few.instant);
  if (format === 'duration') return fc.constantFrom(...few.duration);
  if (pattern?.startsWith('^[A-Z][0-9]')) return fc.constantFrom(...few.code);
  if (pattern?.startsWith('^[A-Za-z0-9]')) return fc.constantFrom('i1', 'i2', 'i3');
  return fc.constantFrom(...few.word);
};

/** Whole numbers from the lower end of what the schema takes. */
const number = ({ minimum = 0, maximum = 100 }: Schema): fc.Arbitrary<number> => {
  const lowest = Math.max(1, Math.ceil(minimum));
  return fc.integer({ min: lowest, max: Math.min(maximum, lowest + 3) });
};

const isItem = ({ properties }: Schema): boolean => properties?.['id'] !== undefined;

function value(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(value));
  if (schema.items) return list(schema.items);
  if (schema.properties) return record(schema.properties, schema.required ?? []);
  if (schema.type === 'boolean') return fc.boolean();
  return schema.type === 'string' ? text(schema) : number(schema);
}

/** Items have ids of their own within a list, as a published plan has. */
const list = (items: Schema): fc.Arbitrary<unknown[]> =>
  isItem(items)
    ? fc.uniqueArray(value(items) as fc.Arbitrary<{ id: string }>, { maxLength: 3, selector: ({ id }) => id })
    : fc.array(value(items), { maxLength: 2 });

const record = (properties: Record<string, Schema>, required: readonly string[]): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, value(schema)])), {
    requiredKeys: [...required],
  });

/**
 * Any plan the schema takes: every field may be there or not. It need not make sense, and need not pass `checkPlan`: what holds for it holds for
 * a plan of good sense.
 */
export const arbitraryPlan: fc.Arbitrary<PlanDocument> = value(
  z.toJSONSchema(planDocument, { io: 'input' }) as Schema,
).map((input) => planDocument.parse(input));
