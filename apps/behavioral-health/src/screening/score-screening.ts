import { DomainError, type FieldError, type ScreeningInstrument, type ScreeningTrend } from '#contracts';
import { instruments, safetyItem } from './instruments.js';

export interface Score {
  score: number;
  severity: string;
  /** The safety item is answered with anything but "not at all". */
  isSafetyPositive: boolean;
}

/** Sum and word of a questionnaire that was answered completely. Throws `invalid-input` that names each answer that does not fit. */
export function scoreScreening(instrument: ScreeningInstrument, answers: readonly number[]): Score {
  const { items, highest, severity } = instruments[instrument];
  const errors: FieldError[] = answers.flatMap((answer, index) =>
    Number.isInteger(answer) && answer >= 0 && answer <= highest
      ? []
      : [{ path: `answers[${index}]`, message: `from 0 to ${highest} in ${instrument}` }],
  );
  if (answers.length !== items) errors.unshift({ path: 'answers', message: `${instrument} has ${items} items` });
  if (errors.length > 0)
    throw new DomainError('invalid-input', `These are not the answers of a ${instrument}.`, errors);

  const score = answers.reduce((sum, answer) => sum + answer, 0);
  const item = safetyItem[instrument];
  return {
    score,
    severity: severity.findLast(([from]) => score >= from)?.[1] ?? '',
    isSafetyPositive: item !== undefined && (answers[item] ?? 0) > 0,
  };
}

/** Improving: the last score is better than the best before it by what is worthwhile. `scores` oldest first. */
export function trendOf(instrument: ScreeningInstrument, scores: readonly number[]): ScreeningTrend['trend'] {
  const last = scores.at(-1);
  if (last === undefined || scores.length < 2) return 'too-early';
  const best = Math.min(...scores.slice(0, -1));
  return best - last >= instruments[instrument].worth ? 'improving' : 'not-improving';
}
