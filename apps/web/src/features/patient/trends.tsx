import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page, PlanDocument, PlanVersion, TargetTrend } from '#contracts';
import { get } from '../../api/client.js';
import { keys } from '../../api/keys.js';
import { day } from '../../ui/moments.js';
import { Asked, Empty, LoadingRows } from '../../ui/states.js';
import { inWords } from '../../ui/words.js';
import { TrendChart } from './trend-chart.js';
import classes from './trends.module.css';

/** Does the plan help? Each target with the versions as marks. */
export function Trends({ planId, document }: { planId: string; document: PlanDocument }): ReactNode {
  if (document.targets.length === 0) return <Empty title="No functional targets yet." />;
  return (
    <section className="card" aria-labelledby="trends">
      <h2 id="trends">Functional targets</h2>
      <div className={classes.grid}>
        {document.targets.map(({ id }) => (
          <Trend key={id} planId={planId} targetId={id} />
        ))}
      </div>
    </section>
  );
}

function Trend({ planId, targetId }: { planId: string; targetId: string }): ReactNode {
  const trend = useQuery({
    queryKey: keys.trend(planId, targetId),
    queryFn: ({ signal }) => get<TargetTrend>(`/api/plans/${planId}/targets/${targetId}/trend`, signal),
  });
  const versions = useQuery({
    queryKey: keys.versions(planId),
    queryFn: ({ signal }) =>
      get<Page<Omit<PlanVersion, 'document' | 'routing'>>>(`/api/plans/${planId}/versions?limit=200`, signal),
  });
  return (
    <Asked query={trend} loading={<LoadingRows rows={2} height={80} />}>
      {(series) => (
        <figure className={classes.figure}>
          <figcaption>
            <strong>{series.measureName}</strong> {series.baseline} → {series.target} {series.unit ?? ''}{' '}
            <span className="soft">({inWords(series.progress)})</span>
          </figcaption>
          {series.measurements.length === 0 ? (
            <p className="soft">
              Nothing measured yet.{series.overdueSince && ` A value is overdue since ${day(series.overdueSince)}.`}
            </p>
          ) : (
            <>
              <TrendChart
                series={series}
                marks={(versions.data?.items ?? []).map(({ version, publishedAt }) => ({ version, at: publishedAt }))}
              />
              <details>
                <summary>As a table</summary>
                <table>
                  <thead>
                    <tr>
                      <th>Day</th>
                      <th>Value</th>
                      <th>From</th>
                    </tr>
                  </thead>
                  <tbody>
                    {series.measurements.map(({ measuredAt, value, source }) => (
                      <tr key={measuredAt}>
                        <td>{day(measuredAt)}</td>
                        <td className="numbers">{value}</td>
                        <td>{source}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            </>
          )}
        </figure>
      )}
    </Asked>
  );
}
