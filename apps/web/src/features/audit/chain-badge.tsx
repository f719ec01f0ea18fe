import { Button } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { type ServiceName, services } from '../../app/services.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { moment } from '../../ui/moments.js';
import { Mark } from '../../ui/status.js';
import { ChainExport } from './chain-export.js';

export interface ChainReport {
  service: ServiceName;
  sealed: number;
  overdue: number;
  head: { number: number; hash: string } | null;
  broken: { number: number; entryId: string; why: string } | null;
}

interface Answer {
  service: ServiceName;
  report: ChainReport | null;
}

const ask = async (service: ServiceName, signal: AbortSignal): Promise<Answer> => {
  try {
    return { service, report: await get<ChainReport>(`/api/ops/${service}/audit/verification`, signal) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { service, report: null };
  }
};

/** Whether anything that was recorded was changed or taken out since: every service computes its chain again. */
export function ChainBadge(): ReactNode {
  const { t } = useTranslation();
  const chain = useQuery({
    queryKey: keys.chain(),
    queryFn: ({ signal }) => Promise.all(services.map((service) => ask(service, signal))),
    staleTime: 60_000,
  });
  return (
    <details className="card">
      <summary>
        <span role="status">
          {chain.data ? <Verdict answers={chain.data} at={chain.dataUpdatedAt} /> : t('audit.chain.checking')}
        </span>
      </summary>
      {chain.data && <Services answers={chain.data} />}
      <Button variant="default" size="compact-sm" loading={chain.isFetching} onClick={() => void chain.refetch()}>
        {t('audit.chain.again')}
      </Button>
    </details>
  );
}

function Verdict({ answers, at }: { answers: Answer[]; at: number }): ReactNode {
  const { t } = useTranslation();
  const names = (wanted: Answer[]): string => wanted.map(({ service }) => service).join(', ');
  const broken = answers.filter(({ report }) => report?.broken);
  const unknown = answers.filter(({ report }) => report === null);
  if (broken.length > 0)
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {t('audit.chain.broken', { services: names(broken) })}
      </Mark>
    );
  if (unknown.length > 0)
    return (
      <Mark tone="soon" icon={IconAlertTriangle}>
        {t('audit.chain.unknown', { services: names(unknown) })}
      </Mark>
    );
  return (
    <Mark tone="ok" icon={IconCheck}>
      {t('audit.chain.holds', { count: answers.length, at: moment(new Date(at).toISOString()) })}
    </Mark>
  );
}

function Services({ answers }: { answers: Answer[] }): ReactNode {
  const { t } = useTranslation();
  const columns: Column<Answer>[] = [
    { id: 'service', head: t('audit.chain.service'), cell: ({ service }) => service },
    { id: 'sealed', head: t('audit.chain.sealed'), cell: ({ report }) => report?.sealed ?? '' },
    {
      id: 'state',
      head: t('audit.chain.state'),
      cell: ({ report }) =>
        report === null
          ? t('audit.chain.unreachable')
          : report.broken
            ? t('audit.chain.brokenAt', report.broken)
            : t('audit.chain.ok'),
    },
    { id: 'overdue', head: t('audit.chain.overdue'), cell: ({ report }) => report?.overdue ?? '' },
    {
      id: 'export',
      head: t('audit.chain.export'),
      cell: ({ report, service }) => report && <ChainExport service={service} head={report.head} />,
    },
  ];
  return <DataTable label={t('audit.chain.title')} columns={columns} rows={answers} keyOf={({ service }) => service} />;
}
