import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import type { TargetTrend } from '#contracts';
import { day } from '../../ui/moments.js';

const [width, height] = [340, 130];
const inset = { top: 16, right: 12, bottom: 22, left: 34 };

/** Values over time, the target as a line, and each plan version as a mark: did the change help? The table beside it says the same. */
export function TrendChart({
  series,
  marks,
}: {
  series: TargetTrend;
  marks: readonly { version: number; at: string }[];
}): ReactNode {
  const { measurements, baseline, target } = series;
  const times = [...measurements.map(({ measuredAt }) => new Date(measuredAt)), ...marks.map(({ at }) => new Date(at))];
  const values = [...measurements.map(({ value }) => value), baseline, target];
  const x = scaleTime({
    domain: [new Date(Math.min(...times.map(Number))), new Date(Math.max(...times.map(Number)))],
    range: [inset.left, width - inset.right],
  });
  const y = scaleLinear({
    domain: [Math.min(...values), Math.max(...values)],
    range: [height - inset.bottom, inset.top],
    nice: true,
  });
  const last = measurements.at(-1);
  const label = `${series.measureName}: ${measurements.map(({ value, measuredAt }) => `${value} on ${day(measuredAt)}`).join(', ')}; target ${target}`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} width="100%">
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line x1={inset.left} x2={width - inset.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={inset.left - 6} y={y(tick)} dy="0.32em" textAnchor="end" fontSize="10" fill="var(--soft)">
            {tick}
          </text>
        </g>
      ))}
      <line
        x1={inset.left}
        x2={width - inset.right}
        y1={y(target)}
        y2={y(target)}
        stroke="var(--ok)"
        strokeDasharray="5 3"
      />
      <text x={width - inset.right} y={y(target) - 4} textAnchor="end" fontSize="10" fill="var(--ok)">
        target {target}
      </text>
      {marks.map(({ version, at }) => (
        <g key={version}>
          <line
            x1={x(new Date(at))}
            x2={x(new Date(at))}
            y1={inset.top}
            y2={height - inset.bottom}
            stroke="var(--soft)"
            strokeDasharray="1 3"
          />
          <text x={x(new Date(at))} y={10} textAnchor="middle" fontSize="9" fill="var(--soft)">
            v{version}
          </text>
        </g>
      ))}
      <LinePath
        data={measurements}
        x={({ measuredAt }) => x(new Date(measuredAt))}
        y={({ value }) => y(value)}
        stroke="var(--info)"
        strokeWidth={2}
      />
      {measurements.map(({ measuredAt, value }) => (
        <circle key={measuredAt} cx={x(new Date(measuredAt))} cy={y(value)} r={3.5} fill="var(--info)" />
      ))}
      {last && (
        <text x={width - inset.right} y={height - 6} textAnchor="end" fontSize="10" fill="var(--soft)">
          last {day(last.measuredAt)}
        </text>
      )}
    </svg>
  );
}
