import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, Plan, TeamStatus } from '#contracts';
import { useNow } from '../../../ui/clock.js';
import { ageOn, day, moment } from '../../../ui/moments.js';
import { roleName } from '../../../ui/words.js';
import { AcknowledgementGrid } from '../grid/acknowledgement-grid.js';
import { daysInWords, collapsed, itemName } from '../upcoming.js';
import { useTeam } from '../use-team.js';
import { usePlanTimers } from '../use-timers.js';
import { alertsOf, sectionsOf } from './summary-sections.js';
import classes from './plan-summary.module.css';

/** On a long plan the paper says how much it leaves out, and stays at two pages. */
const mostLines = 9;

/**
 * Two pages for the file or the patient's hand. A table, because a browser repeats its head and its foot on every sheet: whose plan it is stands on each, and
 * which version, printed when.
 */
export function PlanSummary({ patient, plan }: { patient: Patient; plan: Plan }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.summary' });
  const now = useNow();
  const team = useTeam(plan.id);
  const timers = usePlanTimers(plan.id);
  const upcoming = collapsed(timers.data ?? []).map(
    ({ kind, about, moments }) =>
      `${t(`kinds.${kind}`, { keyPrefix: 'patientPage.upcoming', defaultValue: kind })}${about ? ` (${itemName(plan.document, about)})` : ''}: ${daysInWords(moments)}`,
  );
  return (
    <table className={classes.sheet} aria-label={t('title')}>
      <thead>
        <tr>
          <td>
            <Banner patient={patient} plan={plan} now={now} />
          </td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td className={classes.foot}>
            {t('footer', { version: plan.currentVersion, at: moment(now.toISOString()) })}
          </td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td>
            <h1>{t('title')}</h1>
            {sectionsOf(plan.document).map(({ name, lines }) => (
              <Section key={name} title={t(name)} lines={lines} />
            ))}
            <Section title={t('upcoming')} lines={upcoming} />
            {team.data && <Section title={t('team')} lines={teamLines(team.data)} />}
            <div className={classes.keep}>
              <AcknowledgementGrid planId={plan.id} heading="printed-grid" />
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const teamLines = ({ members }: TeamStatus): string[] =>
  members
    .filter(({ status }) => status === 'active')
    .map(({ partnerName, role, acknowledgedVersion }) =>
      acknowledgedVersion === 0
        ? `${partnerName}, ${roleName(role)}`
        : `${partnerName}, ${roleName(role)}: v${acknowledgedVersion}`,
    );

function Banner({ patient, plan, now }: { patient: Patient; plan: Plan; now: Date }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patient' });
  const { allergies, redFlags } = alertsOf(plan.document);
  return (
    <div className={classes.banner}>
      <strong>
        {patient.name.family.toUpperCase()}, {patient.name.given}
      </strong>
      <span>
        {t('born')} {day(patient.birthDate)} ({t('age', { count: ageOn(patient.birthDate, now) })})
      </span>
      <span>
        {t('record')} {patient.recordNumber}
      </span>
      <span>
        {t('allergies')} <b>{allergies ?? t('notRecorded')}</b>
      </span>
      <span>
        {t('redFlags')} <b>{redFlags || t('none')}</b>
      </span>
    </div>
  );
}

function Section({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.summary' });
  if (lines.length === 0) return null;
  const more = lines.length - mostLines;
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <ul>
        {lines.slice(0, mostLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </ul>
    </section>
  );
}
