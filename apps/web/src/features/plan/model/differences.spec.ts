import { differencesOf, formerAt, missingItems } from './differences.js';
import { isSame, partsOf, pathOf, valueAt, withoutEmpty, withValue } from './values.js';

const base = {
  medications: [
    { id: 'm1', dose: 300, steps: [] },
    { id: 'm2', dose: 5 },
  ],
  stage: { value: 'conservative' },
};

describe('parts of a document', () => {
  it('are read and changed by path, without touching the rest', () => {
    const changed = withValue(base, ['medications', 1, 'dose'], 10);
    expect(valueAt(changed, ['medications', 1, 'dose'])).toBe(10);
    expect(valueAt(base, ['medications', 1, 'dose'])).toBe(5);
    expect(valueAt(changed, ['medications', 0])).toBe(base.medications[0]);
    expect(withValue({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 });
  });

  it('have names that lead back to them', () => {
    const path = ['medications', 1, 'stopReason', 'kind'];
    expect(partsOf(pathOf(path))).toEqual(path);
  });

  it('are the same whatever was left empty and in whatever order it was written', () => {
    expect(isSame({ a: 1, b: '', c: [] }, { a: 1 })).toBe(true);
    expect(isSame({ a: 1, b: { c: undefined } }, { a: 1 })).toBe(true);
    expect(isSame({ a: false }, {})).toBe(false);
    expect(isSame({ x: 1, y: 2 }, { y: 2, x: 1 })).toBe(true);
  });

  it('leave nothing empty behind', () => {
    expect(withoutEmpty({ a: '', b: { c: undefined }, d: [{ e: '' }], f: false })).toEqual({ d: [{}], f: false });
  });
});

describe('what a draft changes', () => {
  it('finds the former value by identity, not by position', () => {
    const draft = { ...base, medications: [{ id: 'm2', dose: 10 }, base.medications[0]] };
    expect(formerAt(base, draft, ['medications', 0, 'dose'])).toBe(5);
    expect(formerAt(base, draft, ['medications', 0, 'unit'])).toBeUndefined();
  });

  it('comes in the order of the form', () => {
    const draft = {
      diagnoses: [{ id: 'd1' }],
      ...base,
      stage: { value: 'advanced' },
      notes: 'x',
      procedures: [{ id: 'p1' }],
    };
    const sections = differencesOf(base, draft).map(({ path }) => path[0]);
    expect(sections).toEqual(['diagnoses', 'stage', 'procedures', 'notes']);
  });

  it('counts fields, added items and missing items as one each, and an order as nothing', () => {
    expect(differencesOf(base, { ...base, medications: [...base.medications].reverse() })).toEqual([]);
    const escalated = { ...base, stage: { value: 'advanced', since: '2026-01-01' } };
    expect(differencesOf(base, escalated).map(({ path }) => pathOf(path))).toEqual(['stage.value', 'stage.since']);
    const draft = { ...base, medications: [{ id: 'm1', dose: 600 }, { id: 'm9' }] };
    expect(differencesOf(base, draft)).toEqual([
      { path: ['medications', 0, 'dose'] },
      { path: ['medications', 1] },
      { path: ['medications'], missing: 'm2' },
    ]);
    expect(missingItems(base.medications, draft.medications).map(({ id }) => id)).toEqual(['m2']);
  });
});
