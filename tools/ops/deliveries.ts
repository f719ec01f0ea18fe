import type { OpsCommand } from './command.ts';
import type { OpsClient, OpsResult } from './run-ops.ts';
import { table } from './table.ts';

/** As notification answers: ids and how each try went, never what was sent. */
interface Delivery {
  id: string;
  partnerId: string;
  kind: string;
  channel: string;
  state: string;
  attempts: { outcome: string }[];
  nextAt: string | null;
  reason: string | null;
}
interface Answer {
  items: Delivery[];
}

const waiting = ['failed', 'retrying', 'queued'];
const mostShown = 200;

export async function listUndelivered(client: OpsClient): Promise<OpsResult> {
  const lists = await Promise.all(
    waiting.map((state) => client.send<Answer>('notification', `/api/deliveries?state=${state}&limit=${mostShown}`)),
  );
  const items = lists.flatMap((list) => list.items);
  const rows = items.map(({ id, partnerId, kind, channel, state, attempts, nextAt, reason }) => [
    ...[id, partnerId, kind, channel, state, `${attempts.length}`],
    ...[reason ?? attempts.at(-1)?.outcome ?? '-', nextAt ?? '-'],
  ]);
  const heading = ['id', 'partner', 'kind', 'channel', 'state', 'tries', 'why', 'next'];
  return {
    answer: items,
    text: rows.length === 0 ? 'Everything arrived.' : table(heading, rows),
    isWell: items.every(({ state }) => state !== 'failed'),
  };
}

export async function retryDelivery(
  { id }: OpsCommand & { verb: 'deliveries retry' },
  client: OpsClient,
): Promise<OpsResult> {
  const path = `/api/deliveries/${encodeURIComponent(id)}/retry`;
  const answer = await client.send<Delivery>('notification', path, {});
  return { answer, text: `${answer.id} is tried now.`, isWell: true };
}

export async function resendDeliveries(
  { partner, since }: OpsCommand & { verb: 'deliveries resend' },
  client: OpsClient,
): Promise<OpsResult> {
  const answer = await client.send<{ queued: number }>('notification', '/api/deliveries/resend', { partner, since });
  return { answer, text: `${answer.queued} sent again to ${partner}.`, isWell: true };
}
