import { z } from 'zod';
import { partnerRole } from '../plan/vocabulary.js';
import { defineEvent } from './event.js';
import { actor, id, instant, partnerId } from './shared.js';

const topic = 'throughline.referral.v1';

/** Who asks whom about what. The words stay in referral: a question may hold what not every reader of events may know. */
const adviceRef = z.strictObject({
  adviceId: id,
  planId: id,
  patientId: id,
  itemId: z.string().nullable(),
  to: z.enum(['physician', 'partner']),
  partnerId: partnerId.nullable(),
  role: partnerRole.nullable(),
});

export const adviceAsked = defineEvent({
  name: 'advice.asked',
  topic,
  description:
    'Somebody asks for advice without a referral: a partner or the coordinator the physician, or the clinic a partner.',
  data: adviceRef.extend({ askedAt: instant, by: actor }),
});

export const adviceAnswered = defineEvent({
  name: 'advice.answered',
  topic,
  description: 'A question for advice was answered.',
  data: adviceRef.extend({ answeredAt: instant, by: actor }),
});

export const adviceConverted = defineEvent({
  name: 'advice.converted',
  topic,
  description: 'A question for advice became a referral: a partner joins the care team.',
  data: adviceRef.extend({
    partnerId,
    role: partnerRole,
    memberId: id,
    referralId: id,
    convertedAt: instant,
    by: actor,
  }),
});
