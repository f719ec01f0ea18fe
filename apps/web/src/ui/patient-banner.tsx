import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient, PlanDocument } from '#contracts';
import { useNow } from './clock.js';
import { ageOn, day } from './moments.js';
import { Mark } from './status.js';
import { inWords, sentence } from './words.js';
import classes from './patient-banner.module.css';

/** The frame of every banner: the name, when born, the record, and below what must not be overlooked. */
export function BannerFrame({
  name,
  spoken,
  birthDate,
  recordNumber,
  children,
}: {
  name: string;
  /** The name as one says it. */
  spoken: string;
  birthDate: string;
  recordNumber: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <section className={classes.banner} aria-label={spoken}>
      <div className={classes.who}>
        <strong className={classes.name}>{name}</strong>
        <span>
          <span className="soft">{t('patient.born')}</span> <b>{day(birthDate)}</b> (
          {t('patient.age', { count: ageOn(birthDate, now) })})
        </span>
        <span>
          <span className="soft">{t('patient.record')}</span> <b>{recordNumber}</b>
        </span>
      </div>
      <div className={classes.alerts}>{children}</div>
    </section>
  );
}

/**
 * Who this screen is about, in the same place on every one-patient screen. Allergies and red flags are told apart from not recorded and
 * from not loaded: a gap must never look like "none".
 */
export function PatientBanner({
  patient,
  document,
  failed = false,
}: {
  patient: Patient;
  document: PlanDocument | null;
  failed?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { given, family } = patient.name;
  return (
    <BannerFrame
      name={`${family.toUpperCase()}, ${given}`}
      spoken={`${given} ${family}`}
      birthDate={patient.birthDate}
      recordNumber={patient.recordNumber}
    >
      <span>
        <span className="soft">{t('patient.allergies')}</span> <Allergies document={document} failed={failed} />
      </span>
      <span>
        <span className="soft">{t('patient.redFlags')}</span> <RedFlags document={document} failed={failed} />
      </span>
    </BannerFrame>
  );
}

function Allergies({ document, failed }: { document: PlanDocument | null; failed: boolean }): ReactNode {
  const { t } = useTranslation();
  if (failed)
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {t('patient.unavailable')}
      </Mark>
    );
  const allergies = document?.patientContext.allergies;
  if (!allergies || allergies.state === 'not-recorded') return <b>{t('patient.notRecorded')}</b>;
  if (allergies.state === 'unavailable')
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {t('patient.unavailable')}
      </Mark>
    );
  if (allergies.state === 'none-known') return <b>{t('patient.noneKnown')}</b>;
  return (
    <Mark tone="late" icon={IconAlertOctagon}>
      {allergies.items.map(({ text }) => text).join(', ')}
    </Mark>
  );
}

function RedFlags({ document, failed }: { document: PlanDocument | null; failed: boolean }): ReactNode {
  const { t } = useTranslation();
  if (failed)
    return (
      <Mark tone="late" icon={IconAlertOctagon}>
        {t('patient.unavailable')}
      </Mark>
    );
  if (!document) return <b>{t('patient.notRecorded')}</b>;
  const active = document.redFlags.filter(({ status }) => status === 'active');
  if (active.length === 0) return <b>{t('patient.none')}</b>;
  return (
    <Mark tone="late" icon={IconAlertOctagon}>
      {active.map(({ kind }) => sentence(inWords(kind))).join(', ')}
    </Mark>
  );
}
