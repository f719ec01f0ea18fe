import { z } from 'zod';
import { defineEvent } from './event.js';
import { actor, id, instant } from './shared.js';

const topic = 'throughline.behavioral-health.v1';

const episodeRef = z.strictObject({
  episodeId: id,
  planId: id,
  patientId: id,
  kind: z.enum(['cbt', 'sleep', 'pain-psychology', 'pre-implant-evaluation', 'screening']),
});

export const behavioralEpisodeEngaged = defineEvent({
  name: 'behavioral-health.episode-engaged',
  topic,
  description: 'The patient started. Status only: content of behavioral health never enters an event.',
  data: episodeRef.extend({ engagedAt: instant, by: actor }),
});

export const behavioralEpisodeCompleted = defineEvent({
  name: 'behavioral-health.episode-completed',
  topic,
  description: 'The episode ended; a pre-implant evaluation answers cleared or not cleared, without reasons.',
  data: episodeRef.extend({
    clearance: z.enum(['cleared', 'not-cleared']).nullable(),
    completedAt: instant,
    by: actor,
  }),
});
