import {
  therapyDischarged,
  therapyEpisodeOpened,
  therapyProgressReported,
  therapyVisitFlagged,
  therapyVisitRecorded,
  type Actor,
  type DischargeTherapyEpisode,
  type EventData,
  type OutgoingEvent,
  type ReportTherapyProgress,
} from '#contracts';
import type { StoredEpisode } from './episode.repository.js';

export const refOf = ({ id, planId, patientId, discipline }: StoredEpisode) => ({
  episodeId: id,
  planId,
  patientId,
  discipline,
});

/** Who acted, when, and for which organization. */
export interface Signature {
  partnerId: string;
  by: Actor;
  time: Date;
}

export const episodeOpenedEvent = (episode: StoredEpisode, time: Date): OutgoingEvent =>
  therapyEpisodeOpened.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), rehabItemId: episode.rehabItemId, openedAt: time.toISOString() },
  });

export const visitRecordedEvent = (
  episode: StoredEpisode,
  { visitedAt, visitNumber }: { visitedAt: string; visitNumber: number },
  { partnerId, by, time }: Signature,
): OutgoingEvent =>
  therapyVisitRecorded.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), partnerId, visitedAt, visitNumber, by },
  });

type Flag = Pick<
  EventData<typeof therapyVisitFlagged>,
  'visitNumber' | 'visitedAt' | 'planVersion' | 'acknowledgedVersion' | 'directives' | 'reason'
>;

export const visitFlaggedEvent = (
  episode: StoredEpisode,
  flag: Flag,
  { partnerId, by, time }: Signature,
): OutgoingEvent =>
  therapyVisitFlagged.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), partnerId, ...flag, by },
  });

/** What the patient said stays in the therapy record. */
export const progressReportedEvent = (
  episode: StoredEpisode,
  { measurements, flare, concern, visitsDone, adherence }: ReportTherapyProgress,
  { partnerId, by, time, flareOccurrence }: Signature & { flareOccurrence?: number },
): OutgoingEvent =>
  therapyProgressReported.of({
    subject: episode.patientId,
    time,
    data: {
      ...refOf(episode),
      partnerId,
      measurements,
      flare: flare ?? null,
      concern: concern ?? null,
      ...(flareOccurrence === undefined ? {} : { flareOccurrence }),
      ...(visitsDone === undefined ? {} : { visitsDone }),
      ...(adherence === undefined ? {} : { adherence }),
      reportedAt: time.toISOString(),
      by,
    },
  });

export const dischargedEvent = (
  episode: StoredEpisode,
  { summary, outcome, homeProgram, returnWhen, measurements }: DischargeTherapyEpisode,
  { partnerId, by, time }: Signature,
): OutgoingEvent =>
  therapyDischarged.of({
    subject: episode.patientId,
    time,
    data: {
      ...refOf(episode),
      partnerId,
      visits: episode.visits,
      ...{ summary, outcome, homeProgram, returnWhen, measurements },
      dischargedAt: time.toISOString(),
      by,
    },
  });
