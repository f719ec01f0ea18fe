import { isOpenAt, reviewStateAt } from './glass.states.js';

const at = (iso: string): Date => new Date(`2027-04-06T${iso}Z`);

describe('isOpenAt', () => {
  it.each([
    ['12:59:59', false],
    ['13:00:00', true],
    ['13:59:59', true],
    ['14:00:00', false],
  ])('at %s: %s', (now, isOpen) => {
    expect(isOpenAt({ openedAt: at('13:00:00'), closesAt: at('14:00:00') }, at(now))).toBe(isOpen);
  });
});

describe('reviewStateAt', () => {
  it.each([
    [null, '16:59:59', 'open'],
    [null, '17:00:00', 'overdue'],
    [at('12:00:00'), '18:00:00', 'done'],
  ] as const)('reviewed %s, at %s: %s', (reviewedAt, now, state) => {
    expect(reviewStateAt({ reviewedAt, reviewDueAt: at('17:00:00') }, at(now))).toBe(state);
  });
});
