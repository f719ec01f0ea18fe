import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetTrend } from '#contracts';
import { day } from '../../../ui/moments.js';
import { unitInWords, withUnit } from '../../../ui/units.js';
import { labelsOf, type Mark, runsOf } from './trend-points.js';
import classes from './trends.module.css';

const [width, height] = [360, 170];
const inset = { top: 22, right: 14, bottom: 24, left: 36 };

/** Values over time, the band that is aimed at, and each plan version as a mark: did the change help? The table beside it says the same. */
export function TrendChart({
  series,
  marks,
  reviewEveryWeeks,
  baselineDate,
  now,
}: {
  series: TargetTrend;
  marks: readonly Mark[];
  reviewEveryWeeks: number;
  baselineDate: string | null;
  now: Date;
}): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'patientPage.trends' });
  const { measurements, baseline, target, unit } = series;
  const startsAt = baselineDate ?? marks[0]?.at ?? measurements[0]?.measuredAt ?? now.toISOString();
  const times = [startsAt, ...measurements.map(({ measuredAt }) => measuredAt), ...marks.map(({ at }) => at)].map(
    Date.parse,
  );
  // Room beyond the target, so that the band is seen.
  const beyond = target + (target - baseline) * 0.15;
  const values = [...measurements.map(({ value }) => value), baseline, target, Math.max(0, beyond)];
  const time = scaleTime({
    domain: [new Date(Math.min(...times)), new Date(Math.max(...times, now.getTime()))],
    range: [inset.left, width - inset.right],
  });
  const x = (at: string): number => time(new Date(at));
  const y = scaleLinear({
    domain: [Math.min(...values, 0), Math.max(...values)],
    range: [height - inset.bottom, inset.top],
    nice: true,
  });
  const label = t('chart', {
    measure: series.measureName,
    values: measurements.map(({ value, measuredAt }) => `${withUnit(value, unit)}, ${day(measuredAt)}`).join('; '),
    target: withUnit(target, unit),
    versions: marks.map(({ version, at }) => `v${version} ${day(at)}`).join(', '),
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} width="100%" className={classes.chart}>
      <Band y={y} target={target} better={series.better} words={t('target', { value: withUnit(target, unit) })} />
      <Axis y={y} unit={unitInWords(unit)} first={startsAt} now={now} />
      <Versions marks={marks} x={x} />
      <circle cx={x(startsAt)} cy={y(baseline)} r={4} className={classes.baseline} />
      {runsOf(measurements, reviewEveryWeeks).map((run) => (
        <g key={run[0]?.measuredAt}>
          <LinePath
            data={[...run]}
            x={({ measuredAt }) => x(measuredAt)}
            y={({ value }) => y(value)}
            className={classes.line ?? ''}
          />
          {run.map(({ measuredAt, value, source }) => (
            <circle key={measuredAt} cx={x(measuredAt)} cy={y(value)} r={4} className={classes.point}>
              <title>{`${withUnit(value, unit)}, ${day(measuredAt)} (${source})`}</title>
            </circle>
          ))}
        </g>
      ))}
    </svg>
  );
}

type Y = ReturnType<typeof scaleLinear<number>>;

/** Everything from the target on, in the direction that is better. */
function Band({ y, target, better, words }: { y: Y; target: number; better: 'up' | 'down'; words: string }): ReactNode {
  const [top, bottom] = [inset.top, height - inset.bottom];
  const at = y(target);
  const [from, to] = better === 'up' ? [top, at] : [at, bottom];
  return (
    <>
      <rect
        x={inset.left}
        y={from}
        width={width - inset.left - inset.right}
        height={Math.max(0, to - from)}
        className={classes.band}
      />
      <line x1={inset.left} x2={width - inset.right} y1={at} y2={at} className={classes.target} />
      <text
        x={width - inset.right - 4}
        y={better === 'up' ? Math.max(at - 4, inset.top + 10) : Math.min(at + 11, bottom - 4)}
        textAnchor="end"
        className={classes.targetWords}
      >
        {words}
      </text>
    </>
  );
}

function Axis({ y, unit, first, now }: { y: Y; unit: string; first: string; now: Date }): ReactNode {
  return (
    <>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={inset.left} x2={width - inset.right} y1={y(tick)} y2={y(tick)} className={classes.rule} />
          <text x={inset.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.words}>
            {tick}
          </text>
        </g>
      ))}
      {unit && (
        <text x={2} y={10} className={classes.words}>
          {unit}
        </text>
      )}
      <text x={inset.left} y={height - 6} className={classes.words}>
        {day(first)}
      </text>
      <text x={width - inset.right} y={height - 6} textAnchor="end" className={classes.words}>
        {day(now.toISOString())}
      </text>
    </>
  );
}

function Versions({ marks, x }: { marks: readonly Mark[]; x: (at: string) => number }): ReactNode {
  return (
    <>
      {marks.map(({ version, at }) => (
        <line
          key={version}
          x1={x(at)}
          x2={x(at)}
          y1={inset.top - 6}
          y2={height - inset.bottom}
          className={classes.version}
        />
      ))}
      {labelsOf(marks, x, 26).map(({ x: left, label }) => (
        <text
          key={label}
          x={left}
          y={inset.top - 9}
          textAnchor={left > width - 50 ? 'end' : 'middle'}
          className={classes.versionWords}
        >
          {label}
        </text>
      ))}
    </>
  );
}
