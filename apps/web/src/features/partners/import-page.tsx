import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerImport } from '#contracts';
import { call, Refused } from '../../api/client.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { LinkButton } from '../../ui/link-button.js';
import { Failed, LoadingRows } from '../../ui/states.js';
import classes from './partner-form.module.css';
import { usePartnerNames } from './use-directory.js';

const send = async (text: string, dryRun: boolean): Promise<PartnerImport> =>
  (await call<PartnerImport>(`/api/partners.csv?dryRun=${dryRun}`, { method: 'POST', text, type: 'text/csv' })).body;

/** A whole directory at once: first what would change and every fault, then all of it or nothing. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [table, setTable] = useState<string | null>(null);
  const preview = useMutation({ mutationFn: (text: string) => send(text, true) });
  const apply = useMutation({
    mutationFn: (text: string) => send(text, false),
    onSuccess: async ({ added, changed }) => {
      notifications.show({ message: t('partners.csv.done', { added: added.length, changed: changed.length }) });
      await queries.invalidateQueries({ queryKey: ['partner'] });
      void navigate({ to: '/partners' });
    },
  });
  const read = async (file: File | undefined): Promise<void> => {
    apply.reset();
    if (!file) return;
    const text = await file.text();
    setTable(text);
    preview.mutate(text);
  };
  return (
    <>
      <p>
        <Link to="/partners">← {t('partners.page.back')}</Link>
      </p>
      <h1>{t('partners.csv.title')}</h1>
      <p>{t('partners.csv.about')}</p>
      <p>
        <a href="/api/partners.csv" download="partners.csv">
          {t('partners.export')}
        </a>
      </p>
      <div className="card">
        <label htmlFor="table">
          <b>{t('partners.csv.file')}</b>
        </label>
        <div>
          <input
            id="table"
            type="file"
            className={classes.file}
            accept=".csv,text/csv"
            onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
          />
        </div>
      </div>
      {preview.isPending && <LoadingRows rows={3} />}
      {preview.error && <Faults error={preview.error} />}
      {apply.error && <Faults error={apply.error} />}
      {preview.data && table !== null && (
        <Preview preview={preview.data} isBusy={apply.isPending} apply={() => apply.mutate(table)} />
      )}
    </>
  );
}

function Preview({
  preview: { added, changed, unchanged, changes },
  apply,
  isBusy,
}: {
  preview: PartnerImport;
  apply: () => void;
  isBusy: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePartnerNames();
  const count = added.length + changed.length;
  const cell = (text: string): ReactNode =>
    text.replaceAll(';', '; ') || <span className="soft">{t('partners.csv.empty')}</span>;
  const columns: Column<PartnerImport['changes'][number]>[] = [
    { id: 'who', head: t('partners.columns.name'), cell: ({ partnerId }) => nameOf(partnerId) },
    { id: 'column', head: t('partners.csv.column'), cell: ({ column }) => <code>{column}</code> },
    { id: 'before', head: t('partners.csv.before'), cell: ({ before }) => cell(before) },
    { id: 'after', head: t('partners.csv.after'), cell: ({ after }) => <b>{cell(after)}</b> },
  ];
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length };
  return (
    <section aria-label={t('partners.csv.title')}>
      <p role="status">{count === 0 ? t('partners.csv.nothing') : t('partners.csv.would', counts)}</p>
      {added.length > 0 && (
        <p>
          <b>{t('partners.csv.added')}:</b> {added.join(', ')}
        </p>
      )}
      {changes.length > 0 && (
        <DataTable
          label={t('partners.csv.changed')}
          columns={columns}
          rows={changes}
          keyOf={({ partnerId, column }) => `${partnerId} ${column}`}
        />
      )}
      <Group>
        {count > 0 && (
          <Button onClick={apply} loading={isBusy}>
            {t('partners.csv.do', { count })}
          </Button>
        )}
        <LinkButton to="/partners" variant="default">
          {t('actions.cancel')}
        </LinkButton>
      </Group>
    </section>
  );
}

/** Line by line, as the spreadsheet counts them. */
function Faults({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return <Failed error={error} />;
  const columns: Column<(typeof errors)[number]>[] = [
    { id: 'where', head: t('partners.csv.where'), cell: ({ path }) => path },
    { id: 'what', head: t('partners.csv.what'), cell: ({ message }) => message },
  ];
  return (
    <div role="alert">
      <p>
        <b>{t('partners.csv.faults', { count: errors.length })}</b>
      </p>
      <DataTable
        label={t('partners.csv.faults', { count: errors.length })}
        columns={columns}
        rows={errors}
        keyOf={({ path, message }) => `${path} ${message}`}
      />
    </div>
  );
}
