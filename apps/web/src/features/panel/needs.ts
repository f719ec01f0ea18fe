import type { HandoffSummary, WorkItem } from '#contracts';

export const needGroups = [
  'safety',
  'behind',
  'declined',
  'plateau',
  'authorization',
  'question',
  'timer',
  'other',
] as const;
export type NeedGroup = (typeof needGroups)[number];

/** One line: a decision that waits at the physicians' desk, or a partner who works from something dangerous. */
export interface Need {
  id: string;
  group: NeedGroup;
  planId: string;
  patientId: string;
  patient: { name: string; recordNumber: string } | null;
  reason: string;
  suggestion: string;
  openedAt: string;
  dueAt: string;
  item: WorkItem | null;
  handoff: HandoffSummary | null;
  /** The partner that the handoff is with. */
  partner: string | null;
}

const groupOfRule: Readonly<Record<string, NeedGroup>> = {
  'PH-01': 'safety',
  'PH-15': 'safety',
  'PH-22': 'safety',
  'PH-30': 'safety',
  'PH-10': 'behind',
  'PH-07': 'declined',
  'PH-13': 'declined',
  'PH-20': 'declined',
  'PH-23': 'declined',
  'PH-02': 'plateau',
  'PH-03': 'plateau',
  'PH-06': 'plateau',
  'PH-11': 'plateau',
  'PH-12': 'plateau',
  'PH-08': 'authorization',
  'PH-09': 'question',
  'PH-14': 'question',
  'PH-21': 'question',
  'PH-31': 'question',
};

export function groupOf({ ask }: Pick<WorkItem, 'ask'>): NeedGroup {
  if (ask.urgency === 'emergency') return 'safety';
  return groupOfRule[ask.ruleId] ?? (ask.ruleId.startsWith('FU-') ? 'timer' : 'other');
}

export const needOfItem = (item: WorkItem): Need => ({
  id: item.id,
  group: groupOf(item),
  planId: item.planId,
  patientId: item.patientId,
  patient: item.patient,
  reason: item.ask.reason,
  suggestion: item.ask.text,
  openedAt: item.openedAt,
  dueAt: item.ask.dueAt,
  item,
  handoff: null,
  partner: null,
});

/** What cannot wait and is not acknowledged. */
export const isDangerous = ({ urgency, status }: HandoffSummary): boolean =>
  status === 'open' && (urgency === 'same-day' || urgency === 'emergency');

export const needOfHandoff = (handoff: HandoffSummary, partner: string, reason: string): Need => ({
  id: handoff.id,
  group: 'behind',
  planId: handoff.planId,
  patientId: handoff.patientId,
  patient: handoff.patient,
  reason,
  suggestion: '',
  openedAt: handoff.issuedAt,
  dueAt: handoff.dueAt,
  item: null,
  handoff,
  partner,
});

/** Safety first, then by kind; within a kind what is due soonest. */
export const inOrder = (needs: readonly Need[]): Need[] =>
  [...needs].sort(
    (a, b) =>
      needGroups.indexOf(a.group) - needGroups.indexOf(b.group) ||
      a.dueAt.localeCompare(b.dueAt) ||
      a.id.localeCompare(b.id),
  );

/** What is suggested first: the answer that ends it, where one is possible here. */
export type Primary = 'take' | 'decide' | 'reply' | 'remind' | 'done';

export function primaryOf({ item, handoff }: Need): Primary {
  if (handoff) return 'remind';
  if (item?.ask.urgency === 'emergency' && item.taken === null) return 'take';
  switch (item?.ask.ruleId) {
    case 'PH-06':
      return 'decide';
    case 'PH-14':
    case 'PH-15':
    case 'PH-31':
      return 'reply';
    default:
      return 'done';
  }
}
