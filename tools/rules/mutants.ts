/** A rule with one thing wrong with it. */
import type { Rule } from '#clinical';

export interface Mutant {
  kind: 'condition' | 'exception' | 'relevance' | 'special due' | 'urgency' | 'due';
  /** What is wrong, in a few words. */
  what: string;
  rule: Rule;
  /** It may fire where the rule does not. */
  isLooser: boolean;
}

const otherUrgency = { R: 'U', U: 'S', S: 'R', E: 'S' } as const;

const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, index) => index !== at);

/** Every single condition, exception and special due dropped, the time limit dropped, urgency and due changed. */
export function mutantsOf(rule: Rule): Mutant[] {
  const { where, unless, relevance, dueWhen, urgency } = rule;
  const { relevance: _, ...timeless } = rule;
  return [
    ...where.map(({ field }, at): Mutant => ({
      kind: 'condition',
      what: `where ${field}`,
      rule: { ...rule, where: without(where, at) },
      isLooser: true,
    })),
    // Fewer conditions in `unless` make it hold more often: the rule fires less. Without any, it is never kept silent.
    ...unless.map(({ field }, at): Mutant => ({
      kind: 'exception',
      what: `unless ${field}`,
      rule: { ...rule, unless: without(unless, at) },
      isLooser: unless.length === 1,
    })),
    ...(relevance ? [{ kind: 'relevance', what: 'its time limit', rule: timeless, isLooser: true } as const] : []),
    ...dueWhen.map((one, at): Mutant => ({
      kind: 'special due',
      what: `dueWhen ${one.where.map(({ field }) => field).join(', ')}`,
      rule: { ...rule, dueWhen: without(dueWhen, at) },
      isLooser: false,
    })),
    {
      kind: 'urgency',
      what: `${urgency} to ${otherUrgency[urgency]}`,
      rule: { ...rule, urgency: otherUrgency[urgency] },
      isLooser: false,
    },
    { kind: 'due', what: 'thirty business days', rule: { ...rule, due: { businessDays: 30 } }, isLooser: false },
  ];
}
