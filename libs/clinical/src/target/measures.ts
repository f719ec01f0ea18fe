import type { Target } from '#contracts';

export type Measure = Target['measure'];

/** One way of measuring: what counts as better, what is possible, what is worth having. */
export interface MeasureFacts {
  key: Measure;
  name: string;
  /** Values outside are typing faults; null: no bound on that side. */
  range: readonly [number, number] | null;
  /** UCUM; null: the target states its own. */
  unit: string | null;
  /** Null: the target states it. */
  better: 'up' | 'down' | null;
  /** Smallest change that one person notices as worthwhile, counted from this baseline. */
  worth: (baseline: number) => number;
  /** Where the figure comes from, in words. */
  source: string;
}

type Worth = MeasureFacts['worth'];

const points =
  (amount: number): Worth =>
  () =>
    amount;
/** Whichever is reached first counts. From a baseline of nothing no share can be reached, so the points count. */
const pointsOrShare =
  (amount: number, share: number): Worth =>
  (baseline) =>
    baseline > 0 ? Math.min(amount, share * baseline) : amount;
const pointsAndShare =
  (amount: number, share: number): Worth =>
  (baseline) =>
    Math.max(amount, share * Math.abs(baseline));

const backPain = 'consensus of Ostelo and colleagues, Spine 2008';
const convention = 'clinical convention; published figures lie near it';
const own = 'chosen for this product';

type Row = [
  key: Measure,
  name: string,
  range: MeasureFacts['range'],
  unit: string | null,
  better: MeasureFacts['better'],
  worth: Worth,
  source: string,
];

const rows: readonly Row[] = [
  ['nrs', 'pain, 0 to 10', [0, 10], '{score}', 'down', pointsOrShare(2, 0.3), backPain],
  ['peg', 'PEG: pain, enjoyment, general activity', [0, 10], '{score}', 'down', points(1), 'Reed, J Pain 2023'],
  ['odi', 'Oswestry disability index', [0, 100], '%', 'down', pointsOrShare(10, 0.3), backPain],
  ['rmdq', 'Roland-Morris disability score', [0, 24], '{score}', 'down', pointsOrShare(5, 0.3), backPain],
  ['ndi', 'neck disability index, in percent', [0, 100], '%', 'down', points(15), 'Young, Spine J 2009: 7.5 of 50 raw'],
  [
    'promis-pi',
    'PROMIS pain interference',
    [40, 80],
    '{Tscore}',
    'down',
    points(3.5),
    'Amtmann 2016, Chen 2018; 2 to 5.5 published',
  ],
  ['koos-pain', 'KOOS pain', [0, 100], '{score}', 'up', points(10), convention],
  ['koos-function', 'KOOS function', [0, 100], '{score}', 'up', points(10), convention],
  ['womac-f', 'WOMAC function, 0 to 100', [0, 100], '{score}', 'down', points(10), convention],
  ['lefs', 'lower extremity functional scale', [0, 80], '{score}', 'up', points(9), 'Binkley, Phys Ther 1999'],
  ['spadi', 'shoulder pain and disability index', [0, 100], '{score}', 'down', points(10), convention],
  ['quickdash', 'QuickDASH', [0, 100], '{score}', 'down', points(15), convention],
  ['nih-cpsi', 'chronic prostatitis symptom index', [0, 43], '{score}', 'down', points(6), convention],
  ['headache-days', 'headache days in 28 days', [0, 28], 'd', 'down', pointsAndShare(2, 0.3), convention],
  ['phq9', 'PHQ-9', [0, 27], '{score}', 'down', points(5), 'Kounali, Psychol Med 2020; convention'],
  ['gad7', 'GAD-7', [0, 21], '{score}', 'down', points(4), 'Toussaint, J Affect Disord 2020'],
  ['isi', 'insomnia severity index', [0, 28], '{score}', 'down', points(6), 'convention; 8 is marked (Morin 2011)'],
  ['stand-min', 'standing', [0, 1440], 'min', 'up', pointsAndShare(5, 0.2), own],
  ['sit-min', 'sitting', [0, 1440], 'min', 'up', pointsAndShare(5, 0.2), own],
  ['walk-min', 'walking', [0, 1440], 'min', 'up', pointsAndShare(5, 0.2), own],
  ['walk-m', 'walking distance', [0, 100_000], 'm', 'up', pointsAndShare(50, 0.2), own],
  ['sleep-h', 'sleep in one night', [0, 24], 'h', 'up', points(1), own],
  ['wakings', 'wakings in one night', [0, 50], '{count}', 'down', points(1), own],
  ['duty-h', 'hours on duty', [0, 24], 'h', 'up', pointsAndShare(1, 0.2), own],
  ['alertness', 'alertness, 4 is awake', [0, 4], '{score}', 'up', points(1), own],
  ['own', 'own target', null, null, null, points(0), own],
];

const table = new Map<Measure, MeasureFacts>(
  rows.map(([key, name, range, unit, better, worth, source]) => [
    key,
    { key, name, range, unit, better, worth, source },
  ]),
);

/** What a measure is. Every measure of the vocabulary has an entry. */
export function measureFacts(measure: Measure): MeasureFacts {
  const facts = table.get(measure);
  if (!facts) throw new Error(`the measure ${measure} is in no table`);
  return facts;
}

/** Scores of mood, worry and sleep stay with behavioral health: a plan never holds them. */
export const scoresOutsidePlans: readonly Measure[] = ['phq9', 'gad7', 'isi'];

type Stated = Pick<Target, 'measure' | 'baseline' | 'target' | 'direction'>;

/** An own target says which way is better; when it does not, its aim does. */
export const betterOf = (target: Stated): 'up' | 'down' =>
  measureFacts(target.measure).better ?? target.direction ?? (target.target >= target.baseline ? 'up' : 'down');

/** A fifth of the way for an own target: nobody published how much of it matters. */
const ownShare = 0.2;

/** Smallest worthwhile change of this target, in its unit. */
export const worthOf = (target: Stated): number =>
  target.measure === 'own'
    ? ownShare * Math.abs(target.target - target.baseline)
    : measureFacts(target.measure).worth(target.baseline);

export const unitOf = ({ measure, unit }: Pick<Target, 'measure' | 'unit'>): string | null =>
  measureFacts(measure).unit ?? unit ?? null;

/** What is measured, as it is shown; the patient's own words come first. */
export const measureName = ({ measure, label }: Pick<Target, 'measure' | 'label'>): string =>
  label ?? measureFacts(measure).name;

/** Why this value is none of this measure, or null. */
export function rangeFault(measure: Measure, value: number): string | null {
  const { range, name } = measureFacts(measure);
  if (!range || (value >= range[0] && value <= range[1])) return null;
  return `must be from ${range[0]} to ${range[1]} (${name})`;
}
