import { z } from 'zod';
import { planChange } from '../plan/change.js';
import { planDocument } from '../plan/plan-document.js';
import { askCode, deskRole, partnerRole, redFlagKinds, triageUrgency, urgency } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId, teamMember, version } from './shared.js';

const topic = 'throughline.plan.v1';

export const planPublished = defineEvent({
  name: 'plan.published',
  topic,
  description:
    'A new, immutable version of a pain plan is in force. Internal: carries the whole document, never leaves the clinic.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    version: version.min(1),
    document: planDocument,
    /** Step changes: from the version before to this one. */
    changes: z.array(planChange),
    reason: z.string(),
    author: actor,
    publishedAt: instant,
    rulesetVersion: z.string(),
    /** The version that this one undoes, which should never have existed. */
    corrects: version.min(1).optional(),
    /** The care team at the moment of publishing, the same that the preview used. */
    team: z.array(teamMember),
  }),
});

export const careTeamMemberJoined = defineEvent({
  name: 'care-team.member-joined',
  topic,
  description: 'A partner organization took a role on the care team (or was proposed for it). It starts at version 0.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    member: teamMember,
    currentVersion: version,
    joinedAt: instant,
    by: actor,
  }),
});

export const careTeamMemberEnded = defineEvent({
  name: 'care-team.member-ended',
  topic,
  description: 'A partner organization left the care team and hears no further news.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    memberId: id,
    role: partnerRole,
    partnerId,
    reason: z.enum(['removed', 'replaced', 'declined', 'completed', 'transferred']),
    endedAt: instant,
    by: actor,
  }),
});

export const targetMeasured = defineEvent({
  name: 'target.measured',
  topic,
  description: 'A functional target was measured by the clinic, a partner or the patient.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    targetId: z.string(),
    measure: z.string(),
    value: z.number(),
    measuredAt: instant,
    source: z.enum(['clinic', 'partner', 'patient']),
    by: actor,
  }),
});

export const planEnteredInError = defineEvent({
  name: 'plan.entered-in-error',
  topic,
  description:
    'A version should never have existed. A new version with the content before it is in force; whoever got the wrong one is told to disregard it.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    /** The wrong version. */
    version: version.min(1),
    /** The version that puts things right; its `plan.published` comes first. */
    correctedBy: version.min(1),
    reason: z.string(),
    by: actor,
    markedAt: instant,
  }),
});

export const redFlagReported = defineEvent({
  name: 'red-flag.reported',
  topic,
  description: 'Somebody reported alarming findings; triage turned them into an urgency.',
  data: z.strictObject({
    patientId: id,
    planId: id.nullable(),
    kinds: z.array(z.enum(redFlagKinds)).min(1),
    urgency: triageUrgency,
    /** The version that puts the flags and holds in force; null when none was needed or all was known already. */
    version: version.nullable(),
    /** A second report of what is already under way raises no second alarm. */
    alreadyKnown: z.boolean(),
    by: actor,
    reportedAt: instant,
  }),
});

const targetWatch = z.strictObject({
  planId: id,
  patientId: id,
  planVersion: version.min(1),
  targetId: z.string(),
  measure: z.string(),
  /** The later of the baseline date and the last material version. */
  watchStartedAt: instant,
  values: z.array(z.strictObject({ value: z.number(), measuredAt: instant })),
  detectedAt: instant,
});

export const targetPlateaued = defineEvent({
  name: 'target.plateaued',
  topic,
  description: 'A target stopped improving: the plan needs to evolve. Said once per target and watch.',
  data: targetWatch.extend({
    /** What was tried in the watch, in words. */
    tried: z.array(z.string()),
    /** The next rungs of the pathway, in words. */
    nextOptions: z.array(z.string()),
  }),
});

export const targetWorsening = defineEvent({
  name: 'target.worsening',
  topic,
  description: 'A target is worse than at the start of its watch, twice in succession. Said once per target and watch.',
  data: targetWatch,
});

export const followUpDue = defineEvent({
  name: 'follow-up.due',
  topic,
  description:
    'A moment that the plan itself set has come (a diary call, a checkpoint, the end of a hold): a desk has something to do.',
  data: z.strictObject({
    planId: id,
    patientId: id,
    planVersion: version.min(1),
    /** Which follow-up, for example `diary-call`. */
    kind: z.string(),
    /** Stable per moment: the same follow-up is never told twice under one key. */
    key: z.string(),
    desk: deskRole,
    ruleId: z.string(),
    itemId: z.string().nullable(),
    code: askCode,
    /** Why and what, as the desk reads it. */
    reason: z.string(),
    text: z.string(),
    urgency,
    dueAt: instant,
    firedAt: instant,
  }),
});
