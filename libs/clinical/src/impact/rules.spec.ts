import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { planDocument, type PlanDocumentInput } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { currentRuleset } from './current-ruleset.js';
import type { Audience } from './build-ask.js';
import { askOfEvent } from './event-ask.js';
import { fireRules } from './fire-rules.js';
import { loadRuleset } from './load-ruleset.js';
import type { Rule } from './rule.js';
import { ruleSource } from './ruleset.generated.js';

/** Tuesday, 09:00 in New York: the moment at which every example plays. */
const at = new Date('2027-04-06T13:00:00Z');
const calendar = defaultCalendar('America/New_York');

function audienceOf({ role }: Rule): Audience {
  if (['scheduling', 'authorization', 'physician', 'coordinator', 'patient'].includes(role)) {
    return { role: role as Audience['role'], calendar, member: null };
  }
  const partner = role.startsWith('@') ? 'physical-therapy' : role;
  return {
    role: partner as Audience['role'],
    calendar,
    member: { engagedFor: ['d1'], toldOf: ['g1'], acknowledged: planDocument.parse({}) },
  };
}

const rulesOf = (example: Rule['examples'][number], rule: Rule): { ids: string[]; reasons: string[] } => {
  const before = planDocument.parse(example.before as PlanDocumentInput);
  const after = planDocument.parse(example.after as PlanDocumentInput);
  // Alone: what covers it is not the example's question.
  const alone = { version: 'alone', rules: [rule] };
  const fired = fireRules(
    alone,
    { before, after, version: 2, at },
    audienceOf(rule),
    rule.basis === 'step' ? 'step' : 'net',
  );
  return { ids: fired.map(({ ask }) => ask.ruleId), reasons: fired.map(({ ask }) => ask.reason) };
};

describe('the examples in the rule files', () => {
  const ofChanges = currentRuleset.rules.filter(({ basis }) => basis !== 'event');
  const cases = ofChanges.flatMap((rule) =>
    rule.examples.map((example, index) => ({
      title: `${rule.id}, example ${index + 1}: ${example.expect}`,
      rule,
      example,
    })),
  );

  it.each(cases)('$title', ({ rule, example }) => {
    const { ids, reasons } = rulesOf(example, rule);
    expect(ids.includes(rule.id)).toBe(example.expect === 'fires');
    if (example.reason !== undefined) expect(reasons).toContain(example.reason);
    // A sentence with a hole in it is worse than none.
    for (const reason of reasons) expect(reason).not.toMatch(/\{|\}| {2}|: \.|^\W/);
  });
});

describe('the examples of event rules', () => {
  const cases = currentRuleset.rules
    .filter(({ basis }) => basis === 'event')
    .flatMap((rule) => rule.examples.map((example) => ({ title: rule.id, rule, example })));

  it.each(cases)('$title', ({ rule, example }) => {
    const moment = { at, planVersion: 2, calendar, facts: example.facts ?? {}, about: [] };
    const ask = askOfEvent(currentRuleset, rule.id, moment);
    expect(ask !== null).toBe(example.expect === 'fires');
    if (example.reason !== undefined) expect(ask?.reason).toBe(example.reason);
    expect(ask?.text).not.toMatch(/\{|\}| {2}/);
  });
});

describe('the ruleset', () => {
  it('is what the YAML files say; after a change run `npm run generate`', () => {
    const folder = join(import.meta.dirname, '../../rules');
    const rules = readdirSync(folder)
      .sort()
      .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as unknown[]);
    expect(ruleSource).toEqual(rules);
  });

  it('can be limited to what a clinician has switched on', () => {
    expect(loadRuleset(ruleSource, ['active']).rules.every(({ status }) => status === 'active')).toBe(true);
    expect(currentRuleset.rules.length).toBe(ruleSource.length);
  });

  it('has no reviewed rule without a reviewer, no word outside a slice, no cover of a rule that does not exist', () => {
    const [first] = ruleSource as [Record<string, unknown>];
    const broken = (more: object) => () => loadRuleset([{ ...first, ...more }]);
    expect(broken({ status: 'active' })).toThrow('reviewedBy');
    expect(broken({ reason: 'Take {ingredient}.' })).toThrow('{ingredient}');
    expect(broken({ covers: ['XX-99'] })).toThrow('XX-99');
    expect(broken({ examples: [] })).toThrow('no example');
    expect(broken({ colour: 'red' })).toThrow('colour');
    expect(() => loadRuleset([first, first])).toThrow('twice');
  });

  it('has a version that is a hash of its content', () => {
    expect(currentRuleset.version).toMatch(/^[0-9a-f]{12}$/);
  });
});
