import type { Ask } from '#contracts';
import { assessImpact, type ImpactInput } from './assess-impact.js';
import { faultsOf } from './load-ruleset.js';
import { playExample } from './play-example.js';
import { rule, type Rule, type Ruleset } from './rule.js';

/** A rule that somebody would like to run, beside those that do. */
export interface Candidate {
  rule: Rule;
  isNew: boolean;
  /** The running rules with the candidate in its place. */
  ruleset: Ruleset;
  brokenExamples: { number: number; faults: string[] }[];
}

export type CandidateFaults = { path: string; message: string }[];

/** Reads a rule as it would stand in a file, and checks it as the files are checked. Examples that do not hold are told, not refused. */
export function readCandidate(running: Ruleset, raw: unknown): Candidate | { faults: CandidateFaults } {
  const parsed = rule.safeParse(raw);
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  const candidate = parsed.data;
  const others = running.rules.filter(({ id }) => id !== candidate.id);
  const faults = faultsOf(candidate, [...others, candidate]);
  if (faults.length > 0) return { faults: faults.map((message) => ({ path: '', message })) };
  return {
    rule: candidate,
    isNew: others.length === running.rules.length,
    ruleset: { version: 'on trial', rules: [...others, candidate] },
    brokenExamples: candidate.examples.flatMap((example, at) => {
      const broken = playExample(candidate, example);
      return broken.length > 0 ? [{ number: at + 1, faults: broken }] : [];
    }),
  };
}

/** One audience's ask under both sets of rules; null: it is not asked. */
export interface AskComparison {
  kind: 'more' | 'fewer' | 'changed' | 'same';
  to: string;
  partnerId: string | null;
  running: Ask | null;
  tried: Ask | null;
}

interface Addressed {
  key: string;
  to: string;
  partnerId: string | null;
  ask: Ask;
}

/** What the newest version of a history would ask of everybody under two sets of rules, ask by ask; only what this version brought. */
export function compareRulesets(
  input: Omit<ImpactInput, 'ruleset'>,
  running: Ruleset,
  tried: Ruleset,
): AskComparison[] {
  const before = new Map(asksOf({ ...input, ruleset: running }).map((one) => [one.key, one]));
  const after = new Map(asksOf({ ...input, ruleset: tried }).map((one) => [one.key, one]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const addressed = is ?? was;
    if (!addressed) return [];
    const { to, partnerId } = addressed;
    return { kind: kindOf(was?.ask, is?.ask), to, partnerId, running: was?.ask ?? null, tried: is?.ask ?? null };
  });
}

const kindOf = (was: Ask | undefined, is: Ask | undefined): AskComparison['kind'] => {
  if (!was) return 'more';
  if (!is) return 'fewer';
  const saysTheSame = was.text === is.text && was.reason === is.reason && was.code === is.code;
  return saysTheSame && was.urgency === is.urgency && was.dueAt === is.dueAt ? 'same' : 'changed';
};

function asksOf(input: ImpactInput): Addressed[] {
  const { partners, desks } = assessImpact(input);
  const told = [
    ...partners.map(({ role, memberId, partnerId, asks }) => ({ to: role, who: memberId ?? '', partnerId, asks })),
    ...desks.map(({ desk, asks }) => ({ to: desk, who: '', partnerId: null, asks })),
  ];
  return told.flatMap(({ to, who, partnerId, asks }) =>
    asks
      .filter(({ sinceVersion }) => sinceVersion === input.history.length)
      .map((ask) => ({ key: JSON.stringify([to, who, ask.ruleId, ask.itemId]), to, partnerId, ask })),
  );
}
