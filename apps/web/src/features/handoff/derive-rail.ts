import type { Delivery, PartnerHandoff, ReferralDetail } from '#contracts';

export const railSteps = [
  'sent',
  'delivered',
  'opened',
  'acknowledged',
  'accepted',
  'booked',
  'visited',
  'reported',
  'closed',
] as const;

export interface RailStep {
  step: (typeof railSteps)[number];
  /** Null: not yet. */
  at: string | null;
  by: string | null;
  /** Over which channel it came; only of a delivery. */
  channel: string | null;
  onBehalf: boolean;
  byMachine: boolean;
  /** Of the booking: when the visit is. */
  appointmentAt: string | null;
  failed: boolean;
}

type Known = Pick<
  PartnerHandoff,
  'issuedAt' | 'deliveredAt' | 'openedAt' | 'acknowledgement' | 'undeliverableSince' | 'status'
>;
type Way = Pick<ReferralDetail, 'accepted' | 'delivered' | 'appointmentAt' | 'history' | 'state'>;

const plain = { by: null, channel: null, onBehalf: false, byMachine: false, appointmentAt: null, failed: false };

/** How far one request has come: each step with when, who and how. Steps that were never taken have no time. */
export function deriveRail(handoff: Known, referral: Way | null, deliveries: readonly Delivery[] = []): RailStep[] {
  const taken = (events: readonly string[], which: 'first' | 'last') => {
    const steps = (referral?.history ?? []).filter(({ event }) => events.includes(event));
    const step = which === 'first' ? steps[0] : steps.at(-1);
    return { at: step?.at ?? null, by: step?.by ?? null };
  };
  const { acknowledgement } = handoff;
  const arrived = deliveries.find(({ state }) => state === 'delivered');
  const isOver = ['completed', 'closed-confirmed', 'failed', 'cancelled', 'declined'].includes(referral?.state ?? '');
  return [
    { ...plain, step: 'sent', at: handoff.issuedAt },
    {
      ...plain,
      step: 'delivered',
      at: handoff.deliveredAt,
      channel: arrived?.channel ?? (handoff.deliveredAt === null ? null : (referral?.delivered?.by ?? null)),
      failed: handoff.deliveredAt === null && handoff.undeliverableSince !== null,
    },
    { ...plain, step: 'opened', at: handoff.openedAt },
    {
      ...plain,
      step: 'acknowledged',
      at: acknowledgement?.at ?? null,
      by: acknowledgement?.by ?? null,
      onBehalf: acknowledgement?.onBehalf ?? false,
      byMachine: acknowledgement?.byMachine ?? false,
    },
    { ...plain, step: 'accepted', at: referral?.accepted?.at ?? null, by: referral?.accepted?.by ?? null },
    { ...plain, step: 'booked', ...taken(['book', 'rebook'], 'last'), appointmentAt: referral?.appointmentAt ?? null },
    { ...plain, step: 'visited', ...taken(['start'], 'first') },
    { ...plain, step: 'reported', ...taken(['report', 'complete'], 'last') },
    {
      ...plain,
      step: 'closed',
      ...(isOver
        ? taken(['complete', 'confirm', 'fail', 'confirm-cancellation', 'cancel', 'decline'], 'last')
        : { at: null, by: null }),
    },
  ];
}
