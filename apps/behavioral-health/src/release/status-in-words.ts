import type { BehavioralEpisode } from '#contracts';

type Standing = Pick<BehavioralEpisode, 'kind' | 'state' | 'clearance'>;

/**
 * How far the care is, as others may read it: no kind of treatment, no finding. An evaluation that does not clear is only complete: that
 * it stands in the way is the physician's to say.
 */
export function statusInWords({ kind, state, clearance }: Standing): string {
  if (kind === 'pre-implant-evaluation' && state === 'completed') {
    return clearance === 'cleared' ? 'evaluation complete: no contraindication' : 'evaluation complete';
  }
  return state;
}
