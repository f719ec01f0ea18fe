import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { useNow } from '../../ui/clock.js';
import { clinicZone, day } from '../../ui/moments.js';
import { whoOf } from './delegate-dialog.js';
import type { Need } from './needs.js';
import { useActs } from './use-acts.js';

const dayMs = 86_400_000;
const ahead = { tomorrow: 1, week: 7, month: 28 } as const;

/** Not now; a day on which it comes back. */
export function LaterDialog({ need, close }: { need: Need; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const now = useNow();
  const inDays = (days: number): string =>
    new Date(now.getTime() + days * dayMs).toLocaleDateString('en-CA', { timeZone: clinicZone });
  const [until, setUntil] = useState(inDays(1));
  const { act: doIt, isBusy } = useActs();
  const patient = whoOf(need);
  const submit = async (): Promise<void> => {
    const path = `/api/work-items/${need.id}/postpone`;
    if (await doIt({ need, path, body: { until }, said: t('postponed', { patient, day: day(until) }) })) close();
  };
  return (
    <Dialog close={close} title={t('later.title', { patient })}>
      <p>{need.reason}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          type="date"
          label={t('later.until')}
          min={inDays(1)}
          required
          data-autofocus
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
        <Group gap="xs" my="sm">
          {(['tomorrow', 'week', 'month'] as const).map((quick) => (
            <Button key={quick} variant="light" size="compact-sm" onClick={() => setUntil(inDays(ahead[quick]))}>
              {t(`later.quick.${quick}`)}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {act('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!until}>
            {t('later.submit', { patient })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
