import { Button } from '@mantine/core';
import { IconAlertOctagon, IconCheck, IconLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, Page } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { moment } from '../../ui/moments.js';
import { More } from '../../ui/more.js';
import { Asked, Empty } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import own from './audit.module.css';
import { AuditDrawer } from './audit-drawer.js';
import { AuditFilters } from './audit-filters.js';

const route = getRouteApi('/audit');

/** Days of the address are the clinic's days, from their first moment. */
const beginOf = (date: string | undefined): string | undefined =>
  date === undefined ? undefined : new Date(`${date}T00:00:00`).toISOString();

/** Newest first, page by page, of all services. */
export function AuditLog(): ReactNode {
  const { t } = useTranslation();
  const { view: _, review: __, from, to, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const entries = useInfiniteQuery({
    queryKey: keys.audit({ ...filter, from, to }),
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      get<Page<AuditEntry>>(
        `/api/audit${queryOf({ ...filter, from: beginOf(from), to: beginOf(to), cursor, limit: 50 })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(setOpen);
  const isFiltered = Object.keys({ ...filter, ...(from && { from }), ...(to && { to }) }).length > 0;
  return (
    <>
      <p className="soft">{t('audit.about')}</p>
      <AuditFilters />
      <Asked query={entries}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <Empty title={t(isFiltered ? 'audit.noneFound' : 'audit.noneYet')}>
                {isFiltered && (
                  <Button variant="default" onClick={() => void navigate({ search: {} })}>
                    {t('actions.reset')}
                  </Button>
                )}
              </Empty>
            );
          return (
            <>
              <DataTable label={t('audit.list')} columns={columns} rows={rows} keyOf={({ id }) => id} />
              <More query={entries} />
            </>
          );
        }}
      </Asked>
      {open && <AuditDrawer entry={open} close={() => setOpen(null)} />}
    </>
  );
}

const looks = {
  allowed: { tone: 'ok', icon: IconCheck },
  refused: { tone: 'soon', icon: IconLock },
  failed: { tone: 'late', icon: IconAlertOctagon },
} as const;

function useColumns(open: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'when',
      head: t('audit.columns.when'),
      cell: (entry) => (
        <button type="button" className={own.linkish} data-row onClick={() => open(entry)}>
          <span className="numbers">{moment(entry.at)}</span>
        </button>
      ),
    },
    {
      id: 'who',
      head: t('audit.columns.who'),
      cell: ({ actor }) =>
        actor ? (
          <>
            {actor.name} <span className="soft">{actor.partnerId ?? actor.role}</span>
          </>
        ) : (
          <span className="soft">{t('audit.nobody')}</span>
        ),
    },
    {
      id: 'what',
      head: t('audit.columns.what'),
      cell: ({ method, route: path }) => (
        <span className={own.route}>
          {method} {path}
        </span>
      ),
    },
    {
      id: 'whom',
      head: t('audit.columns.whom'),
      cell: ({ patientIds }) => (patientIds.length === 0 ? '' : t('audit.patients', { count: patientIds.length })),
    },
    {
      id: 'why',
      head: t('audit.columns.why'),
      cell: ({ purpose, reason }) =>
        reason ? t('audit.broke', { reason }) : purpose ? t(`audit.purposes.${purpose}`) : '',
    },
    {
      id: 'ended',
      head: t('audit.columns.ended'),
      cell: ({ outcome, status }) => (
        <>
          <Mark {...looks[outcome]}>{t(`audit.outcomes.${outcome}`)}</Mark> <span className="soft">{status}</span>
        </>
      ),
    },
  ];
}
