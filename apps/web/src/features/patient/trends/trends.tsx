import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconTrendingUp, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, PlanDocument, TargetTrend } from '#contracts';
import { get } from '../../../api/client.js';
import { keys } from '../../../api/keys.js';
import { useNow } from '../../../ui/clock.js';
import { day } from '../../../ui/moments.js';
import { Asked, Empty, LoadingRows } from '../../../ui/states.js';
import { Mark, type Tone } from '../../../ui/status.js';
import { withUnit } from '../../../ui/units.js';
import { sentence } from '../../../ui/words.js';
import { useVersions } from '../grid/acknowledgement-grid.js';
import { usePlanTimers } from '../use-timers.js';
import { MeasurementForm } from './measurement-form.js';
import { TrendChart } from './trend-chart.js';
import { type Mark as VersionMark, versionAt } from './trend-points.js';
import classes from './trends.module.css';

type Target = PlanDocument['targets'][number];

const groupOf = ({ kind }: Target): 'work-goal' | 'life-goal' | 'other' =>
  kind === 'work-goal' || kind === 'life-goal' ? kind : 'other';
const order = ['work-goal', 'life-goal', 'other'] as const;

/** Does the plan help? The two goals first, each with the versions as marks. */
export function Trends({
  planId,
  document,
  patient,
}: {
  planId: string;
  document: PlanDocument;
  patient: Patient;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const targets = document.targets
    .filter(({ status }) => status !== 'abandoned')
    .sort((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)));
  if (targets.length === 0)
    return (
      <Empty title={t('none')}>
        <p>{t('noneHow')}</p>
      </Empty>
    );
  return (
    <section className="card" aria-labelledby="trends">
      <h2 id="trends">{t('title')}</h2>
      <div className={classes.grid}>
        {targets.map((target) => (
          <Trend key={target.id} planId={planId} target={target} wish={wishOf(document, target)} patient={patient} />
        ))}
      </div>
    </section>
  );
}

/** The goal in the patient's own words, beside the target that measures it. */
function wishOf({ patientContext }: PlanDocument, target: Target): string | null {
  const goal = { 'work-goal': patientContext.workGoal, 'life-goal': patientContext.lifeGoal, other: undefined }[
    groupOf(target)
  ];
  return goal && (!goal.targetId || goal.targetId === target.id) ? goal.text : null;
}

const progressMarks: Readonly<Record<TargetTrend['progress'], readonly [Tone, Icon]>> = {
  met: ['ok', IconCheck],
  improving: ['ok', IconTrendingUp],
  'no-clear-change': ['quiet', IconMinus],
  plateau: ['soon', IconMinus],
  worsening: ['late', IconAlertTriangle],
  overdue: ['soon', IconAlertTriangle],
};

function Trend({
  planId,
  target,
  wish,
  patient,
}: {
  planId: string;
  target: Target;
  wish: string | null;
  patient: Patient;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const now = useNow();
  const [isRecording, record] = useState(false);
  const trend = useQuery({
    queryKey: keys.trend(planId, target.id),
    queryFn: ({ signal }) => get<TargetTrend>(`/api/plans/${planId}/targets/${target.id}/trend`, signal),
  });
  const versions = useVersions(planId);
  const marks = (versions.data?.items ?? []).map(({ version, publishedAt }) => ({ version, at: publishedAt }));
  return (
    <Asked query={trend} loading={<LoadingRows rows={2} height={80} />}>
      {(series) => {
        const [tone, icon] = progressMarks[series.progress];
        const measure = sentence(series.measureName);
        return (
          <figure className={classes.figure} aria-label={measure}>
            <figcaption>
              <p className={classes.kind}>{t(`groups.${groupOf(target)}`)}</p>
              {wish && <p className={classes.wish}>“{wish}”</p>}
              <div className={classes.measure}>
                <strong>{measure}</strong>
                <span>{t('fromTo', { from: series.baseline, to: withUnit(series.target, series.unit) })}</span>
                <Mark tone={tone} icon={icon}>
                  {t(`progress.${series.progress}`)}
                </Mark>
              </div>
            </figcaption>
            {series.measurements.length === 0 ? (
              <NothingYet planId={planId} target={target} series={series} />
            ) : (
              <TrendChart
                series={series}
                marks={marks}
                reviewEveryWeeks={target.reviewEveryWeeks}
                baselineDate={target.baselineDate ?? null}
                now={now}
              />
            )}
            <div className={classes.acts}>
              {series.measurements.length > 0 && <Values series={series} marks={marks} />}
              <Button
                variant="subtle"
                size="compact-sm"
                className="no-print"
                onClick={() => record(true)}
                aria-label={t('recordFor', { measure })}
              >
                {t('record')}
              </Button>
            </div>
            {isRecording && (
              <MeasurementForm planId={planId} series={series} patient={patient} close={() => record(false)} />
            )}
          </figure>
        );
      }}
    </Asked>
  );
}

/** The same as the picture, in words and numbers. */
function Values({ series, marks }: { series: TargetTrend; marks: readonly VersionMark[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const last = series.measurements.at(-1);
  return (
    <details>
      <summary>
        {last && t('last', { value: withUnit(last.value, series.unit), day: day(last.measuredAt) })}{' '}
        <span className="soft">· {t('table')}</span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('inForce')}</th>
          </tr>
        </thead>
        <tbody>
          {series.measurements.map(({ measuredAt, value, source }) => (
            <tr key={measuredAt}>
              <td>{day(measuredAt)}</td>
              <td className="numbers">{withUnit(value, series.unit)}</td>
              <td>{t(`sources.${source}`, { defaultValue: source })}</td>
              <td>{versionInForce(marks, measuredAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const versionInForce = (marks: readonly VersionMark[], at: string): string => {
  const version = versionAt(marks, at);
  return version === null ? '—' : `v${version}`;
};

/** Which instrument is due, and when. */
function NothingYet({ planId, target, series }: { planId: string; target: Target; series: TargetTrend }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const timers = usePlanTimers(planId);
  const due = timers.data?.find(({ kind, about }) => kind === 'measurement-missing' && about === target.id)?.date;
  return (
    <p className="soft">
      {t('nothing')}{' '}
      {series.overdueSince
        ? t('overdue', { day: day(series.overdueSince) })
        : due && t('due', { measure: series.measureName, day: day(due), count: target.reviewEveryWeeks })}
    </p>
  );
}
