import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client.js';
import { useNow } from '../../ui/clock.js';
import { moment } from '../../ui/moments.js';
import { Failed } from '../../ui/states.js';
import classes from './guide.module.css';

const leaps = ['P1D', 'P3D', 'P7D'] as const;

/** Time can pass here when one wants it to: reminders, escalations and plan timers happen as they would. */
export function ClockSteps(): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: (to: { advance: string } | { set: string }) => post('/api/dev/clock', to),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <p>{t('guide.administrator.clock', { now: moment(now.toISOString()) })}</p>
      <div className={classes.actions}>
        {leaps.map((advance) => (
          <Button
            key={advance}
            size="compact-sm"
            variant="default"
            loading={move.isPending}
            onClick={() => move.mutate({ advance })}
          >
            {t(`guide.administrator.${advance}`)}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          loading={move.isPending}
          onClick={() => move.mutate({ set: new Date().toISOString() })}
        >
          {t('guide.administrator.today')}
        </Button>
      </div>
      {move.isError && <Failed error={move.error} />}
      <p className="soft">{t('guide.administrator.then')}</p>
    </>
  );
}
