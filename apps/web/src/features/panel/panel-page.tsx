import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../../ui/moments.js';
import { Failed, LoadingRows } from '../../ui/states.js';
import type { Need } from './needs.js';
import { NeedsList } from './needs-list.js';
import { PlansTable } from './plans-table.js';
import { useActs } from './use-acts.js';
import { useArrivals, useNeeds } from './use-needs.js';
import { useOverview } from './use-overview.js';
import classes from './panel.module.css';

/** Across all patients, only what needs the physician; below it, everybody. */
export function PanelPage(): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { needs, later, errors } = useNeeds();
  const { shown, waiting, show, alarm } = useArrivals(needs);
  return (
    <>
      <h1>{t('title')}</h1>
      <div role="alert" aria-live="assertive" className="visually-hidden">
        {alarm && t('announce', { patient: alarm.patient?.name ?? '', reason: alarm.reason })}
      </div>
      {errors.map(({ error, retry }, at) => (
        <Failed key={at} error={error} retry={retry} />
      ))}
      <section className="card" aria-labelledby="needs">
        {needs === undefined ? (
          errors.length === 0 && <LoadingRows rows={4} height={56} />
        ) : (
          <>
            <Headline count={needs.length} />
            {waiting > 0 && (
              <Button variant="light" size="compact-sm" onClick={show} mb="xs">
                {t('fresh', { count: waiting })}
              </Button>
            )}
            {shown.length > 0 && <NeedsList needs={shown} />}
            {later.length > 0 && <Later needs={later} />}
          </>
        )}
      </section>
      <PlansTable />
    </>
  );
}

function Headline({ count }: { count: number }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { total, apart } = useOverview();
  return (
    <>
      <h2 id="needs">{t(count === 0 ? 'needs_zero' : 'needs', { count })}</h2>
      {count === 0 && total !== undefined && (
        <p>{t(total === 0 ? 'quiet_zero' : 'quiet', { count: total, chased: apart })}</p>
      )}
    </>
  );
}

function Later({ needs }: { needs: readonly Need[] }): ReactNode {
  const { t } = useTranslation('translation', { keyPrefix: 'panel' });
  const { act, isBusy } = useActs();
  return (
    <details className={classes.later}>
      <summary>{t('laterList', { count: needs.length })}</summary>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <Group gap="xs">
              <strong>{need.patient?.name}</strong> {need.reason}{' '}
              <span className="soft">{t('until', { day: day(need.item?.laterUntil ?? '') })}</span>
              <Button
                variant="subtle"
                size="compact-sm"
                loading={isBusy}
                onClick={() =>
                  void act({
                    need,
                    path: `/api/work-items/${need.id}/postpone`,
                    body: { until: null },
                    said: t('back', { patient: need.patient?.name }),
                  })
                }
              >
                {t('now')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </details>
  );
}
