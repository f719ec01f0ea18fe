import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Page } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import classes from '../../ui/list.module.css';
import { fromNow, moment } from '../../ui/moments.js';
import { More } from '../../ui/more.js';
import { Asked, Empty } from '../../ui/states.js';
import { useHeldBack } from '../../ui/use-held-back.js';
import { EndpointStrip } from '../endpoints/endpoint-strip.js';
import { usePartnerNames } from '../partners/use-directory.js';
import { DeliveryDrawer } from './delivery-drawer.js';
import { DeliveryFilters } from './delivery-filters.js';
import { DeliveryMark, took } from './delivery-mark.js';
import { beginOf, type DeliverySearch } from './delivery-search.js';
import { ResendDialog } from './resend-dialog.js';
import { useResend } from './use-resend.js';

const route = getRouteApi('/deliveries');

/** Every message to partners, and how each try went. */
export function DeliveriesPage(): ReactNode {
  const { t } = useTranslation();
  const { open, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const [isResending, resend] = useState(false);
  const deliveries = useDeliveries(filter);
  const kind = JSON.stringify(filter);
  const { shown, held, show } = useHeldBack(
    deliveries.data?.pages.flatMap(({ items }) => items),
    {
      momentOf: ({ createdAt }) => createdAt,
      kind,
    },
  );
  const columns = useColumns();
  const again = useResend();
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <div className={classes.head}>
        <h1>{t('deliveries.title')}</h1>
        <Button variant="default" onClick={() => resend(true)}>
          {t('deliveries.resend.open')}
        </Button>
      </div>
      <p className="soft">{t('deliveries.about')}</p>
      <EndpointStrip />
      <DeliveryFilters filter={filter} />
      <Asked query={deliveries}>
        {() =>
          shown.length === 0 ? (
            <Empty title={t(isFiltered ? 'deliveries.noneFound' : 'deliveries.noneYet')}>
              {isFiltered ? (
                <Button variant="default" onClick={() => void navigate({ search: {} })}>
                  {t('actions.reset')}
                </Button>
              ) : (
                <p>{t('deliveries.noneYetMore')}</p>
              )}
            </Empty>
          ) : (
            <>
              <div role="status">
                {held > 0 && (
                  <Button variant="light" size="compact-sm" mb="xs" onClick={show}>
                    {t('actions.showNew', { count: held })}
                  </Button>
                )}
              </div>
              <DataTable
                label={t('deliveries.list')}
                columns={columns}
                rows={shown}
                keyOf={({ id }) => id}
                keys={{ r: (row) => again.canBe(row) && again.send(row) }}
              />
              <More query={deliveries} />
            </>
          )
        }
      </Asked>
      {open && (
        <DeliveryDrawer
          id={open}
          close={() => void navigate({ search: ({ open: _, ...rest }: DeliverySearch) => rest, resetScroll: false })}
        />
      )}
      <ResendDialog
        key={filter.partner ?? ''}
        partner={filter.partner}
        opened={isResending}
        close={() => resend(false)}
      />
    </>
  );
}

/** The span counts from when it was chosen, so that the question stays the same while the page stands open. */
function useDeliveries(filter: Omit<DeliverySearch, 'open'>) {
  const now = useNow();
  const { since, ...rest } = filter;
  const begin = useMemo(() => (since ? beginOf(since, now) : undefined), [since]);
  return useInfiniteQuery({
    queryKey: keys.deliveries({ ...rest, since: begin }),
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      get<Page<Delivery>>(`/api/deliveries${queryOf({ ...rest, since: begin, cursor, limit: 50 })}`, signal),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

function useColumns(): Column<Delivery>[] {
  const { t } = useTranslation();
  const nameOf = usePartnerNames();
  const now = useNow();
  return [
    {
      id: 'what',
      head: t('deliveries.columns.what'),
      cell: ({ id, kind, createdAt }) => (
        <>
          <Link to="/deliveries" search={(before) => ({ ...before, open: id })} resetScroll={false} data-row>
            {t(`deliveries.kinds.${kind}`)}
          </Link>{' '}
          <span className="soft numbers">{moment(createdAt)}</span>
        </>
      ),
    },
    {
      id: 'partner',
      head: t('deliveries.columns.partner'),
      cell: ({ partnerId }) => nameOf(partnerId),
    },
    {
      id: 'channel',
      head: t('deliveries.columns.channel'),
      cell: ({ channel }) => t(`deliveries.channels.${channel}`),
    },
    {
      id: 'state',
      head: t('deliveries.columns.state'),
      cell: ({ state, reason }) => (
        <>
          <DeliveryMark state={state} />
          {reason && <span className="soft"> {reason}</span>}
        </>
      ),
    },
    {
      id: 'attempts',
      head: t('deliveries.columns.attempts'),
      cell: ({ attempts }) => <span className="numbers">{attempts.length}</span>,
    },
    {
      id: 'next',
      head: t('deliveries.columns.next'),
      cell: ({ nextAt }) =>
        nextAt && (
          <span className="numbers">
            {moment(nextAt)} <span className="soft">({fromNow(nextAt, now)})</span>
          </span>
        ),
    },
    {
      id: 'took',
      head: t('deliveries.columns.took'),
      cell: ({ attempts }) => took(attempts.at(-1)?.durationMs),
    },
  ];
}
