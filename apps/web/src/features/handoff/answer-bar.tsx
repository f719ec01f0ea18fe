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

interface Props {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  addressed: Addressed;
  timeZone: string;
  answers: Answers;
  press?: RefObject<PressKey | null>;
}

/** What the addressed partner can answer now: its version, and the steps that the server allows. */
export function AnswerBar({ handoff, referral, addressed, timeZone, answers, press }: Props): ReactNode {
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
    if (answers.isPending) return;
    answers.mutate({ kind: 'acknowledge', body: { version: handoff.throughVersion, kind: 'acknowledged' } });
  };
  useImperativeHandle(press, () => (key: string) => {
    if (key === 'y' && isOpen) return (acknowledge(), true);
    const of = allowed.find((one) => keyOf[one] === key);
    if (of) begin(of);
    return of !== undefined;
  });
  const open = inTheOpen.filter((one) => allowed.includes(one));
  if (!isOpen && allowed.length === 0) return null;
  const busyWith = answers.isPending ? answers.variables : null;
  return (
    <section className={`${classes.bar} no-print`} aria-label={t('handoff.answers.title')}>
      {isOpen && (
        <AnswerButton
          filled
          letter="y"
          press={acknowledge}
          isBusy={busyWith?.kind === 'acknowledge'}
          isOff={answers.isPending}
        >
          {t('handoff.answers.acknowledge', { version: handoff.throughVersion })}
        </AnswerButton>
      )}
      {open.map((one, at) => (
        <AnswerButton
          key={one}
          filled={at === 0 && !isOpen}
          letter={keyOf[one]}
          press={() => begin(one)}
          isBusy={busyWith?.kind === 'move' && busyWith.event === one}
          isOff={answers.isPending}
        >
          {t(`handoff.event.${one}`)}
        </AnswerButton>
      ))}
      <MoreAnswers
        events={allowed.filter((one) => !open.includes(one))}
        replies={isOpen ? (handoff.contested ? ['concern'] : ['concern', 'contest']) : []}
        begin={begin}
        setReply={setReply}
      />
      {event !== null && referral && (
        <MoveDialog {...{ event, referral, addressed, timeZone, answers }} close={() => askFor(null)} />
      )}
      {reply !== null && (
        <ReplyDialog {...{ reply, handoff, addressed, timeZone, answers }} close={() => setReply(null)} />
      )}
    </section>
  );
}

function AnswerButton({
  filled,
  letter,
  press,
  isBusy,
  isOff,
  children,
}: {
  filled: boolean;
  letter: string | undefined;
  press: () => void;
  isBusy: boolean;
  isOff: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <Button
      variant={filled ? 'filled' : 'default'}
      onClick={press}
      loading={isBusy}
      disabled={isOff}
      rightSection={
        letter && (
          <Kbd size="xs" aria-hidden>
            {letter}
          </Kbd>
        )
      }
    >
      {children}
    </Button>
  );
}

function MoreAnswers({
  events,
  replies,
  begin,
  setReply,
}: {
  events: readonly ReferralEvent[];
  replies: readonly ('concern' | 'contest')[];
  begin: (event: ReferralEvent) => void;
  setReply: (reply: Reply) => void;
}): ReactNode {
  const { t } = useTranslation();
  if (events.length + replies.length === 0) return null;
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('inbox.moreAnswers')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {replies.map((one) => (
          <Menu.Item key={one} onClick={() => setReply(one)}>
            {t(`handoff.answers.${one}`)}
          </Menu.Item>
        ))}
        {events.map((one) => (
          <Menu.Item key={one} onClick={() => begin(one)}>
            {t(`handoff.event.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
