import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDocument } from '#contracts';
import { useNow } from '../../ui/clock.js';
import { clinicZone, fromNow } from '../../ui/moments.js';
import { Asked, LoadingRows } from '../../ui/states.js';
import { inWords, sentence } from '../../ui/words.js';
import { type PlanTimer, usePlanTimers } from './use-timers.js';
import classes from './upcoming.module.css';

export interface Waiting {
  kind: string;
  about: string | null;
  moments: string[];
}

/** Same kinds about the same item are one line with several dates. */
export function collapsed(timers: readonly PlanTimer[]): Waiting[] {
  const lines = Map.groupBy(timers, ({ kind, about }) =>
    kind === 'measurement-missing' ? kind : `${kind} ${about ?? ''}`,
  );
  return [...lines.values()].map((same) => ({
    kind: same[0]?.kind ?? '',
    about: same.length === 1 ? (same[0]?.about ?? null) : null,
    moments: [...new Set(same.map(({ dueAt }) => dueAt))],
  }));
}

/** `27 Nov, 4 Dec, 11 Dec 2026`: the year once, where it changes. */
export function daysInWords(moments: readonly string[]): string {
  const parts = moments.map((at) => {
    const date = new Date(at);
    const of = (options: Intl.DateTimeFormatOptions) =>
      date.toLocaleDateString('en-US', { timeZone: clinicZone, ...options });
    return { day: `${of({ day: 'numeric' })} ${of({ month: 'short' })}`, year: of({ year: 'numeric' }) };
  });
  return parts.map(({ day, year }, at) => (parts[at + 1]?.year === year ? day : `${day} ${year}`)).join(', ');
}

/** What the plan still waits for. */
export function Upcoming({ planId, document }: { planId: string; document: PlanDocument | null }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.upcoming' });
  const now = useNow();
  const timers = usePlanTimers(planId);
  return (
    <section className="card" aria-labelledby="upcoming">
      <h2 id="upcoming">{t('title')}</h2>
      <Asked query={timers} loading={<LoadingRows rows={2} />}>
        {(pending) =>
          pending.length === 0 ? (
            <p className="soft">{t('nothing')}</p>
          ) : (
            <ul className={classes.list}>
              {collapsed(pending).map(({ kind, about, moments }) => (
                <li key={`${kind} ${about ?? ''} ${moments[0]}`}>
                  <span>
                    {t(`kinds.${kind}`, { defaultValue: sentence(inWords(kind)) })}
                    {about && <span className="soft"> · {itemName(document, about)}</span>}
                  </span>
                  <span className="numbers">
                    <time dateTime={moments[0]}>{daysInWords(moments)}</time>{' '}
                    <span className="soft">({fromNow(moments[0] ?? '', now)})</span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

/** What an id of the plan stands for, in a few words. */
export function itemName(document: PlanDocument | null, id: string): string {
  if (!document) return '';
  const medicine = document.medications.find((one) => one.id === id);
  if (medicine) return medicine.ingredient.display;
  const procedure = document.procedures.find((one) => one.id === id);
  if (procedure) return inWords(procedure.type);
  const diagnosis = document.diagnoses.find((one) => one.id === id);
  if (diagnosis) return diagnosis.text ?? (diagnosis.group ? inWords(diagnosis.group) : diagnosis.code);
  const target = document.targets.find((one) => one.id === id);
  return target ? (target.label ?? inWords(target.measure)) : '';
}
