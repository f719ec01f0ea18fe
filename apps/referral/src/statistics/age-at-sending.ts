import { DateTime } from 'luxon';

const bands: readonly (readonly [upTo: number, words: string])[] = [
  [18, 'under 18'],
  [40, '18 to 39'],
  [65, '40 to 64'],
];

/** Old age is rare enough to point at somebody, so the last band has no end. */
export function ageAtSending(birthDate: string, sent: DateTime): string {
  const years = sent.diff(DateTime.fromISO(birthDate, { zone: sent.zone }), 'years').years;
  return bands.find(([upTo]) => years < upTo)?.[1] ?? '65 and over';
}
