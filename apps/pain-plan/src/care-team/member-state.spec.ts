import type { PublishedPlan } from '#clinical';
import { emptyPlan, type Ask, type PartnerImpact } from '#contracts';
import { memberState } from './member-state.js';

const day = (n: number): Date => new Date(Date.UTC(2027, 3, n));
const history: PublishedPlan[] = [1, 2, 3, 4].map((version) => ({
  version,
  document: emptyPlan,
  publishedAt: day(version),
}));
const asked = (...versions: number[]) =>
  ({ asks: versions.map((sinceVersion) => ({ sinceVersion }) as Ask) }) as PartnerImpact;

describe('memberState', () => {
  it('is unaffected when nothing ever concerned the member, current when it acknowledged and nothing came since', () => {
    const position = { status: 'active' as const, acknowledgedVersion: 0, joinedAt: day(1) };
    expect(memberState(position, undefined, history)).toEqual({ state: 'unaffected', behind: 0, staleSince: null });
    expect(memberState({ ...position, acknowledgedVersion: 2 }, undefined, history)).toEqual({
      state: 'current',
      behind: 0,
      staleSince: null,
    });
  });

  it('is stale since the first version that brought what is asked now, and counts those versions', () => {
    const position = { status: 'active' as const, acknowledgedVersion: 1, joinedAt: day(1) };
    expect(memberState(position, asked(4, 2, 4), history)).toEqual({
      state: 'stale',
      behind: 2,
      staleSince: day(2).toISOString(),
    });
  });

  it('is contested while an objection to what is asked is not answered, and behind all the same', () => {
    const position = { status: 'active' as const, acknowledgedVersion: 1, joinedAt: day(1) };
    expect(memberState(position, asked(2), history, true)).toMatchObject({ state: 'contested', behind: 1 });
    expect(memberState(position, undefined, history, true).state).toBe('current');
    expect(memberState({ ...position, status: 'ended' }, asked(2), history, true).state).toBe('not-on-plan');
  });

  it('is not stale before the member was on the team', () => {
    const position = { status: 'active' as const, acknowledgedVersion: 0, joinedAt: day(3) };
    expect(memberState(position, asked(1), history).staleSince).toEqual(day(3).toISOString());
  });

  it('is not on the plan while proposed or after the end', () => {
    for (const status of ['proposed', 'ended'] as const) {
      expect(memberState({ status, acknowledgedVersion: 1, joinedAt: day(1) }, asked(2), history).state).toBe(
        'not-on-plan',
      );
    }
  });
});
