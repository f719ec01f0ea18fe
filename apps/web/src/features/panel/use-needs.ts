import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary, Page, Partner, WorkItem } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { inOrder, isDangerous, type Need, needOfHandoff, needOfItem } from './needs.js';

/** A desk with more than this has another problem than this screen. */
const mostPages = 5;

async function everyPage<Item>(path: string, query: Record<string, string>, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  for (let n = 0; n < mostPages && cursor !== null; n += 1) {
    const page: Page<Item> = await get<Page<Item>>(`${path}${queryOf({ ...query, limit: 200, cursor })}`, signal);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

const onDesk = { desk: 'physician', status: 'open' };
const behindNow = { behind: 'true', pressing: 'true', status: 'waiting' };

/** Everything that needs a physician, in order; and what was put off. */
export function useNeeds(): {
  needs: Need[] | undefined;
  later: Need[];
  errors: { error: unknown; retry: () => void }[];
} {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const items = useQuery({
    queryKey: keys.workItems(onDesk),
    queryFn: ({ signal }) => everyPage<WorkItem>('/api/work-items', onDesk, signal),
  });
  const behind = useQuery({
    queryKey: keys.handoffs(behindNow),
    queryFn: ({ signal }) => everyPage<HandoffSummary>('/api/handoffs', behindNow, signal),
  });
  const partners = useQuery({
    queryKey: keys.partners(),
    queryFn: ({ signal }) => get<Page<Partner>>('/api/partners?limit=200', signal),
    staleTime: 60_000,
  });
  const nameOf = (id: string | null): string =>
    partners.data?.items.find(({ partnerId }) => partnerId === id)?.name ?? id ?? '';
  const fromItems = items.data?.map(needOfItem);
  // Where a decision about the same silence waits already, one line is enough.
  const decided = new Set(items.data?.filter(({ ask }) => ask.ruleId === 'PH-10').map(({ ask }) => ask.itemId));
  const fromHandoffs = (behind.data ?? [])
    .filter((handoff) => isDangerous(handoff) && !decided.has(handoff.memberId))
    .map((handoff) =>
      needOfHandoff(
        handoff,
        nameOf(handoff.partnerId),
        t('behindReason', {
          partner: nameOf(handoff.partnerId),
          version: handoff.fromVersion,
          headline: handoff.headline,
        }),
      ),
    );
  const isLater = ({ item }: Need): boolean => (item?.laterUntil ?? null) !== null;
  const all = [...(fromItems ?? []), ...fromHandoffs];
  return {
    needs: fromItems && inOrder(all.filter((need) => !isLater(need))),
    later: all.filter(isLater),
    errors: [items, behind]
      .filter(({ isError }) => isError)
      .map(({ error, refetch }) => ({ error, retry: () => void refetch() })),
  };
}

/**
 * Nothing moves under the hand of somebody who works: what comes waits behind a button, except what concerns safety, which stands on top at once and is
 * said aloud, once.
 */
export function useArrivals(needs: readonly Need[] | undefined): {
  shown: Need[];
  waiting: number;
  show: () => void;
  alarm: Need | null;
} {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const [alarm, setAlarm] = useState<Need | null>(null);
  const said = useRef(new Set<string>());
  useEffect(() => {
    if (!needs) return;
    if (known === null) {
      for (const { id } of needs) said.current.add(id);
      setKnown(new Set(needs.map(({ id }) => id)));
      return;
    }
    const fresh = needs.find(({ id, group }) => group === 'safety' && !said.current.has(id));
    if (!fresh) return;
    said.current.add(fresh.id);
    setAlarm(fresh);
  }, [needs, known]);
  const isShown = ({ id, group }: Need): boolean => known === null || known.has(id) || group === 'safety';
  const shown = (needs ?? []).filter(isShown);
  return {
    shown,
    waiting: (needs?.length ?? 0) - shown.length,
    show: () => setKnown(new Set(needs?.map(({ id }) => id))),
    alarm,
  };
}
