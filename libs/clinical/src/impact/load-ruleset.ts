import { createHash } from 'node:crypto';
import { z } from 'zod';
import { deskRoles } from '#contracts';
import { rule, type Rule, type Ruleset } from './rule.js';
import { forbiddenWords } from './template.js';

/** Everything but what was retired: a clinic that switches rules on one by one passes `['active']`. */
const running: readonly Rule['status'][] = ['draft', 'reviewed', 'active'];

/**
 * Checks rules (as parsed from YAML) and makes a ruleset of them. Throws with every fault: schema, repeated ids, covered rules that do
 * not exist, sentences that use words outside the rule's own slice, rules without an example of each kind. Of the checked rules those with one of `statuses` run.
 */
export function loadRuleset(raw: readonly unknown[], statuses: readonly Rule['status'][] = running): Ruleset {
  const parsed = z.array(rule).safeParse(raw);
  if (!parsed.success) throw new Error(`Rules do not fit their schema:\n${z.prettifyError(parsed.error)}`);
  const rules = parsed.data;
  const faults = rules.flatMap((one) => faultsOf(one, rules));
  if (faults.length > 0) throw new Error(`Rules are at fault:\n  ${faults.join('\n  ')}`);
  const chosen = rules.filter(({ status }) => statuses.includes(status));
  return { version: versionOf(chosen), rules: chosen };
}

/** What is wrong with one rule beside its schema, each fault beginning with the rule's id. */
export function faultsOf(one: Rule, rules: readonly Rule[]): string[] {
  const faults: string[] = [];
  if ((one.status === 'reviewed' || one.status === 'active') && !(one.reviewedBy && one.reviewedAt)) {
    faults.push(`is ${one.status} and names no reviewedBy or no reviewedAt`);
  }
  if (rules.filter(({ id }) => id === one.id).length > 1) faults.push('the id is used twice');
  for (const id of one.covers)
    if (!rules.some((other) => other.id === id)) faults.push(`covers ${id}, which does not exist`);
  // What desks inside the clinic read is not limited by a slice.
  if (!(deskRoles as readonly string[]).includes(one.role)) {
    // What an event rule says is told by the happening, never read from the plan.
    const forbidden = one.basis === 'event' ? [] : forbiddenWords(`${one.reason} ${one.ask.text}`, one.slice);
    if (forbidden.length > 0) faults.push(`says {${forbidden.join('}, {')}}, which its slice does not allow`);
    if (one.slice.length === 0) faults.push('names no slice');
  }
  if ((one.basis === 'event') !== 'event' in one.when) faults.push('has a basis that does not fit its `when`');
  const needed = one.basis === 'event' ? (['fires'] as const) : (['fires', 'silent'] as const);
  for (const expected of needed) {
    if (!one.examples.some(({ expect }) => expect === expected))
      faults.push(`has no example that ${expected === 'fires' ? 'fires' : 'stays silent'}`);
  }
  return faults.map((fault) => `${one.id}: ${fault}`);
}

const versionOf = (rules: readonly Rule[]): string =>
  createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12);
