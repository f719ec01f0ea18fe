import { Button } from '@mantine/core';
import { IconArrowBack, IconCheck, IconUserQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanOverview } from '#contracts';
import { day } from '../../ui/moments.js';
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.js';
import { Failed, LoadingRows } from '../../ui/states.js';
import { Mark } from '../../ui/status.js';
import { withUnit } from '../../ui/units.js';
import { inWords, sentence } from '../../ui/words.js';
import { Sparkline } from './sparkline.js';
import { useOverview } from './use-overview.js';
import classes from './panel.module.css';

/** Everybody with a plan: the team, the target, what comes next. */
export function PlansTable(): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.patients' });
  const { pages, plans } = useOverview();
  return (
    <section className="card" aria-labelledby="plans">
      <h2 id="plans">{t('title')}</h2>
      {pages.isPending && <LoadingRows rows={5} />}
      {pages.isError && <Failed error={pages.error} retry={() => void pages.refetch()} />}
      {plans.length > 0 && (
        <StackedTable
          label={t('title')}
          columns={(['patient', 'team', 'version', 'target', 'next'] as const).map((column) => t(column))}
        >
          {plans.map((plan) => (
            <PlanRow key={plan.planId} plan={plan} />
          ))}
        </StackedTable>
      )}
      {pages.hasNextPage && (
        <Button variant="default" mt="sm" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function PlanRow({ plan }: { plan: PlanOverview }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.patients' });
  const { patient, version, publishedAt, status, next } = plan;
  return (
    <StackedRow>
      <StackedCell label={t('patient')}>
        <Link to="/patients/$patientId" params={{ patientId: patient.id }}>
          <strong>{patient.name}</strong>
        </Link>
        <div className="soft">{patient.recordNumber}</div>
      </StackedCell>
      <StackedCell label={t('team')}>
        <Team team={plan.team} />
      </StackedCell>
      <StackedCell label={t('version')}>
        v{version}
        <div className={`soft ${classes.day}`}>{day(publishedAt)}</div>
        {status !== 'active' && <div className="soft">{t(`status.${status}`)}</div>}
      </StackedCell>
      <StackedCell label={t('target')}>
        <Target target={plan.target} />
      </StackedCell>
      <StackedCell label={t('next')}>
        {next ? (
          <>
            <time dateTime={next.dueAt}>{day(next.dueAt)}</time>{' '}
            <div className="soft">
              {t(`kinds.${next.kind}`, {
                keyPrefix: 'patientPage.upcoming',
                defaultValue: sentence(inWords(next.kind)),
              })}
            </div>
          </>
        ) : (
          <span className="soft">{t('nothingNext')}</span>
        )}
      </StackedCell>
    </StackedRow>
  );
}

function Team({ team: { active, together, unassigned } }: Pick<PlanOverview, 'team'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.patients' });
  return (
    <>
      {active === 0 ? (
        <span className="soft">{t('nobody')}</span>
      ) : together === active ? (
        <Mark tone="ok" icon={IconCheck}>
          {t('all', { active })}
        </Mark>
      ) : (
        <Mark tone="late" icon={IconArrowBack}>
          {t('together', { together, active })}
        </Mark>
      )}
      {unassigned > 0 && (
        <div>
          <Mark tone="late" icon={IconUserQuestion}>
            {t('unassigned', { count: unassigned })}
          </Mark>
        </div>
      )}
    </>
  );
}

function Target({ target }: Pick<PlanOverview, 'target'>): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel.patients' });
  const { t: page } = useTranslation('translation', { keyPrefix: 'patientPage.trends.progress' });
  if (!target) return <span className="soft">{t('noTarget')}</span>;
  const last = target.values.at(-1);
  const aim = withUnit(target.target, target.unit);
  return (
    <>
      {last !== undefined && <Sparkline target={target} />}
      {last === undefined ? t('nothingMeasured', { target: aim }) : t('value', { value: last, target: aim })}
      <div className="soft">
        {sentence(target.measureName)} · {page(target.progress)}
      </div>
    </>
  );
}
