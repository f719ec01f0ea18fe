import { IconMinus, IconPlus, IconReplace } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTrial, RuleTrialExample } from '#contracts';
import { type Column, DataTable } from '../../ui/data-table.js';
import { day, moment } from '../../ui/moments.js';
import { Mark, UrgencyMark } from '../../ui/status.js';
import { usePartnerNames } from '../partners/use-directory.js';
import { roleText } from './rule-words.js';
import classes from './rules.module.css';

const looks = {
  more: { tone: 'soon', icon: IconPlus },
  fewer: { tone: 'info', icon: IconMinus },
  changed: { tone: 'quiet', icon: IconReplace },
} as const;

/** The counts first, then what does not hold any more, then examples. */
export function BenchResult({ trial }: { trial: RuleTrial }): ReactNode {
  const { t } = useTranslation();
  const { more, fewer, changed, same, versions, leftOut, brokenExamples, examples, since, rulesetVersion } = trial;
  const differs = more + fewer + changed > 0;
  return (
    <>
      {!trial.isAboutChanges && <p className={classes.result}>{t('rules.bench.notAboutChanges')}</p>}
      {trial.isAboutChanges && versions === 0 && <p className={classes.result}>{t('rules.bench.noVersions')}</p>}
      {trial.isAboutChanges && versions > 0 && (
        <>
          <p className={classes.result}>
            {t(differs ? 'rules.bench.result' : 'rules.bench.nothing', { more, fewer, changed, same })}
          </p>
          <p className="soft">
            {t('rules.bench.over', { count: versions, since: day(since), version: rulesetVersion })}{' '}
            {leftOut > 0 && t('rules.bench.leftOut', { count: leftOut })}{' '}
            {trial.isNew && t('rules.bench.isNew', { id: trial.ruleId })}
          </p>
        </>
      )}
      {brokenExamples.length > 0 && (
        <>
          <p>
            <b>{t('rules.bench.broken', { count: brokenExamples.length })}</b>
          </p>
          <ul>
            {brokenExamples.map(({ number, faults }) => (
              <li key={number}>{t('rules.bench.brokenOne', { number, faults: faults.join('; ') })}</li>
            ))}
          </ul>
        </>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </>
  );
}

function Examples({ examples }: { examples: RuleTrialExample[] }): ReactNode {
  const { t } = useTranslation();
  const nameOf = usePartnerNames();
  const columns: Column<RuleTrialExample>[] = [
    {
      id: 'kind',
      head: t('rules.bench.kind'),
      cell: ({ kind, ruleId }) => (
        <>
          <Mark {...looks[kind]}>{t(`rules.bench.kinds.${kind}`)}</Mark> <span className="soft">{ruleId}</span>
        </>
      ),
    },
    {
      id: 'to',
      head: t('rules.bench.to'),
      cell: ({ to, partnerId }) => (partnerId ? `${nameOf(partnerId)} (${roleText(t, to)})` : roleText(t, to)),
    },
    {
      id: 'published',
      head: t('rules.bench.published'),
      cell: ({ publishedAt, planId, version }) => (
        <>
          <span className="numbers">{moment(publishedAt)}</span>
          {planId && version && (
            <>
              {' '}
              <a href={`/plans/${planId}/diff?from=${version - 1}&to=${version}`}>{t('rules.bench.openDiff')}</a>
            </>
          )}
        </>
      ),
    },
    { id: 'now', head: t('rules.bench.now'), cell: ({ running }) => <Said said={running} /> },
    { id: 'then', head: t('rules.bench.then'), cell: ({ tried }) => <Said said={tried} /> },
  ];
  const isHidden = examples.every(({ planId }) => planId === null);
  return (
    <>
      <h3>{t('rules.bench.examples')}</h3>
      {isHidden && <p className="soft">{t('rules.bench.hidden')}</p>}
      <DataTable
        label={t('rules.bench.examples')}
        columns={columns}
        rows={examples.map((example, at) => ({ ...example, at }))}
        keyOf={(row) => String((row as RuleTrialExample & { at: number }).at)}
      />
    </>
  );
}

function Said({ said }: { said: RuleTrialExample['tried'] }): ReactNode {
  const { t } = useTranslation();
  if (!said) return <span className="soft">{t('rules.bench.notAsked')}</span>;
  return (
    <>
      <UrgencyMark urgency={said.urgency} /> <span className="numbers">{moment(said.dueAt)}</span>
      {said.reason && <div>{said.reason}</div>}
      {said.text && <div className="soft">{said.text}</div>}
    </>
  );
}
