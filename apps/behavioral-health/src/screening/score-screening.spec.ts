import { worthOf } from '#clinical';
import { DomainError, screeningInstruments, type ScreeningInstrument } from '#contracts';
import { instruments } from './instruments.js';
import { scoreScreening, trendOf } from './score-screening.js';

/** Answers with this sum, filled from the first item on. */
const answersOf = (instrument: ScreeningInstrument, sum: number): number[] => {
  const { items, highest } = instruments[instrument];
  return Array.from({ length: items }, (_, index) => Math.min(highest, Math.max(0, sum - index * highest)));
};

const faultsOf = (instrument: ScreeningInstrument, answers: number[]): string[] => {
  try {
    scoreScreening(instrument, answers);
    return [];
  } catch (error) {
    return (error as DomainError).errors.map(({ path }) => path);
  }
};

describe('scoreScreening', () => {
  it.each([
    ['phq-9', 0, 'minimal'],
    ['phq-9', 4, 'minimal'],
    ['phq-9', 5, 'mild'],
    ['phq-9', 9, 'mild'],
    ['phq-9', 10, 'moderate'],
    ['phq-9', 14, 'moderate'],
    ['phq-9', 15, 'moderately severe'],
    ['phq-9', 19, 'moderately severe'],
    ['phq-9', 20, 'severe'],
    ['phq-9', 27, 'severe'],
    ['gad-7', 4, 'minimal'],
    ['gad-7', 5, 'mild'],
    ['gad-7', 10, 'moderate'],
    ['gad-7', 15, 'severe'],
    ['gad-7', 21, 'severe'],
    ['isi', 7, 'none'],
    ['isi', 8, 'subthreshold'],
    ['isi', 15, 'moderate'],
    ['isi', 22, 'severe'],
    ['isi', 28, 'severe'],
    ['audit-c', 2, 'negative'],
    ['audit-c', 3, 'positive for women'],
    ['audit-c', 4, 'positive'],
    ['audit-c', 12, 'positive'],
  ] as const)('%s with %i points is %s', (instrument, score, severity) => {
    expect(scoreScreening(instrument, answersOf(instrument, score))).toMatchObject({ score, severity });
  });

  it.each(screeningInstruments)(
    '%s refuses too few, too many and out-of-range answers, and names them',
    (instrument) => {
      const { items, highest } = instruments[instrument];
      const right = answersOf(instrument, 0);
      expect(faultsOf(instrument, right)).toEqual([]);
      expect(faultsOf(instrument, right.slice(1))).toEqual(['answers']);
      expect(faultsOf(instrument, [...right, 0])).toEqual(['answers']);
      expect(faultsOf(instrument, right.with(1, highest + 1).with(items - 1, -1))).toEqual([
        'answers[1]',
        `answers[${items - 1}]`,
      ]);
    },
  );

  it('finds the safety item of the PHQ-9 and of nothing else', () => {
    const none = answersOf('phq-9', 0);
    expect(scoreScreening('phq-9', none).isSafetyPositive).toBe(false);
    expect(scoreScreening('phq-9', none.with(7, 3)).isSafetyPositive).toBe(false);
    expect(scoreScreening('phq-9', none.with(8, 1)).isSafetyPositive).toBe(true);
    for (const instrument of ['gad-7', 'isi', 'audit-c'] as const) {
      const { items, highest } = instruments[instrument];
      expect(scoreScreening(instrument, answersOf(instrument, items * highest)).isSafetyPositive).toBe(false);
    }
  });
});

describe('trendOf', () => {
  it.each([
    [[], 'too-early'],
    [[14], 'too-early'],
    [[14, 10], 'not-improving'],
    [[14, 9], 'improving'],
    [[14, 9, 8], 'not-improving'],
    [[14, 9, 4], 'improving'],
    [[9, 14], 'not-improving'],
  ] as const)('PHQ-9 %j is %s', (scores, trend) => {
    expect(trendOf('phq-9', scores)).toBe(trend);
  });

  it.each([
    ['phq-9', 'phq9'],
    ['gad-7', 'gad7'],
    ['isi', 'isi'],
  ] as const)('%s is worth what the table of measures says', (instrument, measure) => {
    const target = { id: 't', kind: 'own', measure, baseline: 20, target: 1, status: 'open' } as never;
    expect(instruments[instrument].worth).toBe(worthOf(target));
  });
});
