/** A rule as `GET /api/rules` shows it: the part of its file that screens read. */
export interface Condition {
  field: string;
  op: string;
  value?: string | number | boolean | (string | number)[];
}

export type RuleDue =
  { businessDays: number } | { sameDay: true } | { hours: number } | { businessDaysBefore: number; date: string };

export type UrgencyLetter = 'R' | 'U' | 'S' | 'E';
export type RuleStatus = 'draft' | 'reviewed' | 'active' | 'retired';

export interface RuleExample {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  facts?: Record<string, string>;
  as?: string;
  expect: 'fires' | 'silent';
  reason?: string;
}

export interface Rule {
  id: string;
  version: number;
  status: RuleStatus;
  reviewedBy?: string;
  reviewedAt?: string;
  role: string;
  basis: 'net' | 'step' | 'event';
  when: { anyOf: string[] } | { event: string[] };
  where: Condition[];
  unless: Condition[];
  relevance?: { within: string; of: string };
  reason: string;
  ask: { code: string; text: string; doBy?: RuleDue };
  urgency: UrgencyLetter;
  due: RuleDue;
  dueWhen: { where: Condition[]; due: RuleDue; urgency: UrgencyLetter }[];
  slice: string[];
  ifNoMember: 'assign' | 'skip' | 'assign-if-urgent';
  covers: string[];
  source: string[];
  toCite?: string;
  examples: RuleExample[];
}

export interface RunningRules {
  version: string;
  counts: Record<string, number>;
  rules: Rule[];
}

export const desks: readonly string[] = ['scheduling', 'authorization', 'physician', 'coordinator', 'patient'];

export const callsOf = ({ when }: Rule): string[] => ('anyOf' in when ? when.anyOf : when.event);
