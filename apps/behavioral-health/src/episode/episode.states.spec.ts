import { DomainError } from '#contracts';
import {
  allowedMoves,
  episodeMoves,
  followPlan,
  nextState,
  statementOf,
  type EpisodeMove,
  type Standing,
  type Statement,
} from './episode.states.js';

const stated = (status: Statement['status'], clearance: Statement['clearance'] = null): Statement => ({
  status,
  clearance,
});
const stands = (state: Standing['state'], clearance: Standing['clearance'] = null): Standing => ({ state, clearance });

/** Every state by every move; null: refused. */
const table: Record<Standing['state'], Record<EpisodeMove, Standing['state'] | null>> = {
  requested: { engage: 'engaged', complete: null, stop: 'stopped' },
  engaged: { engage: null, complete: 'completed', stop: 'stopped' },
  completed: { engage: null, complete: null, stop: null },
  stopped: { engage: null, complete: null, stop: null },
};
const cells = Object.entries(table).flatMap(([state, moves]) =>
  episodeMoves.map((move) => ({ state: state as Standing['state'], move, next: moves[move] })),
);

describe('nextState', () => {
  it.each(cells)('$state by $move: $next', ({ state, move, next }) => {
    if (next !== null) return expect(nextState(state, move)).toBe(next);
    const allowed = episodeMoves.filter((other) => table[state][other] !== null);
    expect(() => nextState(state, move)).toThrow(
      expect.objectContaining({ code: 'illegal-transition', extensions: { state, allowed } }) as DomainError,
    );
    expect(allowedMoves(state)).toEqual(allowed);
  });
});

describe('statementOf', () => {
  it('takes a pre-implant evaluation without an answer as pending, and gives other kinds none', () => {
    expect(statementOf({ kind: 'pre-implant-evaluation', status: 'requested' })).toEqual(
      stated('requested', 'pending'),
    );
    expect(statementOf({ kind: 'cbt', status: 'engaged', clearance: 'cleared' })).toEqual(stated('engaged'));
  });
});

describe('followPlan', () => {
  it.each([
    [
      'keeps what the partner did when the plan only repeats itself',
      stands('engaged'),
      'requested',
      'requested',
      'engaged',
    ],
    ['follows the plan forward', stands('requested'), 'requested', 'engaged', 'engaged'],
    [
      'does not fall back behind the partner when the plan catches up',
      stands('completed'),
      'requested',
      'engaged',
      'completed',
    ],
    ['stops what is open', stands('engaged'), 'requested', 'stopped', 'stopped'],
    ['leaves what is completed', stands('completed'), 'engaged', 'stopped', 'completed'],
    ['starts again when the plan asks anew', stands('stopped'), 'stopped', 'requested', 'requested'],
    ['starts again after a completed round', stands('completed'), 'completed', 'requested', 'requested'],
  ] as const)('%s', (_, standing, before, now, state) => {
    expect(followPlan(standing, stated(before), stated(now))).toEqual(stands(state));
  });

  it('takes the clearance the plan newly states, and otherwise keeps the partner’s answer', () => {
    const answered = stands('completed', 'cleared');
    expect(followPlan(answered, stated('requested', 'pending'), stated('completed', 'pending'))).toEqual(answered);
    expect(followPlan(answered, stated('requested', 'pending'), stated('completed', 'not-cleared'))).toEqual(
      stands('completed', 'not-cleared'),
    );
  });

  it('opens the question again when the evaluation is asked anew', () => {
    expect(
      followPlan(stands('completed', 'cleared'), stated('completed', 'pending'), stated('requested', 'pending')),
    ).toEqual(stands('requested', 'pending'));
  });
});
