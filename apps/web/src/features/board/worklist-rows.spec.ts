import type { HandoffSummary } from '#contracts';
import {
  appended,
  comesBefore,
  entersAmong,
  goneOf,
  movedOf,
  nothing,
  patched,
  patchedBefore,
  without,
} from './worklist-rows.js';

const row = (id: string, dueAt: string, more: Partial<HandoffSummary> = {}): HandoffSummary =>
  ({ id, dueAt, issuedAt: dueAt, lastActivityAt: dueAt, owner: null, ...more }) as HandoffSummary;

const [a, b, c] = [row('a', '2027-04-01'), row('b', '2027-04-02'), row('c', '2027-04-03')];
const three = appended(nothing, [a, b, c]);
const all = new Set(['a', 'b', 'c']);

describe('rows that somebody looks at', () => {
  it('come page by page, none twice', () => {
    const more = appended(three, [c, row('d', '2027-04-04')]);
    expect(more.ids).toEqual(['a', 'b', 'c', 'd']);
  });

  it('change in their places, and only those that differ', () => {
    const after = patched(three, [a, { ...b, owner: 'Cora' }], all);
    expect(after.ids).toEqual(three.ids);
    expect(after.rows.get('b')).toMatchObject({ revision: 1, row: { owner: 'Cora' } });
    expect(after.rows.get('a')).toBe(three.rows.get('a'));
    expect(patched(three, [a, b, c], all)).toBe(three);
  });

  it('stay where they are when the list would not have them any more, and say so', () => {
    const after = patched(three, [b], new Set(['a', 'c']));
    expect(after.ids).toEqual(['a', 'b', 'c']);
    expect(goneOf(after)).toEqual(['b']);
    expect(goneOf(patched(after, [b], all))).toEqual([]);
  });

  it('stay where they are when they would move, and are counted', () => {
    const after = patched(three, [row('a', '2027-05-01')], all);
    expect(after.ids).toEqual(['a', 'b', 'c']);
    expect(movedOf(after, 'due')).not.toEqual([]);
    expect(movedOf(three, 'due')).toEqual([]);
  });

  it('leave at once by one’s own hand', () => {
    expect(without(three, new Set(['b'])).ids).toEqual(['a', 'c']);
  });

  it('may be shown as they will be, and as they were', () => {
    const after = patchedBefore(three, ['a', 'x'], () => ({ owner: 'Cora' }));
    expect(after.rows.get('a')?.row.owner).toBe('Cora');
    expect(patched(after, [a], all).rows.get('a')?.row.owner).toBeNull();
  });

  it('enter where they belong, unless a later page brings them', () => {
    const late = row('z', '2028-01-01');
    expect(entersAmong(three, row('aa', '2027-04-01'), 'due', true)).toBe(true);
    expect(entersAmong(three, late, 'due', true)).toBe(false);
    expect(entersAmong(three, late, 'due', false)).toBe(true);
    expect(entersAmong(three, b, 'due', false)).toBe(false);
    expect(entersAmong(nothing, late, 'due', true)).toBe(true);
  });

  it.each(['due', 'issued', 'activity'] as const)('are sorted by %s as the server sorts, the id deciding', (sort) => {
    const [first, second] = sort === 'due' ? [a, b] : [b, a];
    expect(comesBefore(first!, second!, sort)).toBe(true);
    expect(comesBefore(second!, first!, sort)).toBe(false);
    const twin = { ...a!, id: 'aa' };
    expect(comesBefore(a!, twin, sort)).toBe(sort === 'due');
  });
});
