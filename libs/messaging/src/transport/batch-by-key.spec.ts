import fc from 'fast-check';
import { pieces, sideBySide, LowestFinished, runsByKey } from './batch-by-key.js';

describe('runsByKey', () => {
  it('keeps every message, and the order within each key', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), at: fc.nat() })), (messages) => {
        const runs = runsByKey(messages);
        expect(runs.flat()).toHaveLength(messages.length);
        for (const run of runs) expect(run).toEqual(messages.filter(({ key }) => key === run[0]?.key));
      }),
    );
  });
});

describe('pieces', () => {
  it('keeps the order, joins what may be joined up to the limit, and leaves the rest alone', () => {
    const mayJoin = (value: number): boolean => value % 5 !== 0;
    expect(pieces([1, 2, 3, 4, 5, 6, 10, 15, 16], mayJoin, 3)).toEqual([[1, 2, 3], [4], [5], [6], [10], [15], [16]]);
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 6 }), (values, limit) => {
        const cut = pieces(values, mayJoin, limit);
        expect(cut.flat()).toEqual(values);
        for (const piece of cut)
          expect(piece.length === 1 || (piece.every(mayJoin) && piece.length <= limit)).toBe(true);
      }),
    );
  });
});

describe('LowestFinished', () => {
  it('never passes an unfinished message, and reaches the end when all are finished', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const messages = [0, 1, 2, 3, 4, 5, 6, 7];
        const lowest = new LowestFinished(messages);
        const done = new Set<number>();
        let last: number | null = null;
        for (const message of order) {
          done.add(message);
          last = lowest.finish(message) ?? last;
          for (let before = 0; before <= (last ?? -1); before += 1) expect(done.has(before)).toBe(true);
        }
        expect(last).toBe(7);
      }),
    );
  });
});

describe('sideBySide', () => {
  it('finishes what was begun before it throws', async () => {
    const ended: number[] = [];
    const run = sideBySide([1, 2, 3], async (item) => {
      await Promise.resolve();
      if (item === 1) throw new Error('one');
      ended.push(item);
    });
    await expect(run).rejects.toThrow('one');
    expect(ended).toEqual([2, 3]);
  });
});
