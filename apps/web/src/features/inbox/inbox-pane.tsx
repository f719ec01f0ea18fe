import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Page, Partner, ReferralDetail } from '#contracts';
import { get, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Asked, Empty, LoadingRows } from '../../ui/states.js';
import { roleName } from '../../ui/words.js';
import { AnswerBar, type PressKey } from '../handoff/answer-bar.js';
import { Asks } from '../handoff/asks.js';
import { deriveRail } from '../handoff/derive-rail.js';
import { HandoffBanner } from '../handoff/handoff-banner.js';
import { ReplySheet } from '../handoff/reply-sheet.js';
import { History } from '../handoff/history.js';
import { Rail } from '../handoff/rail.js';
import { Refusal } from '../handoff/refusal.js';
import { SliceView } from '../handoff/slice-view.js';
import { Standing } from '../handoff/standing.js';
import { saidInWords } from '../handoff/said-in-words.js';
import { type Said, useAnswers } from '../handoff/use-answers.js';
import { type AnyHandoff, useHandoff, useReferralOf } from '../handoff/use-handoff.js';
import { TherapyCard } from '../therapy/therapy-card.js';
import classes from './inbox.module.css';

interface Props {
  handoffId: string;
  partner: Partner;
  press: RefObject<PressKey | null>;
  onSaid: (said: Said, handoff: AnyHandoff) => void;
  show: (handoffId: string) => void;
  back: () => void;
}

/** One request, in the order in which it is read: whom, what is asked and why, what may be known, the answer, how far it is. */
export function InboxPane(props: Props): ReactNode {
  const { t } = useTranslation();
  const handoff = useHandoff(props.handoffId);
  const referral = useReferralOf(props.handoffId);
  return (
    <>
      <Button variant="default" size="compact-sm" mb="sm" className={`${classes.narrow} no-print`} onClick={props.back}>
        {t('inbox.back')}
      </Button>
      {handoff.error instanceof Refused && handoff.error.problem.status === 410 ? (
        <Empty title={t('inbox.inError')}>
          <p>{handoff.error.problem.detail}</p>
        </Empty>
      ) : (
        <Asked query={handoff} loading={<LoadingRows rows={7} />}>
          {(found) => <Opened {...props} handoff={found} referral={referral.data ?? null} />}
        </Asked>
      )}
    </>
  );
}

function Opened({
  handoff,
  referral,
  partner,
  press,
  onSaid,
  show,
}: Props & { handoff: AnyHandoff; referral: ReferralDetail | null }): ReactNode {
  const { t } = useTranslation();
  const answers = useAnswers(handoff.id, (said) => onSaid(said, handoff));
  const { timeZone } = partner.calendar;
  const addressed = { patient: handoff.patient.name, recipient: partner.name };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // On a narrow screen the list is gone, and with it the focus.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [handoff.id]);
  const isOpen = handoff.status === 'open';
  return (
    <article>
      <HandoffBanner handoff={handoff} />
      <Standing {...{ handoff, referral, timeZone, show }} />
      {answers.isSuccess && answers.data && (
        <p className={`card ${classes.result}`} role="status">
          <strong>{t('handoff.answers.done')}</strong> {saidInWords(answers.data, t)}
        </p>
      )}
      {answers.error && <Refusal error={answers.error} {...{ referral, handoff, timeZone }} showNewer={show} />}
      <section className="card" aria-labelledby="asked">
        <Group justify="space-between" align="baseline">
          <h2 id="asked" ref={heading} tabIndex={-1}>
            {t(handoff.fromVersion > 0 ? 'handoff.asks.sinceOf' : 'handoff.asks.firstOf', {
              role: roleName(handoff.role),
              version: handoff.fromVersion,
            })}
          </h2>
          <Button variant="default" size="compact-sm" className="no-print" onClick={() => window.print()}>
            {t('inbox.print')}
          </Button>
        </Group>
        <Asks asks={handoff.asks} issuedAt={handoff.issuedAt} {...{ timeZone, isOpen }} />
      </section>
      <section className="card" aria-labelledby="slice">
        <h2 id="slice">{t('handoff.slice.title')}</h2>
        <SliceView slice={handoff.slice} timeZone={timeZone} />
      </section>
      <TherapyCard {...{ handoff, addressed, timeZone }} />
      <Appointments planId={handoff.planId} />
      <AnswerBar {...{ handoff, referral, addressed, timeZone, answers, press }} />
      <section className="card no-print" aria-labelledby="rail">
        <h2 id="rail">{t('handoff.rail.title')}</h2>
        <Rail steps={deriveRail(handoff, referral)} version={handoff.throughVersion} timeZone={timeZone} />
      </section>
      <History handoff={handoff} timeZone={timeZone} />
      <ReplySheet handoff={handoff} />
    </article>
  );
}

/** Visits at this clinic, each to be taken into its own calendar. */
function Appointments({ planId }: { planId: string }): ReactNode {
  const { t } = useTranslation();
  const appointments = useQuery({
    queryKey: keys.appointments({ plan: planId }),
    queryFn: ({ signal }) => get<Page<Appointment>>(`/api/appointments?plan=${planId}`, signal),
  });
  const coming = (appointments.data?.items ?? []).filter(({ state }) => state === 'booked' || state === 'confirmed');
  if (coming.length === 0) return null;
  return (
    <ul className="card no-print">
      {coming.map(({ id, title, localTime }) => (
        <li key={id}>
          {title}, {localTime}: <a href={`/api/appointments/${id}.ics`}>{t('inbox.calendarLink')}</a>
        </li>
      ))}
    </ul>
  );
}
