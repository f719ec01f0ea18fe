import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, TherapyEpisode } from '#contracts';
import { get, queryOf } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { Mark } from '../../ui/status.js';
import type { Addressed } from '../handoff/move-dialog.js';
import type { AnyHandoff } from '../handoff/use-handoff.js';
import classes from './therapy.module.css';
import { TherapyDialog } from './therapy-dialog.js';
import { episodeOf, type TherapyAct, therapyActs } from './therapy-forms.js';

const disciplines: readonly string[] = ['physical-therapy', 'pelvic-floor-therapy'];

/** For therapists: what is in force today, and what they tell of the treatment. */
export function TherapyCard({
  handoff,
  addressed,
  timeZone,
}: {
  handoff: AnyHandoff;
  addressed: Addressed;
  timeZone: string;
}): ReactNode {
  const isTherapy = disciplines.includes(handoff.role);
  const episodes = useQuery({
    queryKey: keys.episodes({ plan: handoff.planId, discipline: handoff.role }),
    queryFn: ({ signal }) =>
      get<Page<TherapyEpisode>>(
        `/api/therapy/episodes${queryOf({ plan: handoff.planId, discipline: handoff.role })}`,
        signal,
      ),
    enabled: isTherapy,
  });
  const episode = episodeOf(episodes.data?.items ?? [], handoff.role);
  return episode && <Episode {...{ episode, addressed, timeZone }} />;
}

function Episode({
  episode,
  addressed,
  timeZone,
}: {
  episode: TherapyEpisode;
  addressed: Addressed;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  const [act, setAct] = useState<TherapyAct | null>(null);
  const [said, setSaid] = useState<TherapyAct | null>(null);
  const offered = therapyActs.filter((one) => episode.allowed.includes(one));
  return (
    <section className="card" aria-labelledby="directives">
      <h2 id="directives">{t('therapy.title')}</h2>
      {episode.directives.length === 0 && <p>{t('therapy.none')}</p>}
      <ul className={classes.directives}>
        {episode.directives.map(({ kind, text, stopsAll, acknowledged, sinceVersion }) => (
          <li key={`${kind} ${text}`} data-stops={stopsAll}>
            {stopsAll ? (
              <Mark tone="late" icon={IconHandStop}>
                {t(`therapy.kind.${kind}`)}
              </Mark>
            ) : (
              <strong>{t(`therapy.kind.${kind}`)}</strong>
            )}
            <span>{text}</span>
            {acknowledged === false ? (
              <Mark tone="soon" icon={IconAlertTriangle}>
                {t('therapy.notAcknowledged', { version: sinceVersion })}
              </Mark>
            ) : (
              <Mark tone="quiet" icon={IconCheck}>
                {t('therapy.since', { version: sinceVersion })}
              </Mark>
            )}
          </li>
        ))}
      </ul>
      <p className="soft">{t('therapy.visits', { count: episode.visits })}</p>
      {said && (
        <p role="status">
          <strong>{t(`therapy.said.${said}`)}</strong>
        </p>
      )}
      <Group gap="xs" className="no-print">
        {offered.map((one) => (
          <Button
            key={one}
            variant="default"
            onClick={() => {
              setSaid(null);
              setAct(one);
            }}
          >
            {t(`therapy.act.${one}`)}
          </Button>
        ))}
      </Group>
      {act && (
        <TherapyDialog
          {...{ act, episode, addressed, timeZone }}
          said={() => setSaid(act)}
          close={() => setAct(null)}
        />
      )}
    </section>
  );
}
