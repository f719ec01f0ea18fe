import { Button, Group, TextInput } from '@mantine/core';
import { IconDownload, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useNow } from '../../ui/clock.js';
import { clinicZone, day, moment } from '../../ui/moments.js';
import { Asked, Empty, LoadingRows } from '../../ui/states.js';
import { Ageing } from './ageing.js';
import { Declines } from './declines.js';
import { fewest } from './fewest.js';
import { Funnel } from './funnel.js';
import { Numbers } from './numbers.js';
import { Times } from './times.js';
import { Trend } from './trend.js';
import classes from './statistics.module.css';

const route = getRouteApi('/statistics');
const dayMs = 86_400_000;
const lengths = { month: 30, quarter: 90, year: 365 } as const;

/** Where handoffs die, and whether it is getting better. Counted when it is asked for; every number leads to its rows. */
export function StatisticsPage(): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  const period = route.useSearch();
  const statistics = useQuery({
    queryKey: keys.statistics({ ...period }),
    queryFn: ({ signal }) => get<Statistics>(`/api/statistics${queryOf({ ...period })}`, signal),
    staleTime: 60_000,
  });
  return (
    <>
      <Group justify="space-between" align="end" mb="sm" gap="xs">
        <h1>{t('title')}</h1>
        <Group gap="xs" className="no-print">
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={statistics.isFetching}
            onClick={() => void statistics.refetch()}
          >
            {t('refresh')}
          </Button>
          <Button
            component="a"
            variant="default"
            href={`/api/statistics.csv${queryOf({ ...period })}`}
            download
            title={t('csvHow')}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('csv')}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </Group>
      </Group>
      <Period from={period.from ?? statistics.data?.from ?? ''} to={period.to ?? statistics.data?.to ?? ''} />
      <Asked query={statistics} loading={<LoadingRows rows={8} height={64} />}>
        {(counted) => (
          <>
            <p className="soft">
              {t('period', { from: day(counted.from), to: day(counted.to), at: moment(counted.asOf) })}
            </p>
            {counted.closedLoop.of.count === 0 && (
              <Empty title={t('none')}>
                <p>{t('noneHow', { count: fewest })}</p>
              </Empty>
            )}
            <Numbers statistics={counted} />
            <div className={classes.beside}>
              <Funnel funnel={counted.funnel} />
              <Times times={counted.times} />
            </div>
            <Ageing ageing={counted.ageing} />
            <div className={classes.beside}>
              <Trend trend={counted.trend} />
              <Declines declines={counted.declines} />
            </div>
          </>
        )}
      </Asked>
    </>
  );
}

function Period({ from, to }: { from: string; to: string }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'statistics' });
  const navigate = useNavigate();
  const now = useNow();
  const inDays = (days: number): string =>
    new Date(now.getTime() + days * dayMs).toLocaleDateString('en-CA', { timeZone: clinicZone });
  const show = (period: { from: string; to: string }) => void navigate({ to: '/statistics', search: period });
  return (
    <form
      key={`${from} ${to}`}
      className={`${classes.period} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        show({ from: String(fields.get('from')), to: String(fields.get('to')) });
      }}
    >
      <TextInput type="date" name="from" label={t('from')} defaultValue={from} required />
      <TextInput type="date" name="to" label={t('to')} defaultValue={to} required />
      <Button type="submit" variant="default">
        {t('show')}
      </Button>
      {(['month', 'quarter', 'year'] as const).map((length) => (
        <Button
          key={length}
          variant="subtle"
          size="compact-sm"
          onClick={() => show({ from: inDays(1 - lengths[length]), to: inDays(0) })}
        >
          {t(`quick.${length}`)}
        </Button>
      ))}
    </form>
  );
}
