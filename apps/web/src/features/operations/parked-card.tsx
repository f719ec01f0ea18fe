import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconParking } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.js';
import list from '../../ui/list.module.css';
import { moment } from '../../ui/moments.js';
import { Failed } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import type { Parked, ParkedGroup } from './parked-groups.js';
import { topicName } from './service-words.js';

type Doing = { kind: 'replay'; keys: string[] } | { kind: 'discard'; message: Parked };

/** What failed in the same way at one service: one of them, and what to do about it. */
export function ParkedCard({ group }: { group: ParkedGroup }): ReactNode {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { service, type, failure, messages, behind, first, last, keys } = group;
  const [sample] = messages;
  const heading = t('operations.group', { type: type ?? t('operations.unreadable'), service });
  return (
    <article className="card" aria-label={heading}>
      <h3>{heading}</h3>
      <Mark tone="late" icon={IconParking}>
        {t('operations.waiting', { count: messages.length })}
      </Mark>{' '}
      {behind > 0 && <span>{t('operations.behind', { count: behind })}</span>}
      <dl className={list.facts}>
        <dt>{t('operations.error')}</dt>
        <dd>{failure}</dd>
        <dt>{t('operations.firstSeen')}</dt>
        <dd className="numbers">{moment(first)}</dd>
        <dt>{t('operations.lastSeen')}</dt>
        <dd className="numbers">{moment(last)}</dd>
      </dl>
      {sample && <Sample message={sample} />}
      <Group gap="xs">
        <Button onClick={() => setDoing({ kind: 'replay', keys })}>
          {t('operations.replayGroup', { count: messages.length })}
        </Button>
        {sample && keys.length > 1 && (
          <Button variant="default" onClick={() => setDoing({ kind: 'replay', keys: [sample.key] })}>
            {t('operations.replayOne')}
          </Button>
        )}
        {sample && (
          <Button variant="default" onClick={() => setDoing({ kind: 'discard', message: sample })}>
            {t('operations.discard')}
          </Button>
        )}
      </Group>
      {doing?.kind === 'replay' && <ReplayDialog group={group} keys={doing.keys} close={() => setDoing(null)} />}
      {doing?.kind === 'discard' && (
        <DiscardDialog group={group} message={doing.message} close={() => setDoing(null)} />
      )}
    </article>
  );
}

function Sample({ message }: { message: Parked }): ReactNode {
  const { t } = useTranslation();
  const { error, eventId, key, topic, tries, parkedAt } = message;
  return (
    <details>
      <summary>{t('operations.sample')}</summary>
      <p className="soft">{t('operations.sampleMore')}</p>
      <dl className={list.facts}>
        <dt>{t('operations.error')}</dt>
        <dd>
          <code>{error}</code>
        </dd>
        <dt>{t('operations.event')}</dt>
        <dd>
          <code>{eventId}</code>
        </dd>
        <dt>{t('operations.key')}</dt>
        <dd>
          <code>{key}</code>
        </dd>
        <dt>{t('operations.topic')}</dt>
        <dd>{topicName(topic)}</dd>
        <dt>{t('operations.tries')}</dt>
        <dd>{tries}</dd>
        <dt>{t('operations.parkedAt')}</dt>
        <dd className="numbers">{moment(parkedAt)}</dd>
      </dl>
    </details>
  );
}

interface Replayed {
  replayed: number;
  stoppedAt: { id: string; error: string } | null;
}

/** Counted before it is done: whole orders are replayed, with what waits behind. */
function ReplayDialog({ group, keys, close }: { group: ParkedGroup; keys: string[]; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { service, messages, behind } = group;
  const isWhole = keys.length === group.keys.length;
  const count = isWhole ? messages.length + behind : messages.filter(({ key }) => keys.includes(key)).length;
  const replay = useMutation({
    mutationFn: async () => {
      const results: Replayed[] = [];
      for (const key of keys)
        results.push(...(await post<Replayed[]>(`/api/ops/${service}/messaging/parked/replay`, { key })));
      return results;
    },
    onSuccess: (results) => {
      const replayed = results.reduce((sum, one) => sum + one.replayed, 0);
      const stopped = results.find(({ stoppedAt }) => stoppedAt)?.stoppedAt;
      notifications.show({ message: t('operations.replayed', { count: replayed }) });
      if (stopped) notifications.show({ color: 'red', message: t('operations.stopped', { error: stopped.error }) });
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <Modal opened onClose={close} title={t('operations.dryRun')}>
      <p>
        {t('operations.dryRunMore', {
          count,
          service,
          keys: t('operations.orders', { count: keys.length }),
        })}
      </p>
      {replay.error && <Failed error={replay.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button loading={replay.isPending} onClick={() => replay.mutate()} data-autofocus>
          {t('operations.replayDo', { count, service })}
        </Button>
      </Group>
    </Modal>
  );
}

function DiscardDialog({
  group: { service },
  message,
  close,
}: {
  group: ParkedGroup;
  message: Parked;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const discard = useMutation({
    mutationFn: () => post(`/api/ops/${service}/messaging/parked/discard`, { id: message.id, why }),
    onSuccess: () => {
      notifications.show({ message: t('operations.discarded') });
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <Modal opened onClose={close} title={t('operations.discardTitle', { service })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          discard.mutate();
        }}
      >
        <p>{t('operations.discardMore')}</p>
        <Textarea
          label={t('operations.why')}
          description={t('operations.whyMore')}
          required
          minLength={3}
          maxLength={500}
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          data-autofocus
        />
        {discard.error && <Failed error={discard.error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" color="red" loading={discard.isPending}>
            {t('operations.discardDo')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
