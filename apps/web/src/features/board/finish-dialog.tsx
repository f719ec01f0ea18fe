import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FinishWorkItem, WorkItem } from '#contracts';

type Decision = NonNullable<FinishWorkItem['decision']>;
const decisions: readonly Decision[] = ['new-version', 'continue', 'refer'];

/** A plateau closes by a decision and nothing less. */
export const isPlateau = ({ ask: { ruleId } }: WorkItem): boolean => ruleId === 'PH-06';

export function FinishDialog({
  item: { ask, patient },
  close,
  finish,
  fault,
}: {
  item: WorkItem;
  close: () => void;
  finish: (how: FinishWorkItem) => Promise<boolean>;
  fault: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<Decision>('new-version');
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await finish({ decision, ...(reason.trim() ? { reason: reason.trim() } : {}) })) close();
  };
  return (
    <Modal opened onClose={close} title={t('board.desk.decision')} centered>
      <form onSubmit={(event) => void submit(event)}>
        <p>
          <b>{patient?.name}</b>: {ask.reason}
        </p>
        {fault && <p role="alert">{fault}</p>}
        <Radio.Group
          value={decision}
          onChange={(value) => setDecision(value as Decision)}
          aria-label={t('board.desk.decision')}
        >
          <Stack gap="xs">
            {decisions.map((value) => (
              <Radio key={value} value={value} label={t(`board.desk.decisions.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('board.desk.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          required={decision !== 'new-version'}
          maxLength={1000}
          mt="sm"
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit">{t('board.desk.done')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
