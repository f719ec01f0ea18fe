import { planDocument, type PlanDocumentInput } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { currentRuleset } from './current-ruleset.js';
import type { Audience } from './build-ask.js';
import { fireRules } from './fire-rules.js';
import type { Rule } from './rule.js';

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
  const cases = currentRuleset.rules.flatMap((rule) =>
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

describe('the ruleset', () => {
  it('has a version that is a hash of its content', () => {
    expect(currentRuleset.version).toMatch(/^[0-9a-f]{12}$/);
  });
});
