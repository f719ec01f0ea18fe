import { z } from 'zod';
import { measures, rehabDisciplines } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId } from './shared.js';

const topic = 'throughline.therapy.v1';

const episodeRef = z.strictObject({
  episodeId: id,
  planId: id,
  patientId: id,
  discipline: z.enum(rehabDisciplines),
});

export const therapyEpisodeOpened = defineEvent({
  name: 'therapy.episode-opened',
  topic,
  description: 'A rehab prescription of the plan opened an episode of care.',
  data: episodeRef.extend({ rehabItemId: z.string(), openedAt: instant }),
});

export const therapyVisitRecorded = defineEvent({
  name: 'therapy.visit-recorded',
  topic,
  description: 'A therapy visit took place.',
  data: episodeRef.extend({ partnerId, visitedAt: instant, visitNumber: z.number().int().min(1), by: actor }),
});

export const therapyProgressReported = defineEvent({
  name: 'therapy.progress-reported',
  topic,
  description: 'A therapist reported measures, a flare or a question about the dose.',
  data: episodeRef.extend({
    partnerId,
    measurements: z.array(
      z.strictObject({ targetId: z.string(), measure: z.enum(measures), value: z.number(), measuredAt: instant }),
    ),
    flare: z
      .strictObject({
        pattern: z.enum(['neuropathic', 'mechanical', 'inflammatory']),
        trigger: z.string(),
        hours: z.number(),
      })
      .nullable(),
    concern: z.string().nullable(),
    reportedAt: instant,
    by: actor,
  }),
});

export const therapyDischarged = defineEvent({
  name: 'therapy.discharged',
  topic,
  description: 'The course of therapy ended with a summary.',
  data: episodeRef.extend({
    partnerId,
    visits: z.number().int().min(0),
    summary: z.string(),
    dischargedAt: instant,
    by: actor,
  }),
});

export const therapyDoseChangeRequested = defineEvent({
  name: 'therapy.dose-change-requested',
  topic,
  description: 'A therapist asks for another dose; the answer is a plan version or a reply.',
  data: episodeRef.extend({
    partnerId,
    rehabItemId: z.string(),
    proposal: z.string(),
    reason: z.string(),
    requestedAt: instant,
    by: actor,
  }),
});
