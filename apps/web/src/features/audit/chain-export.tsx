import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../../api/client.js';
import type { ServiceName } from '../../app/services.js';
import type { ChainReport } from './chain-badge.js';

interface Sealed {
  number: number;
  hash: string;
}
const pageSize = 1000;

/** The whole log of a service with its seals, one entry a line; then the note that it stands elsewhere, up to its last seal. */
export function ChainExport({ service, head }: { service: ServiceName; head: ChainReport['head'] }): ReactNode {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  const read = useMutation({
    mutationFn: async () => {
      const all: Sealed[] = [];
      for (let after = 0; ;) {
        const { items } = await get<{ items: Sealed[] }>(
          `/api/ops/${service}/audit/chain?after=${after}&limit=${pageSize}`,
        );
        all.push(...items);
        setCount(all.length);
        if (items.length < pageSize) break;
        after = items.at(-1)?.number ?? after;
      }
      save(all, service);
      return all.at(-1) ?? null;
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  const note = useMutation({
    mutationFn: ({ number, hash }: Sealed) =>
      post<{ upTo: number }>(`/api/ops/${service}/audit/exports`, { number, hash }),
    onSuccess: ({ upTo }) => {
      notifications.show({ message: t('audit.chain.noted', { service, number: upTo }) });
      read.reset();
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (head === null) return <span className="soft">{t('audit.chain.nothing')}</span>;
  const last = read.data;
  return last ? (
    <>
      <div>{t('audit.chain.exported', { count, service })}</div>
      <Button variant="default" size="compact-sm" loading={note.isPending} onClick={() => note.mutate(last)}>
        {t('audit.chain.note')}
      </Button>
    </>
  ) : (
    <Button
      variant="default"
      size="compact-sm"
      disabled={read.isPending}
      onClick={() => read.mutate()}
      aria-label={t('audit.chain.exportOf', { service })}
    >
      {read.isPending ? t('audit.chain.exporting', { count }) : t('audit.chain.export')}
    </Button>
  );
}

/** The name says which service and how far, and nobody's. */
function save(entries: readonly Sealed[], service: ServiceName): void {
  const lines = entries.map((entry) => JSON.stringify(entry)).join('\n');
  const address = URL.createObjectURL(new Blob([lines, '\n'], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `audit-${service}-to-${entries.at(-1)?.number ?? 0}.jsonl`;
  link.click();
  URL.revokeObjectURL(address);
}
