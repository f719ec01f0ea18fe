import { z } from 'zod';
import { askCode, type ChangeType, changeTypes, deskRole, partnerRole, sliceName, urgency } from '#contracts';

const path = z.string().regex(/^[a-z][A-Za-z.]*$/);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);

/** One test of a fact. A string value that starts with `@` names another fact. All conditions of a list must hold. */
export const condition = z.strictObject({
  field: path,
  op: z.enum(['eq', 'ne', 'in', 'notIn', 'gte', 'lte', 'exists', 'missing', 'between', 'includes', 'not']),
  value: value.optional(),
});
export type Condition = z.infer<typeof condition>;

export const due = z.union([
  z.strictObject({ businessDays: z.number().int().min(1).max(60) }),
  z.strictObject({ sameDay: z.literal(true) }),
  z.strictObject({ hours: z.number().int().min(1).max(72) }),
  z.strictObject({ businessDaysBefore: z.number().int().min(1).max(30), date: path }),
]);
export type Due = z.infer<typeof due>;

/** Urgency as the clinical reference writes it: R routine, U urgent, S same day, E emergency. */
const urgencyLetter = z.enum(['R', 'U', 'S', 'E']);
export const urgencyOf = { R: 'routine', U: 'urgent', S: 'same-day', E: 'emergency' } as const satisfies Record<
  z.infer<typeof urgencyLetter>,
  z.infer<typeof urgency>
>;

const example = z.strictObject({
  before: z.record(z.string(), z.unknown()).default({}),
  after: z.record(z.string(), z.unknown()).default({}),
  /** What an event rule is told. */
  facts: z.record(z.string(), z.string()).optional(),
  /** Who is asked, for a rule of a group; physical therapy when it is left out. */
  as: partnerRole.optional(),
  expect: z.enum(['fires', 'silent']),
  /** How fast, where a special due makes it another urgency than the rule's own. */
  urgency: urgencyLetter.optional(),
  reason: z.string().optional(),
});

/**
 * One row of clinical judgement: when these changes come, and these facts hold, this role is asked this, for this reason, by then, and may
 * see these slices. `[part]` of a sentence is left out when a word in it is not known.
 */
export const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  version: z.number().int().min(1),
  status: z.enum(['draft', 'reviewed', 'active', 'retired']),
  reviewedBy: z.string().optional(),
  reviewedAt: z.iso.date().optional(),
  role: z.union([partnerRole, deskRole, z.enum(['@discipline', '@engaged', '@referred', '@all'])]),
  basis: z.enum(['net', 'step', 'event']),
  /** Changes of the plan; or, for `basis: event`, things that happen around it. */
  when: z.union([
    z.strictObject({ anyOf: z.array(z.enum(changeTypes)).min(1) }),
    z.strictObject({ event: z.array(z.string().min(1)).min(1) }),
  ]),
  where: z.array(condition).default([]),
  unless: z.array(condition).default([]),
  /** The rule speaks of a moment: it fires only this long after it. `PT0S` means: on the same day only. */
  relevance: z.strictObject({ within: z.string().regex(/^P(\d+D|T0S)$/), of: path }).optional(),
  reason: z.string().min(1),
  ask: z.strictObject({
    code: askCode,
    text: z.string().min(1),
    doBy: due.optional(),
    effective: z.strictObject({ from: path.optional(), until: path.optional() }).optional(),
  }),
  urgency: urgencyLetter,
  due,
  dueWhen: z.array(z.strictObject({ where: z.array(condition).min(1), due, urgency: urgencyLetter })).default([]),
  slice: z.array(sliceName).default([]),
  /** `assign-if-urgent`: a role that is only informed, unless it is urgent. */
  ifNoMember: z.enum(['assign', 'skip', 'assign-if-urgent']).default('skip'),
  covers: z.array(z.string()).default([]),
  source: z.array(z.string()).min(1),
  /** What a clinician must still put a source to. */
  toCite: z.string().min(1).optional(),
  examples: z.array(example).default([]),
});
export type Rule = z.infer<typeof rule>;

/** The changes that a rule is about; none for an event rule. */
export const changesOf = ({ when }: Rule): readonly ChangeType[] => ('anyOf' in when ? when.anyOf : []);

export interface Ruleset {
  /** A hash of the rules' content. */
  version: string;
  rules: readonly Rule[];
}
