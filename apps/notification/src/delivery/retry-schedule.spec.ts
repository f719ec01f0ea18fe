import { nextTry, retryAfterMs } from './retry-schedule.js';

const now = new Date('2027-04-06T13:00:00Z');
const hours = (n: number): Date => new Date(now.getTime() + n * 3_600_000);
const rules = { pausesSeconds: [10, 100, 3600], giveUpAt: hours(72) };
const secondsOf = (next: Date | null): number | null => next && (next.getTime() - now.getTime()) / 1000;
const next = (tries: number, more: { retryAfterMs?: number; random?: number } = {}) =>
  secondsOf(nextTry(rules, { tries, now, retryAfterMs: null, random: 0.5, ...more }));

describe('nextTry', () => {
  it('waits longer each time; the last pause is repeated', () => {
    expect([1, 2, 3, 4, 50].map((tries) => next(tries))).toEqual([10, 100, 3600, 3600, 3600]);
  });

  it('strays by a tenth to both sides', () => {
    expect([next(2, { random: 0 }), next(2, { random: 1 })]).toEqual([90, 110]);
  });

  it('honours what the receiver asks for, up to a day', () => {
    expect(next(1, { retryAfterMs: 600_000 })).toBe(600);
    expect(next(3, { retryAfterMs: 1000 })).toBe(3600);
    expect(next(1, { retryAfterMs: 7 * 86_400_000 })).toBe(86_400);
  });

  it('gives up when the next try would come after three days', () => {
    const at = { tries: 3, now: hours(71), retryAfterMs: null, random: 0.5 };
    expect(nextTry(rules, at)).toEqual(hours(72));
    expect(nextTry(rules, { ...at, now: hours(71.1) })).toBeNull();
  });
});

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['Tue, 06 Apr 2027 13:01:00 GMT', 60_000],
    ['Tue, 06 Apr 2027 12:00:00 GMT', 0],
    ['soon', null],
    [undefined, null],
  ])('reads %j', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});
