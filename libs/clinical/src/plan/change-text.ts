import { DateTime } from 'luxon';
import type { Medication, Target } from '#contracts';

const mostRemembered = 5000;
const written = new Map<string, string | null>();

/** One assessment writes the same few dates into many sentences. */
function inFormat(iso: string, format: string): string | null {
  const key = `${format} ${iso}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= mostRemembered) written.clear();
  const at = DateTime.fromISO(iso, { setZone: true });
  const text = at.isValid ? at.toFormat(format) : null;
  written.set(key, text);
  return text;
}

/** `1 May 2027`; wall time of the instant's own offset. */
export function dayText(iso: string | null | undefined): string | null {
  if (!iso) return null;
  return iso === 'until-cleared' ? 'the plan clears it' : inFormat(iso, 'd LLLL yyyy');
}

/** `19 April 2027, 10:00` */
export const momentText = (iso: string | null | undefined): string | null =>
  iso ? inFormat(iso, 'd LLLL yyyy, HH:mm') : null;

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
