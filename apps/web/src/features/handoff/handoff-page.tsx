import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery, Page, Partner, ReferralDetail } from '#contracts';
import { get, Refused } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { useMe } from '../../app/session.js';
import { clinicZone } from '../../ui/moments.js';
import { Asked, Empty, LoadingRows } from '../../ui/states.js';
import { AnswerBar } from './answer-bar.js';
import { Asks } from './asks.js';
import { PacketCard, RestrictedCard } from './cards.js';
import { ClinicDesk } from './clinic-desk.js';
import { DeliveriesCard } from './deliveries-card.js';
import { deriveRail } from './derive-rail.js';
import type { Viewer } from './derive-next-step.js';
import { HandoffBanner } from './handoff-banner.js';
import classes from './handoff-page.module.css';
import { Head } from './head.js';
import { History } from './history.js';
import { NotesCard } from './notes-card.js';
import { Rail } from './rail.js';
import { Refusal } from './refusal.js';
import { ReplySheet } from './reply-sheet.js';
import { saidInWords } from './said-in-words.js';
import { SliceView } from './slice-view.js';
import { Standing } from './standing.js';
import { ThreadCard } from './thread-card.js';
import { useAnswers } from './use-answers.js';
import { useDesk } from './use-desk.js';
import { type AnyHandoff, isOfClinic, useHandoff, usePartner, useReferralOf } from './use-handoff.js';
import { Walk } from './walk.js';

const route = getRouteApi('/handoffs/$handoffId');

/** The whole story of one request to one partner, and the one next step. */
export function HandoffPage(): ReactNode {
  const { t } = useTranslation();
  const { handoffId } = route.useParams();
  const { data: me } = useMe();
  const handoff = useHandoff(handoffId);
  const referral = useReferralOf(handoffId);
  const partner = usePartner(handoff.data?.partnerId ?? null);
  if (handoff.error instanceof Refused && [404, 410].includes(handoff.error.problem.status))
    return (
      <Empty title={t(handoff.error.problem.status === 410 ? 'inbox.inError' : 'states.notFound')}>
        <p>{handoff.error.problem.detail}</p>
      </Empty>
    );
  return (
    <Asked query={handoff} loading={<LoadingRows rows={8} height={56} />}>
      {(found) => (
        <Handoff
          key={found.id}
          handoff={found}
          referral={referral.data ?? null}
          partner={partner.data ?? null}
          viewer={(me?.role ?? 'partner') as Viewer}
        />
      )}
    </Asked>
  );
}

interface Props {
  handoff: AnyHandoff;
  referral: ReferralDetail | null;
  partner: Partner | null;
  viewer: Viewer;
}

function Handoff({ handoff, referral, partner, viewer }: Props): ReactNode {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const timeZone = partner?.calendar.timeZone ?? clinicZone;
  const answers = useAnswers(handoff.id);
  const desk = useDesk(handoff.id);
  const deliveries = useQuery({
    queryKey: keys.deliveries({ handoff: handoff.id }),
    queryFn: ({ signal }) => get<Page<Delivery>>(`/api/deliveries?handoff=${handoff.id}&limit=50`, signal),
    enabled: viewer === 'coordinator',
  });
  const sent = deliveries.data?.items ?? [];
  const addressed = { patient: handoff.patient.name, recipient: partner?.name ?? t('handoff.head.nobody') };
  const show = (handoffId: string): void => void navigate({ to: '/handoffs/$handoffId', params: { handoffId } });
  const isCoordinator = viewer === 'coordinator';
  return (
    <>
      <HandoffBanner handoff={handoff} />
      <Walk handoff={handoff} />
      <Head {...{ handoff, referral, partner, timeZone }} />
      <Standing {...{ handoff, referral, timeZone, show }} />
      {answers.data && (
        <p className={`card ${classes.done}`} role="status">
          <strong>{t('handoff.answers.done')}</strong> {saidInWords(answers.data, t)}
        </p>
      )}
      {answers.error && <Refusal error={answers.error} {...{ referral, handoff, timeZone }} showNewer={show} />}
      <div className={classes.columns}>
        <div>
          {viewer === 'partner' ? (
            <AnswerBar {...{ handoff, referral, addressed, timeZone, answers }} />
          ) : (
            <ClinicDesk
              {...{ handoff, referral, viewer, addressed, timeZone, answers, desk, show }}
              deliveries={sent}
            />
          )}
          <section className="card no-print" aria-labelledby="rail">
            <h2 id="rail">{t('handoff.rail.title')}</h2>
            <Rail steps={deriveRail(handoff, referral, sent)} version={handoff.throughVersion} timeZone={timeZone} />
          </section>
          <AsksCard handoff={handoff} timeZone={timeZone} />
          <section className="card" aria-labelledby="slice">
            <h2 id="slice">{t(isOfClinic(handoff) ? 'handoff.slice.clinicTitle' : 'handoff.slice.title')}</h2>
            <SliceView slice={handoff.slice} timeZone={timeZone} />
          </section>
          <ReplySheet handoff={handoff} />
        </div>
        <div className={classes.side}>
          {isOfClinic(handoff) && (
            <>
              {handoff.role === 'behavioral-health' && <RestrictedCard />}
              <PacketCard
                packet={handoff.packet}
                ask={isCoordinator ? () => desk.mutate({ kind: 'ask-for-missing' }) : null}
                busy={desk.isPending}
              />
              <NotesCard notes={handoff.notes} timeZone={timeZone} desk={isCoordinator ? desk : null} />
            </>
          )}
          <ThreadCard {...{ handoff, referral, timeZone }} />
          {isCoordinator && <DeliveriesCard deliveries={sent} timeZone={timeZone} desk={desk} />}
          <History handoff={handoff} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}

/** What is asked, and for the clinic what of the plan stands behind it. */
function AsksCard({ handoff, timeZone }: { handoff: AnyHandoff; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const isOpen = handoff.status === 'open';
  return (
    <section className="card" aria-labelledby="asked">
      <h2 id="asked">
        {handoff.fromVersion > 0 ? t('handoff.asks.since', { version: handoff.fromVersion }) : t('handoff.asks.title')}
      </h2>
      <Asks asks={handoff.asks} issuedAt={handoff.issuedAt} {...{ timeZone, isOpen }} />
      {isOfClinic(handoff) && handoff.changes.length > 0 && (
        <details className="no-print">
          <summary>{t('handoff.changes')}</summary>
          <ul>
            {handoff.changes.map(({ type, itemId, text }, at) => (
              <li key={`${type} ${itemId ?? at}`}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
