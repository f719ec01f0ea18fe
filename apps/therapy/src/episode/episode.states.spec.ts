import {
  allowedActs,
  type EpisodeAct,
  episodeActs,
  type EpisodeState,
  followPlan,
  nextState,
  shownState,
  stateStatedBy,
  type StatedState,
} from './episode.states.js';

/** Every cell, by hand: the state that follows, or null for a refusal. */
const table: Readonly<Record<EpisodeState, readonly (EpisodeState | null)[]>> = {
  //            visit     progress  dose    certify  discharge
  open: ['open', 'open', 'open', 'open', 'discharged'],
  held: ['held', 'held', 'held', 'held', 'discharged'],
  ended: ['ended', null, null, 'ended', 'discharged'],
  discharged: [null, null, null, null, null],
};
const cells = Object.entries(table).flatMap(([state, row]) =>
  row.map((next, at) => [state as EpisodeState, episodeActs[at] as EpisodeAct, next] as const),
);

describe('nextState', () => {
  it('has a cell for every state and act', () => {
    expect(cells).toHaveLength(4 * episodeActs.length);
  });

  it.each(cells)('%s by %s: %s', (state, act, next) => {
    if (next !== null) {
      expect(nextState(state, act)).toBe(next);
      return;
    }
    const allowed = episodeActs.filter((_, at) => table[state][at] !== null);
    expect(() => nextState(state, act)).toThrow(
      expect.objectContaining({
        code: 'illegal-transition',
        extensions: { state: shownState(state), allowed },
      }) as Error,
    );
    expect(allowedActs(state)).toEqual(allowed);
  });
});

it('shows what the plan ended as discharged', () => {
  expect(
    (['active', 'held', 'completed', 'stopped'] as const).map((status) => shownState(stateStatedBy({ status }))),
  ).toEqual(['open', 'held', 'discharged', 'discharged']);
});

describe('followPlan', () => {
  const states = ['open', 'held', 'ended', 'discharged'] as const;
  const statements = ['open', 'held', 'ended'] as const;
  /** Only a discharge withstands the plan, until the plan prescribes anew what it had ended itself. */
  const expected = (state: EpisodeState, before: StatedState, now: StatedState): EpisodeState =>
    state === 'discharged' && !(before === 'ended' && now !== 'ended') ? 'discharged' : now;

  it.each(
    states.flatMap((state) => statements.flatMap((before) => statements.map((now) => [state, before, now] as const))),
  )('%s, stated %s before and %s now', (state, before, now) => {
    expect(followPlan(state, before, now)).toBe(expected(state, before, now));
  });
});
