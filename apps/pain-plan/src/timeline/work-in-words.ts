import { currentRuleset, followUpKinds } from '#clinical';
import type { DeskRole } from '#contracts';
import { inWords } from './words.js';

/** `the work of the scheduling desk (second block)`: what a rule asked for, since nobody knows rules by their numbers. */
export function ofDesk({ desk, ruleId }: { desk: DeskRole; ruleId: string }): string {
  const what = askedBy(ruleId);
  const whose = desk === 'patient' ? 'the instruction for the patient' : `the work of the ${desk} desk`;
  return what === null ? whose : `${whose} (${what})`;
}

function askedBy(ruleId: string): string | null {
  const rule = currentRuleset.rules.find(({ id }) => id === ruleId);
  if (rule) return inWords(rule.ask.code);
  const [kind] = Object.entries(followUpKinds).find(([, facts]) => facts.ruleId === ruleId) ?? [];
  return kind === undefined ? null : inWords(kind);
}
