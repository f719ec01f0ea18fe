import type { ReactNode } from 'react';
import type { PlanOverview } from '#contracts';
import classes from './panel.module.css';

const [width, height, inset] = [72, 24, 3];

/** The course in a few strokes; the words beside it say the same. */
export function Sparkline({ target }: { target: NonNullable<PlanOverview['target']> }): ReactNode {
  const { baseline, target: aim, values } = target;
  const series = [baseline, ...values];
  const lowest = Math.min(...series, aim);
  const span = Math.max(...series, aim) - lowest || 1;
  const x = (at: number): number => inset + (at * (width - 2 * inset)) / Math.max(1, series.length - 1);
  const y = (value: number): number => height - inset - ((value - lowest) / span) * (height - 2 * inset);
  const last = series.length - 1;
  return (
    <svg width={width} height={height} aria-hidden className={classes.spark}>
      <line x1={0} x2={width} y1={y(aim)} y2={y(aim)} className={classes.sparkTarget} />
      <polyline points={series.map((value, at) => `${x(at)},${y(value)}`).join(' ')} className={classes.sparkLine} />
      <circle cx={x(last)} cy={y(series[last] ?? baseline)} r={2.5} className={classes.sparkPoint} />
    </svg>
  );
}
