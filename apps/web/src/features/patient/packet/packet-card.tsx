import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryPacket, HistoryPacketAnswer, Patient } from '#contracts';
import { get, Refused } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { day, moment } from '../../../ui/moments.js';
import { Asked, LoadingRows } from '../../../ui/states.js';
import { Mark } from '../../../ui/status.js';
import { PacketForm } from './packet-form.js';
import classes from './packet.module.css';

/** What is known from before the first visit, and what still has to be asked for. */
export function PacketCard({
  patient,
  isEditing,
  edit,
}: {
  patient: Patient;
  isEditing: boolean;
  edit: (isEditing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const packet = useQuery({
    queryKey: keys.packet(patient.id),
    queryFn: async ({ signal }) => {
      try {
        return await get<HistoryPacketAnswer>(`/api/patients/${patient.id}/history-packet`, signal);
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 404) return null;
        throw error;
      }
    },
  });
  return (
    <section className="card" aria-labelledby="packet">
      <div className={classes.head}>
        <h2 id="packet">{t('title')}</h2>
        <Button variant="default" size="compact-sm" className="no-print" onClick={() => edit(true)}>
          {packet.data ? t('change') : t('edit')}
        </Button>
      </div>
      <Asked query={packet} loading={<LoadingRows rows={2} />}>
        {(answer) => (
          <>
            {answer ? <Summary answer={answer} /> : <p className="soft">{t('nothing')}</p>}
            {isEditing && <PacketForm patient={patient} packet={answer?.packet ?? null} close={() => edit(false)} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Summary({ answer: { packet, completeness, recordedAt } }: { answer: HistoryPacketAnswer }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.packet' });
  const facts = factsOf(packet, { gradual: t('gradual'), none: t('none') });
  return (
    <>
      <p>
        {completeness.complete ? (
          <Mark tone="ok" icon={IconCheck}>
            {t('complete')}
          </Mark>
        ) : (
          <Mark tone="soon" icon={IconAlertTriangle}>
            {t('percent', { count: completeness.percent })}
          </Mark>
        )}{' '}
        <span className="soft">{t('recorded', { at: moment(recordedAt) })}</span>
      </p>
      <dl className={classes.facts}>
        {facts.map(([part, text]) => (
          <div key={part}>
            <dt>{t(`parts.${part}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {completeness.missing.length > 0 && (
        <>
          <h3>{t('missing')}</h3>
          <ul className={classes.missing}>
            {completeness.missing.map(({ part, why }) => (
              <li key={part}>
                <strong>{t(`parts.${part}`, { defaultValue: part })}</strong> <span className="soft">— {why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The parts that are there, each on one line. */
function factsOf(packet: HistoryPacket, words: { gradual: string; none: string }): [string, string][] {
  const list = (parts: readonly string[] | undefined): string | undefined =>
    parts?.length ? parts.join(', ') : undefined;
  const orNone = (parts: readonly string[] | undefined): string | undefined =>
    parts && (parts.length === 0 ? words.none : parts.join('; '));
  const joined = (...parts: (string | number | undefined)[]): string => parts.filter(Boolean).join(', ');
  const { onset, story, helps, worsens, provokingPostures, imaging, operativeNotes, therapySummaries, trials } = packet;
  const facts: [string, string | undefined][] = [
    ['workGoal', packet.workGoal],
    ['lifeGoal', packet.lifeGoal],
    ['onset', onset && (onset === 'gradual' ? words.gradual : day(onset))],
    ['story', story],
    ['helps', list(helps)],
    ['worsens', list(worsens)],
    ['provokingPostures', list(provokingPostures)],
    ['imaging', list(imaging.map(({ modality, region, date }) => joined(modality, region, date && day(date))))],
    [
      'trials',
      trials.length
        ? trials
            .map(({ treatment, dose, effect, sideEffect }) => joined(treatment, dose, effect, sideEffect))
            .join('; ')
        : undefined,
    ],
    [
      'operativeNotes',
      orNone(operativeNotes?.map(({ operation, date, summary }) => joined(operation, date && day(date), summary))),
    ],
    ['therapySummaries', orNone(therapySummaries?.map(({ where, visits, summary }) => joined(where, visits, summary)))],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}
