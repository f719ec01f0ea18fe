import type { DeliveryChannel, DeliveryPreferences, Endpoint, Urgency } from '#contracts';

export type UndeliverableReason = 'endpoint-disabled' | 'no-channel';

export interface ChosenChannel {
  channel: DeliveryChannel;
  endpointId: string | null;
  /** Null: it can be tried. Otherwise a person hears at once. */
  undeliverable: UndeliverableReason | null;
}

interface Reach {
  preferences: DeliveryPreferences;
  endpoints: readonly { id: string; kind: Endpoint['kind']; state: Endpoint['state'] }[];
  /** False: this installation has no mail server. */
  canMail: boolean;
}

/**
 * Over which channels an organization gets a message of this urgency: as it prefers, else over its webhook, else by email, else it finds
 * it in its inbox. A channel that cannot work is chosen all the same: silence would look like delivery.
 */
export function channelsFor(urgency: Urgency, { preferences, endpoints, canMail }: Reach): ChosenChannel[] {
  const byDefault = (['webhook', 'email'] as const).find((kind) => endpoints.some((one) => one.kind === kind));
  const wanted = preferences.channels[urgency] ?? [byDefault ?? 'inbox'];
  return [...new Set(wanted)].map((channel) => {
    if (channel === 'inbox') return { channel, endpointId: null, undeliverable: null };
    const endpoint = endpoints.find(({ kind }) => kind === channel);
    const isMissing = endpoint === undefined || (channel === 'email' && !canMail);
    const isDisabled = endpoint?.state === 'disabled';
    const undeliverable = isMissing ? 'no-channel' : isDisabled ? 'endpoint-disabled' : null;
    return { channel, endpointId: endpoint?.id ?? null, undeliverable };
  });
}
