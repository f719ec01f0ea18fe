import fc from 'fast-check';
import { z } from 'zod';
import { changeTypes, emptyPlan, planDocument, type PlanDocument, type PlanDocumentInput } from '#contracts';
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
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key));
  if (schema.items) return leaves(schema.items, `${path}[]`);
  return [{ path, schema }];
}

const documentLeaves = leaves(z.toJSONSchema(planDocument) as Schema).filter(({ path }) => !/(^|\.)id$/.test(path));

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

/** A plan with some fields of the full one turned, and some items left out. */
const anyPlan = fc
  .record({
    turned: fc.subarray(documentLeaves, { maxLength: 12 }),
    dropped: fc.subarray([
      'diagnoses',
      'medications',
      'procedures',
      'rehab',
      'imaging',
      'targets',
      'behavioral',
      'redFlags',
    ] as const),
  })
  .map(({ turned, dropped }): PlanDocument => {
    const plan = turned.reduce(
      (document, { path, schema }) => turn(document, path.split('.'), schema) as PlanDocument,
      fullPlan(),
    );
    return { ...plan, ...Object.fromEntries(dropped.map((list) => [list, []])) };
  });

/** The same plan with every list the other way round. Steps are a sequence, not a set. */
const reordered = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return key === 'steps' ? value : [...value].reverse().map((one) => reordered(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reordered(inner, name)]),
  );
};

const typesOf = (before: PlanDocument, after: PlanDocument): string[] =>
  diffPlans(before, after).map(({ type }) => type);
const parse = (input: PlanDocumentInput): PlanDocument => planDocument.parse(input);

describe('diffPlans, for any plan', () => {
  it('finds no change of a plan against itself, a copy, or the same in another order', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(diffPlans(plan, plan)).toEqual([]);
        expect(diffPlans(plan, structuredClone(plan))).toEqual([]);
        expect(diffPlans(plan, reordered(plan) as PlanDocument)).toEqual([]);
      }),
    );
  });

  it('gives every change a known type, a sentence and the place it is about', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        for (const change of diffPlans(before, after)) {
          expect(changeTypes).toContain(change.type);
          expect(change.text).not.toMatch(/undefined|null|NaN|\[object|^$/);
          expect(change.before ?? change.after).not.toBeNull();
        }
      }),
    );
  });

  it('is silent about what happened and was taken back in between', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (plan, between) => {
        const back = structuredClone(plan);
        expect(diffPlans(between, back)).toEqual(diffPlans(between, plan));
        expect(diffPlans(plan, back)).toEqual([]);
      }),
    );
  });

  it('leaves both documents as they were', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const copies = structuredClone([before, after]);
        diffPlans(before, after);
        expect([before, after]).toEqual(copies);
      }),
    );
  });
});

