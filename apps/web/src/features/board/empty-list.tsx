import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffSummary, Page } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { clinicZone, moment } from '../../ui/moments.js';
import { Empty } from '../../ui/states.js';
import { type BoardSearch, filterOf, reset } from './board-search.js';

/** Nothing there is good news or a filter too narrow; either way it says where to go on. */
export function EmptyList({
  search,
  text,
  clearText,
}: {
  search: BoardSearch;
  text: string;
  clearText: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const filter = filterOf(search);
  const isTileAlone = filter.tile !== undefined && Object.keys(filter).length === 1;
  const isWide = Object.keys(filter).length === 0 && !text;
  const title = text
    ? t('board.empty.search', { text })
    : isWide
      ? t('board.empty.all')
      : isTileAlone
        ? t(`board.empty.tiles.${filter.tile as 'overdue'}`)
        : t('board.empty.filter');
  return (
    <Empty title={title}>
      {isTileAlone || isWide ? (
        <NextDue scope={search.scope} />
      ) : (
        <Button
          variant="default"
          onClick={() => {
            clearText();
            void navigate({ to: '/board', search: reset(search) });
          }}
        >
          {t('board.resetFilters')}
        </Button>
      )}
    </Empty>
  );
}

const lookAhead = 100;
/** `Mon 16 Mar 2026`. */
const weekdayOf = (at: string): string => moment(at, clinicZone).split(', ')[0] ?? '';

function NextDue({ scope }: { scope: BoardSearch['scope'] }): ReactNode {
  const { t } = useTranslation();
  const query = { status: 'waiting', limit: lookAhead, ...(scope ? { scope } : {}) };
  const { data } = useQuery({
    queryKey: keys.handoffs(query),
    queryFn: ({ signal }) => get<Page<HandoffSummary>>(`/api/handoffs${queryOf(query)}`, signal),
  });
  if (!data) return null;
  const [first] = data.items;
  if (!first) return <p>{t('board.empty.nothingElse')}</p>;
  const day = weekdayOf(first.dueAt);
  const count = data.items.filter(({ dueAt }) => weekdayOf(dueAt) === day).length;
  const handoffs = count === lookAhead ? t('board.countMore', { count: count - 1 }) : t('board.count', { count });
  return <p>{t('board.empty.next', { day, handoffs })}</p>;
}
