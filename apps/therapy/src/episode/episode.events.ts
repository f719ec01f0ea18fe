import {
  therapyDischarged,
  therapyEpisodeOpened,
  therapyProgressReported,
  therapyVisitRecorded,
  type Actor,
  type OutgoingEvent,
  type ReportTherapyProgress,
} from '#contracts';
import type { StoredEpisode } from './episode.repository.js';

const refOf = ({ id, planId, patientId, discipline }: StoredEpisode) => ({
  episodeId: id,
  planId,
  patientId,
  discipline,
});

/** Who acted, when, and for which organization. */
interface Signature {
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

export const progressReportedEvent = (
  episode: StoredEpisode,
  { measurements, flare, concern }: ReportTherapyProgress,
  { partnerId, by, time }: Signature,
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
      reportedAt: time.toISOString(),
      by,
    },
  });

export const dischargedEvent = (
  episode: StoredEpisode,
  summary: string,
  { partnerId, by, time }: Signature,
): OutgoingEvent =>
  therapyDischarged.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), partnerId, visits: episode.visits, summary, dischargedAt: time.toISOString(), by },
  });
