import { DomainError, type Behavioral, type BehavioralEpisode } from '#contracts';

export type EpisodeState = BehavioralEpisode['state'];
export type Clearance = BehavioralEpisode['clearance'];
export const episodeMoves = ['engage', 'complete', 'stop'] as const;
export type EpisodeMove = (typeof episodeMoves)[number];

/** What the treating partner can do. A state without a way out waits for the plan. */
export const transitions: Readonly<Record<EpisodeState, Partial<Record<EpisodeMove, EpisodeState>>>> = {
  requested: { engage: 'engaged', stop: 'stopped' },
  engaged: { complete: 'completed', stop: 'stopped' },
  completed: {},
  stopped: {},
};

export const allowedMoves = (state: EpisodeState): EpisodeMove[] =>
  episodeMoves.filter((move) => transitions[state][move] !== undefined);

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextState(state: EpisodeState, move: EpisodeMove): EpisodeState {
  const next = transitions[state][move];
  if (next) return next;
  throw new DomainError('illegal-transition', `An episode that is ${state} cannot be moved by "${move}".`, [], {
    state,
    allowed: allowedMoves(state),
  });
}

/** What a plan version says about one behavioral item. */
export interface Statement {
  status: Behavioral['status'];
  clearance: Clearance;
}
export interface Standing {
  state: EpisodeState;
  clearance: Clearance;
}

/** Only a pre-implant evaluation ends with an answer; until then the answer is pending. */
export const statementOf = (item: Pick<Behavioral, 'kind' | 'status' | 'clearance'>): Statement => ({
  status: item.status,
  clearance: item.kind === 'pre-implant-evaluation' ? (item.clearance ?? 'pending') : null,
});

/**
 * Where an episode stands after a newer plan version. A version that repeats its statement says nothing new, so what the
 * partner did meanwhile stands; a plan that moves forward never takes back what the partner is already past; a plan that
 * moves back asks anew.
 */
export function followPlan(standing: Standing, before: Statement, now: Statement): Standing {
  return {
    state: followStatus(standing.state, before.status, now.status),
    clearance: followClearance(standing.clearance, before, now),
  };
}

const order = { requested: 0, engaged: 1, completed: 2 } as const;

function followStatus(state: EpisodeState, before: Statement['status'], now: Statement['status']): EpisodeState {
  if (now === before) return state;
  if (now === 'stopped') return state === 'completed' ? state : 'stopped';
  const movesForward = before !== 'stopped' && order[now] > order[before];
  const isPast = state !== 'stopped' && order[state] > order[now];
  return movesForward && isPast ? state : now;
}

function followClearance(clearance: Clearance, before: Statement, now: Statement): Clearance {
  if (now.clearance !== before.clearance) return now.clearance;
  const isAskedAnew = now.status === 'requested' && before.status !== 'requested';
  return isAskedAnew ? now.clearance : clearance;
}
