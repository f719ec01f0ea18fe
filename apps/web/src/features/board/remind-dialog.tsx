import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkResult, HandoffSummary } from '#contracts';
import { post } from '../../api/client.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import type { DialogProps } from './act-dialogs.js';
import { nameOf } from './acts.js';

interface Props extends DialogProps {
  ids: readonly string[];
  rowOf: (id: string) => HandoffSummary | undefined;
}

/** A reminder leaves the house, so it is counted and named first: to whom, about whom, and who is left out and why. */
export function RemindDialog({ ids, rowOf, close, run }: Props): ReactNode {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['reminder-preview', ids],
    queryFn: () => post<BulkResult>('/api/handoffs/bulk', { ids, action: 'remind', dryRun: true }),
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Modal opened onClose={close} title={t('board.remindDialog.title')} size="lg" centered>
      <Asked query={preview} loading={<LoadingRows rows={3} />}>
        {(counted) => {
          const going = counted.items.filter(({ outcome }) => outcome === 'done').map(({ handoffId }) => handoffId);
          const left = counted.items.filter(({ outcome }) => outcome !== 'done');
          return (
            <>
              <p>
                <strong>{counted.summary}</strong>
              </p>
              {going.length === 0 ? (
                <p>{t('board.remindDialog.nobody')}</p>
              ) : (
                <>
                  <p className="soft">{t('board.remindDialog.leaves')}</p>
                  <h3>{t('board.remindDialog.goes')}</h3>
                  <ByPartner rows={going.flatMap((id) => rowOf(id) ?? [])} />
                </>
              )}
              {left.length > 0 && (
                <details>
                  <summary>
                    {t('board.remindDialog.skipped')}: {left.length}
                  </summary>
                  <ul>
                    {left.map(({ handoffId, reason }) => {
                      const row = rowOf(handoffId);
                      return (
                        <li key={handoffId}>
                          {row ? nameOf(row) : handoffId}: {reason}
                        </li>
                      );
                    })}
                  </ul>
                </details>
              )}
              <Group justify="flex-end" mt="md">
                <Button variant="default" onClick={close} data-autofocus>
                  {t('actions.cancel')}
                </Button>
                {going.length > 0 && (
                  <Button
                    onClick={() => {
                      run({ action: 'remind', dryRun: false });
                      close();
                    }}
                  >
                    <Confirm rows={going.flatMap((id) => rowOf(id) ?? [])} partners={counted.partners} />
                  </Button>
                )}
              </Group>
            </>
          );
        }}
      </Asked>
    </Modal>
  );
}

function Confirm({ rows, partners }: { rows: readonly HandoffSummary[]; partners: number }): ReactNode {
  const { t } = useTranslation();
  const [only, ...others] = rows;
  return only && others.length === 0
    ? t('board.remindDialog.confirmOne', { partner: only.partnerName, patient: only.patient.name })
    : t('board.remindDialog.confirm', { count: rows.length, partners });
}

function ByPartner({ rows }: { rows: readonly HandoffSummary[] }): ReactNode {
  const partners = new Map<string, string[]>();
  for (const { partnerName, patient } of rows) {
    const name = partnerName ?? '';
    partners.set(name, [...(partners.get(name) ?? []), patient.name]);
  }
  return (
    <ul>
      {[...partners].map(([partner, patients]) => (
        <li key={partner}>
          <b>{partner}</b>: {patients.join(', ')}
        </li>
      ))}
    </ul>
  );
}
