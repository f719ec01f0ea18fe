import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { currentRuleset } from './current-ruleset.js';
import { loadRuleset } from './load-ruleset.js';
import { playExample } from './play-example.js';
import { ruleSource } from './ruleset.generated.js';

describe('the examples in the rule files', () => {
  const examples = currentRuleset.rules.flatMap((rule) =>
    rule.examples.map((example, index) => ({
      title: `${rule.id}, example ${index + 1}: ${example.expect}`,
      rule,
      example,
    })),
  );

  it.each(examples)('$title', ({ rule, example }) => {
    expect(playExample(rule, example)).toEqual([]);
  });

  it('would be noticed, did they not hold', () => {
    const { rule, example } = examples.find((one) => one.example.expect === 'fires') as (typeof examples)[number];
    expect(playExample(rule, { ...example, expect: 'silent' })).toEqual(['fires']);
    expect(playExample(rule, { ...example, after: example.before })).toContain('stays silent');
    expect(playExample(rule, { ...example, reason: 'Because.' }).join()).toContain('where "Because." is expected');
    expect(playExample({ ...rule, reason: 'It {is.' }, example).join()).toContain('a hole');
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
