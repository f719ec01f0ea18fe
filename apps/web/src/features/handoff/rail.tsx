import { IconAlertOctagon, IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/moments.js';
import type { RailStep } from './derive-rail.js';
import classes from './rail.module.css';

/** How far a request has come, as a row of steps: what is done has a time and a name, what is not says so. */
export function Rail({
  steps,
  version,
  timeZone,
}: {
  steps: readonly RailStep[];
  version: number;
  timeZone: string;
}): ReactNode {
  const { t } = useTranslation();
  const next = steps.find(({ at, failed }) => at === null && !failed)?.step;
  return (
    <ol className={classes.rail} aria-label={t('handoff.rail.title')}>
      {steps.map((one) => (
        <li key={one.step} data-state={stateOf(one, next)}>
          <span className={classes.name}>
            <Sign state={stateOf(one, next)} />
            {t(`handoff.rail.${one.step}`, { version })}
          </span>
          <span className={classes.facts}>
            <Facts one={one} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

type State = 'done' | 'next' | 'open' | 'failed';

const stateOf = ({ step, at, failed }: RailStep, next: string | undefined): State =>
  failed ? 'failed' : at !== null ? 'done' : step === next ? 'next' : 'open';

function Sign({ state }: { state: State }): ReactNode {
  const Shape = { done: IconCircleCheckFilled, next: IconCircleDot, open: IconCircle, failed: IconAlertOctagon }[state];
  return <Shape size={18} aria-hidden />;
}

function Facts({ one, timeZone }: { one: RailStep; timeZone: string }): ReactNode {
  const { t } = useTranslation();
  const { at, by, channel, onBehalf, byMachine, appointmentAt, failed } = one;
  if (failed) return t('handoff.rail.failed');
  if (at === null) return t('handoff.rail.notYet');
  const more = [
    by === null ? null : t('handoff.rail.by', { name: by }),
    onBehalf ? t('handoff.rail.onBehalf') : null,
    byMachine ? t('handoff.rail.byMachine') : null,
    channel === null ? null : t('handoff.rail.over', { channel }),
    appointmentAt === null ? null : t('handoff.rail.appointment', { at: moment(appointmentAt, timeZone) }),
  ].filter((part) => part !== null);
  return (
    <>
      <time dateTime={at} className="numbers">
        {moment(at, timeZone)}
      </time>
      {more.length > 0 && <span>{more.join(', ')}</span>}
    </>
  );
}
