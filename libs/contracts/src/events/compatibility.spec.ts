import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { breakingChanges } from './compatibility.js';
import { eventSchemas } from './json-schema.js';

const snapshotUrl = new URL('../../snapshot/events.json', import.meta.url);
const schemaOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'output' });
const before = schemaOf(z.strictObject({ a: z.string(), b: z.enum(['x', 'y']), n: z.number().min(1).optional() }));

describe('the event catalogue against its committed snapshot', () => {
  const snapshot = JSON.parse(readFileSync(snapshotUrl, 'utf8')) as Record<string, unknown>;
  const current = eventSchemas();

  it.each(Object.keys(snapshot))('%s can still be read by whoever reads it today', (type) => {
    expect(current[type]).toBeDefined();
    expect(breakingChanges(snapshot[type], current[type])).toEqual([]);
  });

  it('is what the snapshot says; when you extended an event, run `npm run generate` and commit the snapshot', () => {
    expect(current).toEqual(snapshot);
  });
});

describe('breakingChanges', () => {
  it('finds nothing in a schema compared with itself', () => {
    expect(breakingChanges(before, before)).toEqual([]);
  });

  it('allows a new optional field, a new enum value and a wider bound', () => {
    const after = schemaOf(
      z.strictObject({ a: z.string(), b: z.enum(['x', 'y', 'z']), n: z.number().optional(), c: z.string().optional() }),
    );
    expect(breakingChanges(before, after)).toEqual([]);
  });

  it.each([
    ['a field is removed', z.strictObject({ b: z.enum(['x', 'y']), n: z.number().min(1).optional() }), '$.a: removed'],
    [
      'a field becomes required',
      z.strictObject({ a: z.string(), b: z.enum(['x', 'y']), n: z.number().min(1) }),
      '$.n: became required',
    ],
    [
      'a new field is required',
      z.strictObject({ a: z.string(), b: z.enum(['x', 'y']), n: z.number().min(1).optional(), c: z.string() }),
      '$.c: became required',
    ],
    [
      'a promised field becomes optional',
      z.strictObject({ a: z.string().optional(), b: z.enum(['x', 'y']), n: z.number().min(1).optional() }),
      '$.a: is no longer promised',
    ],
    [
      'a type changes',
      z.strictObject({ a: z.number(), b: z.enum(['x', 'y']), n: z.number().min(1).optional() }),
      '$.a: type string is no longer accepted',
    ],
    [
      'an enum value goes',
      z.strictObject({ a: z.string(), b: z.enum(['x']), n: z.number().min(1).optional() }),
      '$.b: enum value y removed',
    ],
    [
      'a bound tightens',
      z.strictObject({ a: z.string(), b: z.enum(['x', 'y']), n: z.number().min(2).optional() }),
      '$.n: minimum tightened',
    ],
  ])('notices when %s', (_, schema, expected) => {
    expect(breakingChanges(before, schemaOf(schema))).toContain(expected);
  });

  it('notices a lost alternative', () => {
    const old = schemaOf(z.union([z.string(), z.number()]));
    expect(breakingChanges(old, schemaOf(z.union([z.string(), z.boolean()])))).toHaveLength(1);
  });
});
