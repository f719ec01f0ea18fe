import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerClock } from '../ui/clock.js';
import { Asked } from '../ui/states.js';
import { Shell } from './shell.js';
import { signInAddress, useMe } from './session.js';
import classes from './root.module.css';

/** Either somebody is here, or a door. */
export function Root(): ReactNode {
  return (
    <Asked query={useMe()} loading={null}>
      {(me) =>
        me ? (
          <ServerClock>
            <Shell me={me} />
          </ServerClock>
        ) : (
          <Door />
        )
      }
    </Asked>
  );
}

function Door(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className={classes.door}>
      <h1>{t('app.name')}</h1>
      <p>
        When a pain plan changes, everyone it concerns knows what changed for them, why, what to do and by when; and the
        team sees who works from which version.
      </p>
      <Button component="a" href={signInAddress(window.location.pathname + window.location.search)} size="md">
        {t('app.signIn')}
      </Button>
    </main>
  );
}