describe('diffPlans', () => {
  const topical = (dose: number): PlanDocument =>
    parse({
      medications: [
        {
          id: 'm1',
          ingredient: { display: 'amitriptyline' },
          class: 'tca',
          dose,
          unit: 'mg',
          frequency: 'nightly',
          status: 'active',
        },
      ],
    });

  it('says a change in clinical words', () => {
    const before = parse({});
    const after = parse({
      medications: [
        {
          id: 'm1',
          ingredient: { display: 'Gabapentin' },
          class: 'gabapentinoid',
          dose: 300,
          unit: 'mg',
          frequency: 'nightly',
          status: 'active',
        },
      ],
      procedures: [
        {
          id: 'p1',
          type: 'esi-transforaminal',
          intent: 'therapeutic',
          side: 'right',
          level: ['S1'],
          status: 'scheduled',
          scheduledAt: '2027-04-19T10:00:00-04:00',
        },
      ],
    });
    expect(diffPlans(before, after).map(({ text }) => text)).toEqual([
      'Gabapentin 300 mg nightly started',
      'right S1 transforaminal epidural steroid injection scheduled for 19 April 2027, 10:00',
    ]);
  });

  it('reads 10 to 15 to 20 as one change and 10 to 15 to 10 as none', () => {
    expect(typesOf(topical(10), topical(20))).toEqual(['medication.titrated']);
    expect(typesOf(topical(10), topical(10))).toEqual([]);
  });

  it('is silent about a dose that follows a planned step', () => {
    const steps = [
      { date: '2027-04-06', dose: 300 },
      { date: '2027-04-13', dose: 600 },
    ];
    const at = (dose: number): PlanDocument =>
      parse({
        medications: [
          { id: 'm1', ingredient: { display: 'gabapentin' }, class: 'gabapentinoid', dose, status: 'titrating', steps },
        ],
      });
    expect(typesOf(at(300), at(600))).toEqual([]);
    expect(typesOf(at(300), at(900))).toEqual(['medication.titrated']);
  });

  it('gives one status change for a jump over several, and from nothing the present state alone', () => {
    const procedure = (status: 'planned' | 'done', more: object = {}) =>
      parse({ procedures: [{ id: 'p1', type: 'esi-caudal', intent: 'therapeutic', status, ...more }] });
    const done = procedure('done', { doneAt: '2027-04-06T09:00:00-04:00' });
    expect(typesOf(procedure('planned'), done)).toEqual(['procedure.done']);
    expect(diffPlans(emptyPlan, done)).toMatchObject([{ type: 'procedure.done', fromNothing: true }]);
  });

  it('gives nothing for items that had ended before anybody looked', () => {
    const ended = parse({
      diagnoses: [{ id: 'd1', code: 'M54.17', status: 'ruled-out' }],
      medications: [{ id: 'm1', ingredient: { display: 'naproxen' }, class: 'nsaid', status: 'stopped' }],
      procedures: [{ id: 'p1', type: 'esi-caudal', intent: 'therapeutic', status: 'cancelled' }],
      rehab: [{ id: 'r1', discipline: 'physical-therapy', status: 'completed' }],
      redFlags: [{ id: 'g1', kind: 'fracture', observedAt: '2027-04-06T09:00:00-04:00', status: 'cleared' }],
    });
    expect(typesOf(emptyPlan, ended)).toEqual([]);
  });

  it('reads a removed item as its end', () => {
    const ends = [
      ...[
        'diagnosis.ruled-out',
        'red-flag.cleared',
        'medication.stopped',
        'opioid.stopped',
        'procedure.cancelled',
        'rehab.stopped',
      ],
      ...[
        'behavioral.stopped',
        'lifestyle.changed',
        'imaging.cancelled',
        'referral.withdrawn',
        'target.removed',
        'work.status-changed',
      ],
    ];
    expect(typesOf(fullPlan(), emptyPlan)).toEqual(expect.arrayContaining(ends));
  });

  it('lets a confirmation absorb code, side and level, but not a risk to the structure', () => {
    const before = parse({ diagnoses: [{ id: 'd1', code: 'M54.17', side: 'right', status: 'suspected' }] });
    const after = (more: object = {}) =>
      parse({
        diagnoses: [{ id: 'd1', code: 'M51.17', side: 'left', level: ['L5-S1'], status: 'confirmed', ...more }],
      });
    expect(typesOf(before, after())).toEqual(['diagnosis.confirmed']);
    expect(typesOf(before, after({ structuralRisk: { value: 'unstable', region: 'L5' } }))).toEqual([
      'diagnosis.confirmed',
      'diagnosis.structural-risk-changed',
    ]);
  });

  it('reads a stop that names its successor and that start as one switch', () => {
    const old = { id: 'm1', ingredient: { display: 'naproxen' }, class: 'nsaid' } as const;
    const before = parse({ medications: [{ ...old, status: 'active' }] });
    const after = parse({
      medications: [
        { ...old, status: 'stopped', stopReason: { kind: 'replaced-by', replacedBy: 'm2' } },
        { id: 'm2', ingredient: { display: 'duloxetine' }, class: 'snri', status: 'active' },
      ],
    });
    expect(typesOf(before, after)).toEqual(['medication.switched']);
  });

  it('never takes another drug under the same id for the same drug', () => {
    const drug = (display: string, more: object): PlanDocument =>
      parse({ medications: [{ id: 'm1', ingredient: { display }, class: 'nsaid', status: 'active', ...more }] });
    expect(typesOf(drug('naproxen', {}), drug('ibuprofen', {}))).toEqual(['medication.switched']);
    expect(typesOf(drug('naproxen', {}), drug('morphine', { class: 'opioid' }))).toEqual([
      'medication.stopped',
      'opioid.started',
    ]);
  });

  it('lets a revoked plan absorb everything', () => {
    expect(typesOf(fullPlan(), { ...emptyPlan, status: 'revoked' })).toEqual(['plan.revoked']);
  });

  it('takes a hold for a hold and not for a restriction', () => {
    const rehab = (restrictions: object[]): PlanDocument =>
      parse({
        rehab: [{ id: 'r1', discipline: 'physical-therapy', status: 'active', restrictions: restrictions as never }],
      });
    const hold = { id: 'x1', kind: 'hold-loading', region: 'T8', from: '2027-04-06', until: 'until-cleared' };
    expect(typesOf(rehab([]), rehab([hold]))).toEqual(['rehab.held']);
    expect(typesOf(rehab([hold]), rehab([]))).toEqual(['rehab.resumed']);
    expect(typesOf(rehab([]), rehab([{ ...hold, kind: 'no-impact' }]))).toEqual(['rehab.restriction-added']);
  });
});
