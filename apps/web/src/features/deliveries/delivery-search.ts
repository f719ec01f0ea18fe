import type { DeliveryChannel, DeliveryState } from '#contracts';
import { known, text } from '../../app/search.js';

export const channels = ['inbox', 'webhook', 'email'] as const satisfies readonly DeliveryChannel[];
export const states = [
  'queued',
  'sending',
  'retrying',
  'delivered',
  'failed',
  'cancelled',
] as const satisfies readonly DeliveryState[];
export const spans = ['1h', '24h', '7d', '30d'] as const;
export type Span = (typeof spans)[number];

/** What the list shows, and which delivery is open: all of it in the address. */
export interface DeliverySearch {
  channel?: DeliveryChannel;
  partner?: string;
  state?: DeliveryState;
  since?: Span;
  handoff?: string;
  open?: string;
}

export const readDeliverySearch = (search: Record<string, unknown>): DeliverySearch => ({
  ...known('channel', channels, search),
  ...text('partner', search),
  ...known('state', states, search),
  ...known('since', spans, search),
  ...text('handoff', search),
  ...text('open', search),
});

const hours: Readonly<Record<Span, number>> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };

/** The moment at which a span began. */
export const beginOf = (span: Span, now: Date): string =>
  new Date(now.getTime() - hours[span] * 3_600_000).toISOString();
