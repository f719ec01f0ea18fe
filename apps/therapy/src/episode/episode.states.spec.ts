import { followPlan, nextState, shownState, stateStatedBy } from './episode.states.js';

describe('nextState', () => {
  it.each([
    ['open', 'record-visit', 'open'],
    ['held', 'report-progress', 'held'],
    ['ended', 'record-visit', 'ended'],
    ['open', 'discharge', 'discharged'],
    ['held', 'discharge', 'discharged'],
    ['ended', 'discharge', 'discharged'],
  ] as const)('takes %s by %s to %s', (state, act, next) => {
    expect(nextState(state, act)).toBe(next);
  });

  it.each([
    ['ended', 'report-progress', ['record-visit', 'discharge']],
    ['discharged', 'record-visit', []],
    ['discharged', 'report-progress', []],
    ['discharged', 'discharge', []],
  ] as const)('refuses %s by %s and names what is allowed', (state, act, allowed) => {
    expect(() => nextState(state, act)).toThrow(
      expect.objectContaining({ code: 'illegal-transition', extensions: { state: 'discharged', allowed } }) as Error,
    );
  });
});

it('shows what the plan ended as discharged', () => {
  expect(
    (['active', 'held', 'completed', 'stopped'] as const).map((status) => shownState(stateStatedBy({ status }))),
  ).toEqual(['open', 'held', 'discharged', 'discharged']);
});

describe('followPlan', () => {
  it.each([
    ['holds', 'open', 'open', 'held', 'held'],
    ['resumes', 'held', 'held', 'open', 'open'],
    ['ends', 'open', 'open', 'ended', 'ended'],
    ['leaves what is discharged', 'discharged', 'open', 'open', 'discharged'],
    ['leaves what is discharged when the plan ends it too', 'discharged', 'open', 'ended', 'discharged'],
    ['starts again when the plan prescribes anew', 'discharged', 'ended', 'open', 'open'],
  ] as const)('%s', (_, state, before, now, expected) => {
    expect(followPlan(state, before, now)).toBe(expected);
  });
});
