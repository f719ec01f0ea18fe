import { DateTime } from 'luxon';
import type { Medication, Target } from '#contracts';

/** `1 May 2027`; wall time of the instant's own offset. */
export function dayText(iso: string | null | undefined): string | null {
  if (!iso) return null;
  if (iso === 'until-cleared') return 'the plan clears it';
  const at = DateTime.fromISO(iso, { setZone: true });
  return at.isValid ? at.toFormat('d LLLL yyyy') : null;
}

/** `19 April 2027, 10:00` */
export function momentText(iso: string | null | undefined): string | null {
  if (!iso) return null;
  const at = DateTime.fromISO(iso, { setZone: true });
  return at.isValid ? at.toFormat('d LLLL yyyy, HH:mm') : null;
}

/** `no-flexion-loading` reads `no flexion loading`. */
export const words = (code: string): string => code.replaceAll('-', ' ');

/** `300 mg nightly` */
export const doseText = ({ dose, unit, frequency }: Pick<Medication, 'dose' | 'unit' | 'frequency'>): string =>
  [dose === undefined ? '' : `${dose}${unit ? ` ${unit}` : ''}`, frequency ?? ''].filter(Boolean).join(' ') ||
  'no dose stated';

const measureNames: Record<Target['measure'], string> = {
  nrs: 'pain',
  peg: 'PEG',
  odi: 'Oswestry index',
  rmdq: 'Roland-Morris score',
  ndi: 'neck disability',
  'promis-pi': 'pain interference',
  'koos-pain': 'KOOS pain',
  'koos-function': 'KOOS function',
  'womac-f': 'WOMAC function',
  lefs: 'leg function',
  spadi: 'shoulder index',
  quickdash: 'QuickDASH',
  'nih-cpsi': 'pelvic symptom index',
  'headache-days': 'headache days',
  phq9: 'mood score',
  gad7: 'anxiety score',
  isi: 'insomnia score',
  'stand-min': 'standing (minutes)',
  'sit-min': 'sitting (minutes)',
  'walk-min': 'walking (minutes)',
  'walk-m': 'walking distance (m)',
  'sleep-h': 'sleep (hours)',
  wakings: 'night wakings',
  'duty-h': 'duty (hours)',
  alertness: 'alertness',
  own: 'own target',
};

/** What is measured, in words; the patient's own words for an own target. */
export const measureText = ({ measure, label }: Pick<Target, 'measure' | 'label'>): string =>
  label ?? measureNames[measure];
