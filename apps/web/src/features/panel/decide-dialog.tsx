import { Button, Group, Radio, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FinishWorkItem } from '#contracts';
import { Dialog } from '../../ui/dialog.js';
import { LinkButton } from '../../ui/link-button.js';
import { whoOf } from './delegate-dialog.js';
import type { Need } from './needs.js';
import { useActs } from './use-acts.js';

type Decision = NonNullable<FinishWorkItem['decision']>;
const decisions: readonly Decision[] = ['new-version', 'continue', 'refer'];

/** A plateau ends by one of three answers, and by nothing else. */
export function DecideDialog({ need, close }: { need: Need; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const [decision, decide] = useState<Decision>('continue');
  const [reason, setReason] = useState('');
  const { act: doIt, isBusy } = useActs();
  const patient = whoOf(need);
  const needsReason = decision !== 'new-version';
  const submit = async (): Promise<void> => {
    const body = { decision, ...(reason.trim() ? { reason: reason.trim() } : {}) };
    if (await doIt({ need, path: `/api/work-items/${need.id}/done`, body, said: t('done', { patient }) })) close();
  };
  return (
    <Dialog close={close} title={t('decide.title', { patient })}>
      <p>{need.reason}</p>
      <Radio.Group
        value={decision}
        onChange={(value) => decide(value as Decision)}
        aria-label={need.suggestion}
        mb="sm"
      >
        {decisions.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`decide.${one}`)}
            my={6}
            {...(one === decision ? { 'data-autofocus': true } : {})}
          />
        ))}
      </Radio.Group>
      {decision === 'new-version' ? (
        <p className="soft">
          {t('decide.newVersionHow')}{' '}
          <LinkButton variant="light" size="compact-sm" to="/plans/$planId/edit" params={{ planId: need.planId }}>
            {t('acts.plan')}
          </LinkButton>
        </p>
      ) : (
        <Textarea
          label={t('decide.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          mb="md"
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button loading={isBusy} disabled={needsReason && !reason.trim()} onClick={() => void submit()}>
          {t('decide.submit', { patient })}
        </Button>
      </Group>
    </Dialog>
  );
}
