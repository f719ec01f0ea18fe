import {
  behavioralEpisodeCompleted,
  behavioralEpisodeEngaged,
  behavioralEpisodeStopped,
  type Actor,
  type OutgoingEvent,
} from '#contracts';
import type { StoredEpisode } from './episode.repository.js';

const refOf = ({ id, planId, patientId, kind }: StoredEpisode) => ({ episodeId: id, planId, patientId, kind });

export const episodeEngagedEvent = (episode: StoredEpisode, by: Actor, time: Date): OutgoingEvent =>
  behavioralEpisodeEngaged.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), engagedAt: time.toISOString(), by },
  });

export const episodeCompletedEvent = (
  episode: StoredEpisode,
  clearance: 'cleared' | 'not-cleared' | null,
  by: Actor,
  time: Date,
): OutgoingEvent =>
  behavioralEpisodeCompleted.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), itemId: episode.itemId, clearance, completedAt: time.toISOString(), by },
  });

export const episodeStoppedEvent = (episode: StoredEpisode, by: Actor, time: Date): OutgoingEvent =>
  behavioralEpisodeStopped.of({
    subject: episode.patientId,
    time,
    data: { ...refOf(episode), stoppedAt: time.toISOString(), by },
  });
