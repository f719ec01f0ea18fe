import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HandoffSummary, Page, Referral } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { inboxItems } from './inbox-items.js';

const pageSize = 200;
/** A clinic with more than this has its old ones in the archive of the months: the newest are shown. */
const mostPages = 10;

async function newest<Item>(path: string, query: Record<string, string>, signal: AbortSignal) {
  const items: Item[] = [];
  let cursor: string | null = '';
  for (let page = 0; page < mostPages && cursor !== null; page += 1) {
    const answer: Page<Item> = await get(`${path}${queryOf({ ...query, limit: pageSize, cursor })}`, signal);
    items.push(...answer.items);
    cursor = answer.next;
  }
  return { items, isAll: cursor === null };
}

/** Everything that was ever asked of the reader's own clinic, newest first, put into folders. */
export function useInbox() {
  const now = useNow();
  const handoffs = useQuery({
    queryKey: keys.handoffs({ inbox: true }),
    queryFn: ({ signal }) => newest<HandoffSummary>('/api/handoffs', { sort: 'issued' }, signal),
  });
  const referrals = useQuery({
    queryKey: keys.referrals({ inbox: true }),
    queryFn: ({ signal }) => newest<Referral>('/api/referrals', {}, signal),
  });
  const minute = Math.floor(now.getTime() / 60_000);
  const items = useMemo(
    () => inboxItems(handoffs.data?.items ?? [], referrals.data?.items ?? [], new Date(minute * 60_000)),
    [handoffs.data, referrals.data, minute],
  );
  return { handoffs, referrals, items, isAll: handoffs.data?.isAll !== false };
}
