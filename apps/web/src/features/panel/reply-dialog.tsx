import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoseChange, Page } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Dialog } from '../../ui/dialog.js';
import { LinkButton } from '../../ui/link-button.js';
import { Asked } from '../../ui/states.js';
import { whoOf } from './delegate-dialog.js';
import type { Need } from './needs.js';
import { useActs } from './use-acts.js';

/** A partner waits for words: an objection, or a question about the dose. A version of the plan answers as well. */
export function ReplyDialog({ need, close }: { need: Need; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.reply' });
  const isDose = need.item?.ask.ruleId === 'PH-31';
  return (
    <Dialog close={close} title={t('title', { what: t(isDose ? 'dose' : 'objection'), patient: whoOf(need) })}>
      {isDose ? (
        <DoseReply need={need} close={close} />
      ) : (
        <Words need={need} path={`/api/handoffs/${need.item?.ask.itemId ?? ''}/contest/reply`} close={close} />
      )}
    </Dialog>
  );
}

/** The work names the prescription; the question itself is therapy's. */
function DoseReply({ need, close }: { need: Need; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.reply' });
  const filter = { plan: need.planId, state: 'open' };
  const asked = useQuery({
    queryKey: keys.doseChanges(filter),
    queryFn: ({ signal }) => get<Page<DoseChange>>(`/api/therapy/dose-changes?plan=${need.planId}&state=open`, signal),
  });
  return (
    <Asked query={asked}>
      {({ items }) => {
        const change = items.find(({ reason }) => need.reason.includes(reason)) ?? items[0];
        if (!change) return <p>{t('gone')}</p>;
        return <Words need={need} path={`/api/therapy/dose-changes/${change.id}/reply`} close={close} />;
      }}
    </Asked>
  );
}

function Words({ need, path, close }: { need: Need; path: string; close: () => void }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { t: act } = useTranslation('translation', { keyPrefix: 'actions' });
  const [reply, setReply] = useState('');
  const { act: doIt, isBusy } = useActs();
  const patient = whoOf(need);
  const submit = async (): Promise<void> => {
    if (await doIt({ need, path, body: { reply: reply.trim() }, said: t('done', { patient }) })) close();
  };
  return (
    <>
      <p>{need.reason}</p>
      <Textarea
        label={t('reply.text')}
        description={t('reply.how')}
        required
        autosize
        minRows={3}
        data-autofocus
        value={reply}
        onChange={({ currentTarget }) => setReply(currentTarget.value)}
        mb="md"
      />
      <Group justify="flex-end">
        <LinkButton variant="default" to="/plans/$planId/edit" params={{ planId: need.planId }}>
          {t('acts.plan')}
        </LinkButton>
        <Button variant="default" onClick={close}>
          {act('cancel')}
        </Button>
        <Button loading={isBusy} disabled={!reply.trim()} onClick={() => void submit()}>
          {t('reply.submit', { patient })}
        </Button>
      </Group>
    </>
  );
}
