import { Button, Kbd, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralDetail, ReferralEvent } from '#contracts';
import classes from './answer-bar.module.css';
import { type Addressed, MoveDialog } from './move-dialog.js';
import { fieldsOf } from './move-form.js';
import { type Reply, ReplyDialog } from './reply-dialogs.js';
import type { Answers } from './use-answers.js';
import type { AnyHandoff } from './use-handoff.js';

/** Steps that stand in the open, in this order; every other that is allowed lies behind "More". */
const inTheOpen: readonly ReferralEvent[] = [
  'confirm-cancellation',
  'accept',
  'request-information',
  'decline',
  'book',
  'rebook',
  'start',
  'report',
  'complete',
];
const keyOf: Partial<Record<ReferralEvent, string>> = {
  accept: '1',
  'request-information': '2',
  decline: '3',
  book: '4',
  rebook: '4',
};

/** Presses the button that belongs to a key; false when there is none now. */
export type PressKey = (key: string) => boolean;

/** What the addressed partner can answer now: its version, and the steps that the server allows. */
export function AnswerBar({
  handoff,
  referral,
  addressed,
  timeZone,
  answers,
  press,
}: {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  addressed: Addressed;
  timeZone: string;
  answers: Answers;
  press?: RefObject<PressKey | null>;
}): ReactNode {
  const { t } = useTranslation();
  const [event, askFor] = useState<ReferralEvent | null>(null);
  const [reply, setReply] = useState<Reply | null>(null);
  const isOpen = handoff.status === 'open';
  const allowed = handoff.status === 'superseded' ? [] : ((referral?.allowed ?? []) as ReferralEvent[]);
  const begin = (next: ReferralEvent): void => {
    if (!referral || answers.isPending) return;
    answers.reset();
    if (fieldsOf[next].length > 0) askFor(next);
    else answers.mutate({ kind: 'move', referralId: referral.id, event: next });
  };
  const acknowledge = (): void => {
    if (!answers.isPending)
      answers.mutate({ kind: 'acknowledge', body: { version: handoff.throughVersion, kind: 'acknowledged' } });
  };
  useImperativeHandle(press, () => (key: string) => {
    if (key === 'y' && isOpen) return (acknowledge(), true);
    const of = allowed.find((one) => keyOf[one] === key);
    if (of) begin(of);
    return of !== undefined;
  });
  const open = inTheOpen.filter((one) => allowed.includes(one));
  const behind = allowed.filter((one) => !open.includes(one));
  if (!isOpen && allowed.length === 0) return null;
  const busyWith = answers.isPending ? answers.variables : null;
  return (
    <section className={`${classes.bar} no-print`} aria-label={t('handoff.answers.title')}>
      {isOpen && (
        <Button
          onClick={acknowledge}
          loading={busyWith?.kind === 'acknowledge' && reply === null}
          disabled={answers.isPending}
          rightSection={
            <Kbd size="xs" aria-hidden>
              y
            </Kbd>
          }
        >
          {t('handoff.answers.acknowledge', { version: handoff.throughVersion })}
        </Button>
      )}
      {open.map((one, at) => (
        <Button
          key={one}
          variant={at === 0 && !isOpen ? 'filled' : 'default'}
          onClick={() => begin(one)}
          loading={busyWith?.kind === 'move' && busyWith.event === one && event === null}
          disabled={answers.isPending}
          rightSection={
            keyOf[one] && (
              <Kbd size="xs" aria-hidden>
                {keyOf[one]}
              </Kbd>
            )
          }
        >
          {t(`handoff.event.${one}`)}
        </Button>
      ))}
      {(behind.length > 0 || isOpen) && (
        <Menu position="top-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('inbox.moreAnswers')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isOpen && (
              <>
                <Menu.Item onClick={() => setReply('concern')}>{t('handoff.answers.concern')}</Menu.Item>
                {!handoff.contested && (
                  <Menu.Item onClick={() => setReply('contest')}>{t('handoff.answers.contest')}</Menu.Item>
                )}
              </>
            )}
            {behind.map((one) => (
              <Menu.Item key={one} onClick={() => begin(one)}>
                {t(`handoff.event.${one}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {event !== null && referral && (
        <MoveDialog {...{ event, referral, addressed, timeZone, answers }} close={() => askFor(null)} />
      )}
      {reply !== null && (
        <ReplyDialog {...{ reply, handoff, addressed, timeZone, answers }} close={() => setReply(null)} />
      )}
    </section>
  );
}
