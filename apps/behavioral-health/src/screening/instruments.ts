import type { ScreeningInstrument } from '#contracts';

interface Instrument {
  items: number;
  /** The highest answer of one item; the lowest is 0. */
  highest: number;
  /** From which score on it is called what, ascending. */
  severity: readonly (readonly [from: number, word: string])[];
  /** The least change of the score that is worthwhile for one person. */
  worth: number;
  source: string;
}

/** Questionnaires in which a high score is bad. The questions themselves are on paper, at whoever holds the rights. */
export const instruments: Readonly<Record<ScreeningInstrument, Instrument>> = {
  'phq-9': {
    items: 9,
    highest: 3,
    severity: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'moderately severe'],
      [20, 'severe'],
    ],
    worth: 5,
    source: 'Kroenke, Spitzer, Williams, J Gen Intern Med 2001; 16: 606-613. Change: Kounali, Psychol Med 2020.',
  },
  'gad-7': {
    items: 7,
    highest: 3,
    severity: [
      [0, 'minimal'],
      [5, 'mild'],
      [10, 'moderate'],
      [15, 'severe'],
    ],
    worth: 4,
    source: 'Spitzer, Arch Intern Med 2006; 166: 1092-1097. Change: Toussaint, J Affect Disord 2020.',
  },
  isi: {
    items: 7,
    highest: 4,
    severity: [
      [0, 'none'],
      [8, 'subthreshold'],
      [15, 'moderate'],
      [22, 'severe'],
    ],
    worth: 6,
    source:
      'Bastien, Vallieres, Morin, Sleep Med 2001; 2: 297-307. Change: Morin, Sleep 2011 (8 is marked; 6 to be verified).',
  },
  'audit-c': {
    items: 3,
    highest: 4,
    severity: [
      [0, 'negative'],
      [3, 'positive for women'],
      [4, 'positive'],
    ],
    // No published figure: a score of 12 points in three items, so that one item has to move by two steps.
    worth: 2,
    source: 'Bush, Arch Intern Med 1998; 158: 1789-1795. Bradley, Arch Intern Med 2003; 163: 821-829 (women from 3).',
  },
};

/** The one item that asks for thoughts of death or self-harm, counted from 0. */
export const safetyItem: Partial<Record<ScreeningInstrument, number>> = { 'phq-9': 8 };
