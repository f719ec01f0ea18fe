import { emptyPlan, type PlanChange, planDocument } from '#contracts';
import { bySection, listOf, unchangedItems, verbOf, wordingOf } from './comparison.js';
import { wordDiff } from './word-diff.js';

const change = (type: string, rest: Partial<PlanChange> = {}): PlanChange => ({
  type: type as PlanChange['type'],
  path: 'medications',
  itemId: 'm1',
  before: {},
  after: {},
  fromNothing: false,
  qualifiers: {},
  text: '',
  ...rest,
});

describe('a change, to somebody who reads', () => {
  it.each([
    ['medication.started', { before: null }, 'added'],
    ['medication.titrated', {}, 'changed'],
    ['medication.stopped', {}, 'stopped'],
    ['target.removed', { after: null }, 'stopped'],
    ['red-flag.cleared', {}, 'stopped'],
    ['behavioral.cleared', {}, 'changed'],
    ['procedure.scheduled', {}, 'changed'],
  ] as const)('%s is %j: %s', (type, rest, verb) => {
    expect(verbOf(change(type, rest))).toBe(verb);
  });

  it('stands in its section, in the order of the plan', () => {
    const changes = [
      change('review.moved', { path: 'reviewDate' }),
      change('context.pregnancy-changed', { path: 'patientContext.pregnancy' }),
      change('medication.titrated'),
      change('goal.changed', { path: 'patientContext.workGoal' }),
    ];
    expect(bySection(changes).map(({ id }) => id)).toEqual(['goals', 'medications', 'context', 'review']);
    expect(listOf(change('medication.titrated'))).toBe('medications');
    expect(listOf({ path: 'stage' })).toBeUndefined();
  });
});

describe('what need not be read', () => {
  const lifestyle = [{ id: 'l1', kind: 'sleep', text: 'to bed at ten' } as const];
  const before = planDocument.parse({ lifestyle, notes: 'walks to the shop and back' });

  it('is what both versions have alike, and everything of a first version is new', () => {
    expect(unchangedItems(before, before).get('behavioral')).toHaveLength(1);
    expect(unchangedItems(emptyPlan, before).size).toBe(0);
  });

  it('is free text, which concerns nobody', () => {
    const after = planDocument.parse({
      lifestyle: [{ ...lifestyle[0], text: 'to bed at eleven' }],
      notes: 'walks to the park and back',
    });
    expect(wordingOf(before, after).map(({ name, item }) => [name, item?.['id']])).toEqual([
      ['notes', undefined],
      ['text', 'l1'],
    ]);
    expect(wordDiff('walks to the shop and back', 'walks to the park and back')).toEqual([
      { kind: 'same', text: 'walks to the' },
      { kind: 'removed', text: 'shop' },
      { kind: 'added', text: 'park' },
      { kind: 'same', text: 'and back' },
    ]);
  });
});

it.each([
  ['', 'all new', [{ kind: 'added', text: 'all new' }]],
  ['gone', '', [{ kind: 'removed', text: 'gone' }]],
  ['same  words', 'same words', [{ kind: 'same', text: 'same words' }]],
])('compares %j with %j', (before, after, pieces) => {
  expect(wordDiff(before, after)).toEqual(pieces);
});
