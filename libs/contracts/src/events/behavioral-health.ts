import { z } from 'zod';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId } from './shared.js';

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
    /** The plan's behavioral item that asked for it. */
    itemId: z.string().optional(),
    clearance: z.enum(['cleared', 'not-cleared']).nullable(),
    completedAt: instant,
    by: actor,
  }),
});

export const behavioralEpisodeStopped = defineEvent({
  name: 'behavioral-health.episode-stopped',
  topic,
  description: 'The episode ended before it was complete. Why stays in behavioral health.',
  data: episodeRef.extend({ stoppedAt: instant, by: actor }),
});

export const behavioralSafetyRaised = defineEvent({
  name: 'behavioral-health.safety-raised',
  topic,
  description: 'A safety item is positive: the urgent path opens. Says that, and nothing of what was answered.',
  data: z.strictObject({ patientId: id, planId: id, withPlan: z.boolean(), raisedAt: instant, by: actor }),
});

export const behavioralConsentChanged = defineEvent({
  name: 'behavioral-health.consent-changed',
  topic,
  description:
    'A patient allowed a release to an organization, or took that back. Neither purpose nor content is named.',
  data: z.strictObject({
    consentId: id,
    patientId: id,
    recipient: partnerId,
    state: z.enum(['granted', 'revoked', 'expired']),
    at: instant,
  }),
});

export const behavioralReleaseMade = defineEvent({
  name: 'behavioral-health.release-made',
  topic,
  description:
    'Something is there for one organization to read, under a consent, at behavioral-health itself. The content enters no event.',
  data: z.strictObject({ releaseId: id, consentId: id, patientId: id, recipient: partnerId, madeAt: instant }),
});

export const behavioralReleaseWithheld = defineEvent({
  name: 'behavioral-health.release-withheld',
  topic,
  description:
    'Something was to be released or read, and whether it may could not be said: it was withheld, and a person has to look. Says neither what nor to whom.',
  data: z.strictObject({ patientId: id, planId: id, consentId: id, withheldAt: instant }),
});
