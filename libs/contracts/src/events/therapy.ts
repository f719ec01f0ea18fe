import { z } from 'zod';
import { measures, rehabDisciplines } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId, version } from './shared.js';

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

export const therapyVisitFlagged = defineEvent({
  name: 'therapy.visit-flagged',
  topic,
  description: 'A visit took place under a hold or restriction that the partner had not acknowledged.',
  data: episodeRef.extend({
    partnerId,
    visitNumber: z.number().int().min(1),
    visitedAt: instant,
    planVersion: version,
    acknowledgedVersion: version,
    directives: z.array(z.strictObject({ text: z.string(), sinceVersion: version })).min(1),
    /** The therapist's, where a hold of everything asked for one. */
    reason: z.string().nullable(),
    by: actor,
  }),
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
    /** How often this pattern has flared in this episode, this one included. */
    flareOccurrence: z.number().int().min(1).optional(),
    visitsDone: z.number().int().optional(),
    adherence: z.enum(['as-prescribed', 'partly', 'hardly']).optional(),
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
    outcome: z.string().optional(),
    homeProgram: z.string().optional(),
    returnWhen: z.string().optional(),
    /** Measures at the end. */
    measurements: z
      .array(
        z.strictObject({ targetId: z.string(), measure: z.enum(measures), value: z.number(), measuredAt: instant }),
      )
      .optional(),
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
    /** What the answer names. */
    requestId: id.optional(),
    requestedAt: instant,
    by: actor,
  }),
});

export const therapyDoseChangeAnswered = defineEvent({
  name: 'therapy.dose-change-answered',
  topic,
  description: 'The physician answered with a version or a reply; or the course ended before.',
  data: episodeRef.extend({
    requestId: id,
    rehabItemId: z.string(),
    partnerId,
    byVersion: version.nullable(),
    reply: z.string().nullable(),
    answeredAt: instant,
    /** Null when a version answered it. */
    by: actor.nullable(),
  }),
});

const owed = episodeRef.extend({
  partnerId,
  kind: z.enum(['certification', 'recertification', 'progress-report', 'discharge-summary']),
});

export const therapyPaperworkOverdue = defineEvent({
  name: 'therapy.paperwork-overdue',
  topic,
  description: 'A certification, a progress report or a discharge summary did not come by its day.',
  data: owed.extend({ dueOn: z.iso.date(), source: z.string(), overdueAt: instant }),
});

export const therapyPaperworkSettled = defineEvent({
  name: 'therapy.paperwork-settled',
  topic,
  description: 'What was overdue has come, or is not owed any more.',
  data: owed.extend({ settledAt: instant }),
});
