import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../app/session.js';
import { ClinicSteps } from './clinic-steps.js';
import { ClockSteps } from './clock-steps.js';
import classes from './guide.module.css';
import { PartnerSteps } from './partner-steps.js';
import { PhysicianSteps } from './physician-steps.js';

/** The first five minutes of somebody who has just started the system: what to do here, and which of it is done. */
export function Guide({ me, close }: { me: Me; close: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={`${classes.guide} no-print`} aria-label={t('guide.title')}>
      <div className={classes.head}>
        <h2>{t('guide.title')}</h2>
        <CloseButton aria-label={t('guide.close')} onClick={close} />
      </div>
      <StepsOf me={me} />
    </aside>
  );
}

function StepsOf({ me }: { me: Me }): ReactNode {
  switch (me.role) {
    case 'physician':
      return <PhysicianSteps />;
    case 'partner':
      return <PartnerSteps />;
    case 'administrator':
      return <ClockSteps />;
    case 'coordinator':
    case 'operator':
      return <ClinicSteps role={me.role} />;
  }
}
