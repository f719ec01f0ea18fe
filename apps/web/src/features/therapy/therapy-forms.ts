import type { ReportTherapyProgress, TherapyEpisode } from '#contracts';
import { fromLocal } from '../../ui/zoned.js';

export const therapyActs = ['record-visit', 'report-progress', 'request-dose-change', 'discharge'] as const;
export type TherapyAct = (typeof therapyActs)[number];

export const therapyPaths: Readonly<Record<TherapyAct, string>> = {
  'record-visit': 'visits',
  'report-progress': 'progress',
  'request-dose-change': 'dose-change',
  discharge: 'discharge',
};

/** A target that the discipline works towards, as its trend names it. */
export interface Goal {
  targetId: string;
  measure: ReportTherapyProgress['measurements'][number]['measure'];
  name: string;
  unit: string | null;
}

/** Everything that any of the therapist's forms holds, as it is typed. */
export interface TherapyValues {
  visitedAt: string;
  minutes: string;
  done: string[];
  tolerated: string;
  reason: string;
  note: string;
  visitsDone: string;
  adherence: string;
  scores: Record<string, string>;
  flarePattern: string;
  flareTrigger: string;
  flareHours: string;
  concern: string;
  patientWords: string;
  sessionsPerWeek: string;
  intensity: string;
  progression: string;
  summary: string;
  outcome: string;
  homeProgram: string;
  returnWhen: string;
}

export const emptyTherapy: TherapyValues = {
  ...{ visitedAt: '', minutes: '', done: [], tolerated: '', reason: '', note: '', visitsDone: '', adherence: '' },
  ...{ scores: {}, flarePattern: '', flareTrigger: '', flareHours: '', concern: '', patientWords: '' },
  ...{ sessionsPerWeek: '', intensity: '', progression: '', summary: '', outcome: '', homeProgram: '', returnWhen: '' },
};

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined && !isEmptyList(value)),
  );
const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** What is sent. Times are those of the clinic's own zone; a score counts as measured now. */
export function therapyBody(
  act: TherapyAct,
  values: TherapyValues,
  at: { timeZone: string; goals: readonly Goal[]; now: Date },
): Record<string, unknown> {
  const { reason, note } = values;
  const measuredAt = at.now.toISOString();
  const measurements = at.goals.flatMap(({ targetId, measure }) => {
    const value = number(values.scores[targetId] ?? '');
    return value === undefined ? [] : [{ targetId, measure, value, measuredAt }];
  });
  switch (act) {
    case 'record-visit':
      return given({
        visitedAt: fromLocal(values.visitedAt, at.timeZone),
        minutes: number(values.minutes),
        done: values.done,
        tolerated: values.tolerated,
        ...{ reason, note },
      });
    case 'report-progress':
      return given({
        measurements,
        visitsDone: number(values.visitsDone),
        adherence: values.adherence,
        flare: flareOf(values),
        concern: values.concern,
        patientWords: values.patientWords,
      });
    case 'request-dose-change':
      return {
        proposal: given({
          sessionsPerWeek: number(values.sessionsPerWeek),
          minutes: number(values.minutes),
          intensity: values.intensity,
          progression: values.progression,
        }),
        reason,
      };
    case 'discharge': {
      const { summary, outcome, homeProgram, returnWhen } = values;
      return given({ summary, outcome, homeProgram, returnWhen, measurements });
    }
  }
}

const flareOf = ({ flarePattern: pattern, flareTrigger: trigger, flareHours }: TherapyValues) => {
  const hours = number(flareHours);
  return pattern === '' ? undefined : given({ pattern, trigger, hours });
};

/** Of several episodes of one plan, the one that this clinic treats in this discipline. */
export const episodeOf = (episodes: readonly TherapyEpisode[], discipline: string): TherapyEpisode | null =>
  episodes.find((episode) => episode.discipline === discipline) ?? null;
