import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './handoff-page.module.css';
import { Refusal } from './refusal.js';
import type { Desk } from './use-desk.js';

/** What the last act of the desk came to, and the way back where there is one. */
export function DeskResult({ desk, timeZone }: { desk: Desk; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  if (desk.error) return <Refusal error={desk.error} referral={null} handoff={undefined} timeZone={timeZone} />;
  if (!desk.data) return null;
  const { act, result } = desk.data;
  const [item] = result?.items ?? [];
  if (item?.outcome === 'refused' || item?.outcome === 'skipped')
    return (
      <p className="card" role="status">
        {t('handoff.desk.skipped', { reason: item.reason ?? '' })}
      </p>
    );
  const words = {
    mark: act.kind === 'mark' ? t(`handoff.desk.done.${act.act.action}`) : '',
    undo: t('handoff.desk.done.undone'),
    assign: act.kind === 'assign' ? t('handoff.desk.done.assigned', { name: act.name }) : '',
    note: t('handoff.desk.done.noted'),
    'ask-for-missing': t('handoff.desk.done.asked'),
    resend: t('handoff.desk.done.resent'),
  }[act.kind];
  const bulkId = act.kind === 'mark' && result?.undoable ? result.id : null;
  return (
    <Group className={`card ${classes.done}`} role="status" gap="sm">
      <span>{words}</span>
      {bulkId !== null && (
        <Button variant="default" size="compact-sm" onClick={() => desk.mutate({ kind: 'undo', bulkId })}>
          {t('actions.undo')}
        </Button>
      )}
    </Group>
  );
}
