import { DomainError, type Rehab, type TherapyEpisode } from '#contracts';

/** `ended`: the plan ended the course, the therapist's summary is still to come. `discharged`: the therapist sent it. */
export type EpisodeState = 'open' | 'held' | 'ended' | 'discharged';
export type StatedState = Exclude<EpisodeState, 'discharged'>;
export const episodeActs = ['record-visit', 'report-progress', 'request-dose-change', 'certify', 'discharge'] as const;
export type EpisodeAct = (typeof episodeActs)[number];

/**
 * What the treating partner may do. A hold does not silence a therapist: a visit of the day before may be recorded, a flare reported, and
 * another dose proposed for afterwards. After the plan ended the course, the last visits, a late signature and the summary are still taken.
 */
export const transitions: Readonly<Record<EpisodeState, Partial<Record<EpisodeAct, EpisodeState>>>> = {
  open: {
    'record-visit': 'open',
    'report-progress': 'open',
    'request-dose-change': 'open',
    certify: 'open',
    discharge: 'discharged',
  },
  held: {
    'record-visit': 'held',
    'report-progress': 'held',
    'request-dose-change': 'held',
    certify: 'held',
    discharge: 'discharged',
  },
  ended: { 'record-visit': 'ended', certify: 'ended', discharge: 'discharged' },
  discharged: {},
};

export const allowedActs = (state: EpisodeState): EpisodeAct[] =>
  episodeActs.filter((act) => transitions[state][act] !== undefined);

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextState(state: EpisodeState, act: EpisodeAct): EpisodeState {
  const next = transitions[state][act];
  if (next) return next;
  throw new DomainError('illegal-transition', `An episode that is ${shownState(state)} does not take "${act}".`, [], {
    state: shownState(state),
    allowed: allowedActs(state),
  });
}

/** Readers know three states: a course that the plan ended is over for them. */
export const shownState = (state: EpisodeState): TherapyEpisode['state'] => (state === 'ended' ? 'discharged' : state);

export const stateStatedBy = ({ status }: Pick<Rehab, 'status'>): StatedState => {
  if (status === 'active') return 'open';
  return status === 'held' ? 'held' : 'ended';
};

/**
 * Where an episode stands after a newer plan version. A discharge stands until the plan, having ended the course itself,
 * prescribes it anew.
 */
export function followPlan(state: EpisodeState, before: StatedState, now: StatedState): EpisodeState {
  if (state !== 'discharged') return now;
  return before === 'ended' && now !== 'ended' ? now : state;
}
