import { z } from 'zod';
import { planChange } from '../plan/change.js';
import { planDocument } from '../plan/plan-document.js';
import { partnerRole } from '../plan/vocabulary.js';
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
    reason: z.enum(['removed', 'replaced', 'declined', 'completed']),
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
