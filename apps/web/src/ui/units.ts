/** Units of measures as people say them; a bare score needs none. */
const words: Readonly<Record<string, string>> = {
  '{score}': '',
  '{count}': '',
  '{Tscore}': 'points (T-score)',
  d: 'days',
  h: 'hours',
  min: 'minutes',
  m: 'm',
  '%': '%',
};

/** The unit in words; '' for a score. */
export const unitInWords = (unit: string | null | undefined): string => (unit ? (words[unit] ?? unit) : '');

/** `6 hours`, `40 %`, `3`. */
export const withUnit = (value: number, unit: string | null | undefined): string =>
  `${value} ${unitInWords(unit)}`.trim();
