import { Button, Group, Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockerKind } from '#contracts';
import { useMe } from '../../app/session.js';
import { useNow } from '../../ui/clock.js';
import { clinicZone } from '../../ui/moments.js';
import type { Act } from './acts.js';

export type DialogKind = 'owner' | 'later' | 'remind' | 'block' | 'label';

export interface DialogProps {
  /** Whom it is about, in words. */
  subject: string;
  close: () => void;
  run: (act: Act) => void;
}

/** A question before something is done to some rows: it says for whom, and its button says what. */
function Dialog({
  title,
  confirm,
  subject,
  close,
  onSubmit,
  children,
}: Pick<DialogProps, 'subject' | 'close'> & {
  title: string;
  confirm: string;
  onSubmit: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
    close();
  };
  return (
    <Modal opened onClose={close} title={title} centered>
      <form onSubmit={submit}>
        <p className="soft">{subject}</p>
        <Stack gap="sm">{children}</Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit">{confirm}</Button>
        </Group>
      </form>
    </Modal>
  );
}

export function OwnerDialog({ subject, close, run, known }: DialogProps & { known: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data?.name ?? '';
  const [who, setWho] = useState('me');
  const [name, setName] = useState('');
  const [pool, setPool] = useState('');
  const act = (): Act =>
    who === 'pool'
      ? { action: 'assign-owner', owner: null, pool }
      : { action: 'assign-owner', owner: who === 'me' ? me : who === 'other' ? name.trim() : null, pool: null };
  return (
    <Dialog
      title={t('board.owner.title')}
      confirm={t('board.owner.confirm')}
      {...{ subject, close }}
      onSubmit={() => run(act())}
    >
      <Radio.Group value={who} onChange={setWho} aria-label={t('board.owner.title')}>
        <Stack gap="xs">
          <Radio value="me" label={t('board.owner.me', { name: me })} data-autofocus />
          <Radio value="other" label={t('board.owner.other')} />
          <Radio value="pool" label={t('board.owner.pool')} />
          <Radio value="nobody" label={t('board.owner.nobody')} />
        </Stack>
      </Radio.Group>
      {who === 'other' && (
        <>
          <TextInput
            label={t('board.owner.name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            list="known-owners"
            maxLength={100}
            required
          />
          <datalist id="known-owners">
            {known.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
      {who === 'pool' && (
        <TextInput
          label={t('board.owner.poolName')}
          value={pool}
          onChange={({ currentTarget }) => setPool(currentTarget.value)}
          pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
          required
        />
      )}
    </Dialog>
  );
}

const dayAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The clinic's calendar day, `YYYY-MM-DD`. */
export const clinicDay = (now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: clinicZone, dateStyle: 'short' }).format(now);

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

export function nextWeekday(today: string): string {
  let next = dayAfter(today, 1);
  while (isWeekend(next)) next = dayAfter(next, 1);
  return next;
}

export function LaterDialog({ subject, close, run }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const today = clinicDay(useNow());
  const [until, setUntil] = useState(nextWeekday(today));
  const [reason, setReason] = useState('');
  const done = (day: string | null): void =>
    run({ action: 'snooze', until: day, ...(day !== null && reason.trim() ? { reason: reason.trim() } : {}) });
  return (
    <Dialog
      title={t('board.laterDialog.title')}
      confirm={t('board.laterDialog.confirm')}
      {...{ subject, close }}
      onSubmit={() => done(until)}
    >
      <TextInput
        type="date"
        label={t('board.laterDialog.until')}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        min={dayAfter(today, 1)}
        max={dayAfter(today, 366)}
        required
        data-autofocus
      />
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={() => setUntil(nextWeekday(today))}>
          {t('board.laterDialog.tomorrow')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setUntil(dayAfter(today, 7))}>
          {t('board.laterDialog.week')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            done(null);
            close();
          }}
        >
          {t('board.laterDialog.never')}
        </Button>
      </Group>
      <Textarea
        label={t('board.laterDialog.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
      />
    </Dialog>
  );
}

const kinds: readonly BlockerKind[] = ['no-response', 'patient-unreachable', 'authorization', 'consent', 'other'];

export function BlockDialog({ subject, close, run }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const today = clinicDay(useNow());
  const [kind, setKind] = useState<BlockerKind>('no-response');
  const [note, setNote] = useState('');
  const [who, setWho] = useState('');
  const [chaseOn, setChaseOn] = useState('');
  const act = (): Act => ({
    ...{ action: 'block', kind },
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(who.trim() ? { whoCanUnblock: who.trim() } : {}),
    ...(chaseOn ? { chaseOn } : {}),
  });
  return (
    <Dialog
      title={t('board.blockDialog.title')}
      confirm={t('board.blockDialog.confirm')}
      {...{ subject, close }}
      onSubmit={() => run(act())}
    >
      <Select
        label={t('board.blockDialog.kind')}
        data={kinds.map((value) => ({ value, label: t(`board.blockers.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value as BlockerKind)}
        allowDeselect={false}
        data-autofocus
      />
      <TextInput
        label={t('board.blockDialog.who')}
        value={who}
        onChange={({ currentTarget }) => setWho(currentTarget.value)}
        maxLength={200}
      />
      <Textarea
        label={t('board.blockDialog.note')}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={1000}
      />
      <TextInput
        type="date"
        label={t('board.blockDialog.chaseOn')}
        value={chaseOn}
        onChange={({ currentTarget }) => setChaseOn(currentTarget.value)}
        min={dayAfter(today, 1)}
        max={dayAfter(today, 366)}
      />
    </Dialog>
  );
}

const words = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

export function LabelDialog({ subject, close, run }: DialogProps): ReactNode {
  const { t } = useTranslation();
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  return (
    <Dialog
      title={t('board.labelDialog.title')}
      confirm={t('board.labelDialog.confirm')}
      {...{ subject, close }}
      onSubmit={() => run({ action: 'label', add: words(add), remove: words(remove) })}
    >
      <TextInput
        label={t('board.labelDialog.add')}
        value={add}
        onChange={({ currentTarget }) => setAdd(currentTarget.value)}
        required={!remove}
        data-autofocus
      />
      <TextInput
        label={t('board.labelDialog.remove')}
        value={remove}
        onChange={({ currentTarget }) => setRemove(currentTarget.value)}
      />
    </Dialog>
  );
}
