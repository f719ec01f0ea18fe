import { partnerRole, referralState, serviceLevelDuration } from '#contracts';
import { z } from 'zod';
import { serviceLevelSource } from './service-levels.generated.js';

const rung = z.strictObject({
  /** Business days after the clock's moment; negative for before it. */
  after: z.number().int().min(-10).max(20),
  tell: z.enum(['partner', 'coordinator', 'physician', 'nobody']),
  /** What happens by itself then. */
  event: z.literal('confirm-cancellation').optional(),
});

const serviceLevel = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  runs: z.array(referralState).min(1),
  pauses: z.array(referralState).default([]),
  from: z.enum(['entered', 'sent', 'visit', 'report', 'review-date']),
  in: z.enum(['clinic', 'partner']),
  notFor: z.array(partnerRole).default([]),
  within: z.strictObject({
    routine: serviceLevelDuration,
    urgent: serviceLevelDuration,
    'same-day': serviceLevelDuration,
    emergency: serviceLevelDuration,
  }),
  says: z.string(),
  todo: z.string(),
  ladder: z.array(rung).min(1),
});
export type ServiceLevel = z.infer<typeof serviceLevel>;
export type ServiceLevelRung = z.infer<typeof rung>;

const serviceLevelFile = z.strictObject({ version: z.number().int().min(1), clocks: z.array(serviceLevel) });

/** Checks service levels as parsed from YAML; throws with every fault. */
export function loadServiceLevels(raw: unknown): z.infer<typeof serviceLevelFile> {
  const parsed = serviceLevelFile.safeParse(raw);
  if (!parsed.success) throw new Error(`Service levels do not fit their schema:\n${z.prettifyError(parsed.error)}`);
  const ids = parsed.data.clocks.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (repeated.length > 0) throw new Error(`Two clocks are called ${repeated.join(', ')}`);
  return parsed.data;
}

/** The general service levels of this release. */
export const referralServiceLevels = loadServiceLevels(serviceLevelSource);
