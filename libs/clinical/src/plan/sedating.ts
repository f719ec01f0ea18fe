import type { Medication } from '#contracts';

const sedatingClasses: readonly Medication['class'][] = [
  'gabapentinoid',
  'snri',
  'tca',
  'muscle-relaxant',
  'anticonvulsant',
  'benzodiazepine',
  'opioid',
];

/** Classes that can cause drowsiness or unsteadiness. */
export const isSedating = (medication: Pick<Medication, 'class'>): boolean =>
  sedatingClasses.includes(medication.class);
