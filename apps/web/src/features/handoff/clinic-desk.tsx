import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, ReferralDetail, ReferralEvent } from '#contracts';
import { BlockerCard } from './cards.js';
import { isWorthAgain } from './deliveries-card.js';
import { type Action, nextStep, type Viewer } from './derive-next-step.js';
import { DeskDialog, type DeskDialogKind } from './desk-dialogs.js';
import { DeskResult } from './desk-result.js';
import { type Addressed, MoveDialog } from './move-dialog.js';
import { fieldsOf } from './move-form.js';
import { type Choice, eventsBehind, NextStepCard } from './next-step-card.js';
import { type Reply, ReplyDialog } from './reply-dialogs.js';
import type { Answers } from './use-answers.js';
import type { Desk } from './use-desk.js';
import type { AnyHandoff } from './use-handoff.js';
import { usePageKeys } from './use-page-keys.js';

interface Props {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  viewer: Viewer;
  addressed: Addressed;
  timeZone: string;
  answers: Answers;
  desk: Desk;
  deliveries: readonly Delivery[];
  show: (handoffId: string) => void;
}

type Open = { move: ReferralEvent } | { reply: Reply } | { desk: DeskDialogKind } | null;

/** What people of the clinic do with a handoff: the next step, everything else that is possible, and what holds it up. */
export function ClinicDesk(props: Props): ReactNode {
  const { t } = useTranslation();
  const { handoff, referral, viewer, addressed, timeZone, answers, desk, deliveries, show } = props;
  const [open, setOpen] = useState<Open>(null);
  const isCoordinator = viewer === 'coordinator';
  const isWaiting = handoff.status === 'open' || handoff.status === 'unassigned';
  const step = nextStep(handoff, referral, viewer);
  const begin = (next: NonNullable<Open>): void => {
    answers.reset();
    desk.reset();
    setOpen(next);
  };
  const move = (event: ReferralEvent): void => {
    if (!referral) return;
    if (fieldsOf[event].length > 0) begin({ move: event });
    else answers.mutate({ kind: 'move', referralId: referral.id, event });
  };
  const press = (action: Action): void => {
    switch (action.kind) {
      case 'move':
        return move(action.event);
      case 'assign':
      case 'remind':
        return begin({ desk: action.kind });
      case 'reply':
        return begin({ reply: 'contest/reply' });
      case 'acknowledge':
        return begin({ reply: 'on-behalf' });
      case 'resend': {
        const failed = deliveries.find(isWorthAgain);
        return failed ? desk.mutate({ kind: 'resend', deliveryId: failed.id }) : begin({ desk: 'remind' });
      }
      case 'newer':
        return handoff.supersededBy === null ? undefined : show(handoff.supersededBy);
    }
  };
  const closing = (['confirm', 'complete'] as const).find((event) => referral?.allowed.includes(event));
  const remind = isCoordinator && handoff.status === 'open' ? () => begin({ desk: 'remind' }) : null;
  usePageKeys({
    n: isCoordinator ? () => document.getElementById('note')?.focus() : null,
    m: remind,
    r: remind,
    b: isCoordinator && isWaiting ? () => begin({ desk: 'block' }) : null,
    c: closing ? () => move(closing) : null,
  });
  const choice = (key: string, press: () => void): Choice => ({ key, text: t(`handoff.${key}`), press });
  const more: Choice[] = [
    ...(remind ? [choice('desk.acknowledgeFor', () => begin({ reply: 'on-behalf' }))] : []),
    ...(remind && step.action?.kind !== 'remind' ? [choice('next.remind', remind)] : []),
    ...(isCoordinator && isWaiting
      ? [
          choice('desk.later', () => begin({ desk: 'later' })),
          handoff.blocker && !handoff.blocker.byNews
            ? choice('desk.unblock', () => desk.mutate({ kind: 'mark', act: { action: 'unblock' } }))
            : choice('desk.block', () => begin({ desk: 'block' })),
        ]
      : []),
    ...eventsBehind(referral?.allowed ?? [], step).map((event) => choice(`event.${event}`, () => move(event))),
  ];
  const dialog = { addressed, timeZone, close: () => setOpen(null) };
  return (
    <>
      <DeskResult desk={desk} timeZone={timeZone} />
      <NextStepCard {...{ step, handoff, referral, press, more }} busy={answers.isPending || desk.isPending} />
      {handoff.blocker && (
        <BlockerCard
          blocker={handoff.blocker}
          timeZone={timeZone}
          unblock={isCoordinator ? () => desk.mutate({ kind: 'mark', act: { action: 'unblock' } }) : null}
        />
      )}
      {open && 'move' in open && referral && <MoveDialog event={open.move} {...{ ...dialog, referral, answers }} />}
      {open && 'reply' in open && <ReplyDialog reply={open.reply} {...{ ...dialog, handoff, answers }} />}
      {open && 'desk' in open && <DeskDialog kind={open.desk} {...{ ...dialog, handoff, desk }} />}
    </>
  );
}
