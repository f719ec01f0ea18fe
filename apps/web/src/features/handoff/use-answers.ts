import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AcknowledgeHandoff, ContestHandoff, ReferralDetail, ReferralEvent } from '#contracts';
import { post } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import type { AnyHandoff } from './use-handoff.js';

/** What can be said to one request: a step of the referral, a version acknowledged, an objection. */
export type Saying =
  | { kind: 'move'; referralId: string; event: ReferralEvent; body?: Record<string, unknown> }
  | { kind: 'acknowledge'; body: AcknowledgeHandoff }
  | { kind: 'contest'; body: ContestHandoff }
  | { kind: 'contest/reply'; body: { reply: string } };

export type Said =
  | { saying: Extract<Saying, { kind: 'move' }>; referral: ReferralDetail }
  | { saying: Exclude<Saying, { kind: 'move' }>; handoff: AnyHandoff };

const paths = { acknowledge: 'acknowledgement', contest: 'contest', 'contest/reply': 'contest/reply' } as const;

const say = async (handoffId: string, saying: Saying): Promise<Said> => {
  if (saying.kind === 'move') {
    const { referralId, event, body } = saying;
    return { saying, referral: await post<ReferralDetail>(`/api/referrals/${referralId}/${event}`, body ?? {}) };
  }
  return { saying, handoff: await post<AnyHandoff>(`/api/handoffs/${handoffId}/${paths[saying.kind]}`, saying.body) };
};

/** Waits for the server before anything on the screen changes; whatever it says, what is shown is asked anew. */
export function useAnswers(handoffId: string, onSaid?: (said: Said) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (saying: Saying) => say(handoffId, saying),
    onSuccess: (said) => {
      if ('referral' in said) queries.setQueryData(keys.referralOf(handoffId), said.referral);
      else queries.setQueryData(keys.handoff(handoffId), said.handoff);
      onSaid?.(said);
    },
    onSettled: () => {
      for (const kind of ['handoff', 'referral']) void queries.invalidateQueries({ queryKey: [kind] });
    },
  });
}

export type Answers = ReturnType<typeof useAnswers>;
