import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLock, IconShieldLock, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClinicHandoff } from '#contracts';
import { moment } from '../../ui/moments.js';
import { Mark } from '../../ui/status.js';
import { label } from './slice-words.js';
import classes from './handoff-page.module.css';

/** Which parts of the packet this partner needs, and which of them are there. */
export function PacketCard({
  packet,
  ask,
  busy,
}: {
  packet: ClinicHandoff['packet'];
  /** Null: this reader does not ask for them. */
  ask: (() => void) | null;
  busy: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card no-print" aria-labelledby="packet">
      <Group justify="space-between" align="baseline">
        <h2 id="packet">{t('handoff.packet.title')}</h2>
        {!packet.complete && ask && (
          <Button variant="default" size="compact-sm" onClick={ask} loading={busy}>
            {t('handoff.desk.askForMissing')}
          </Button>
        )}
      </Group>
      {packet.complete && <p>{t('handoff.packet.complete')}</p>}
      <ul className={classes.plainList}>
        {packet.parts.map(({ part, there, missing }) => (
          <li key={part}>
            <Mark tone={there ? 'ok' : 'soon'} icon={there ? IconCheck : IconX}>
              {t(`handoff.parts.${part}`)}
            </Mark>{' '}
            <span className="soft">
              {there
                ? t('handoff.packet.there')
                : missing.length < 2
                  ? t('handoff.packet.missing')
                  : t('handoff.packet.missingParts', { parts: missing.map(label).join(', ') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What holds it up, who can take that away, and since when. */
export function BlockerCard({
  blocker,
  timeZone,
  unblock,
}: {
  blocker: NonNullable<ClinicHandoff['blocker']>;
  timeZone: string;
  unblock: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { kind, note, whoCanUnblock, since, by, byNews } = blocker;
  return (
    <section className={`card ${classes.blocker} no-print`} aria-labelledby="blocker">
      <h2 id="blocker">
        <Mark tone="soon" icon={IconAlertTriangle}>
          {t('handoff.blocker.title')}: {t(`handoff.desk.kinds.${kind}`)}
        </Mark>
      </h2>
      {note && <p>{note}</p>}
      <p className="soft">
        {since && `${t('handoff.blocker.since', { at: moment(since, timeZone) })} `}
        {by && t('handoff.blocker.by', { name: by })}
      </p>
      {whoCanUnblock && (
        <p>
          {t('handoff.blocker.who')}: {whoCanUnblock}
        </p>
      )}
      {byNews && <p className="soft">{t('handoff.blocker.byNews')}</p>}
      {unblock && !byNews && (
        <Button variant="default" size="compact-sm" onClick={unblock}>
          {t('handoff.desk.unblock')}
        </Button>
      )}
    </section>
  );
}

/** It exists, it is not here, and why: a gap that looks like nothing would mislead. */
export function RestrictedCard(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card no-print" aria-labelledby="restricted">
      <h2 id="restricted">
        <Mark tone="quiet" icon={IconShieldLock}>
          {t('handoff.restricted.title')}
        </Mark>
      </h2>
      <p>{t('handoff.restricted.why')}</p>
    </section>
  );
}

export const Lock = (): ReactNode => <IconLock size={16} aria-hidden />;
