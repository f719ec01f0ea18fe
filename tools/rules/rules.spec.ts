import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseDates } from '../../test/cases/case.js';
import { lumbarPlan } from '../../test/cases/c-base.js';
import { checkRules } from './check.js';
import { mutantsOf } from './mutants.js';
import { readRuleset } from './read-rules.js';
import { runRules } from './run-rules.js';

const now = new Date('2027-04-06T13:00:00Z');
const ruleset = readRuleset();

function run(...args: string[]): { isWell: boolean; text: string } {
  const lines: string[] = [];
  const isWell = runRules(args, now, (line) => lines.push(line));
  return { isWell, text: lines.join('\n') };
}

describe('npm run rules', () => {
  it('finds the rules in order and counts them', () => {
    const lines: string[] = [];
    // The cases have their own spec.
    expect(checkRules(ruleset, (line) => lines.push(line), [])).toBe(true);
    const text = lines.join('\n');
    expect(text).toMatch(/\d+ rules \(\d+ draft, \d+ reviewed, \d+ active, \d+ retired\)/);
    expect(text).not.toContain('FAULT');
  });

  it('finds a rule gone, an example that does not hold, a change without a reader', () => {
    const lines: string[] = [];
    const bent = ruleset.rules
      .filter(({ id }) => id !== 'AL-01')
      .map((rule) => (rule.id === 'PT-14' ? { ...rule, where: [] } : rule));
    expect(checkRules({ version: 'bent', rules: bent }, (line) => lines.push(line), [])).toBe(false);
    const text = lines.join('\n');
    expect(text).toContain('FAULT  PT-14, example 2 (silent): fires');
    expect(text).toContain('FAULT  safety-net.changed: no rule mentions it');
    expect(text).toContain('missing AL-01: safety-net.changed -> @all');
  });

  it('explains a change, an event, and silence', () => {
    const { text } = run('explain', 'procedure.done');
    expect(text).toContain('PT-14 v1 (draft)  tells physical-therapy');
    expect(text).toContain('item.window is W-ESI');
    expect(text).toContain('until 14 days after item.doneAt');
    expect(run('explain', 'handoff.overdue').text).toContain('PH-10');
    expect(run('explain', 'context.duty-changed').text).toContain('Nobody is told');
    expect(() => run('explain', 'procedure.lost')).toThrow('no change or event "procedure.lost"');
  });

  it('refuses what it does not understand', () => {
    expect(() => run()).toThrow('Usage');
    expect(() => run('mend')).toThrow('no command "mend"');
    expect(() => run('try', 'one.json')).toThrow('Usage');
    expect(() => run('try', 'a', 'b', '--at', 'noon')).toThrow('no instant');
  });
});

describe('npm run rules -- try', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const plan = lumbarPlan(caseDates('2027-04-06', 'America/New_York'));
  const before = file('before.json', JSON.stringify(plan));

  it('says what changed, who would be told what by when, and who nothing', () => {
    const after = file('after.json', JSON.stringify({ ...plan, stage: { value: 'advanced', since: '2027-04-06' } }));
    const { isWell, text } = run('try', before, after);
    expect(isWell).toBe(true);
    expect(text).toContain('change     stage.escalated');
    expect(text).toMatch(/told {7}physical-therapy {2}\[PT-33\] routine, by Fri, Apr 9, 2027, 17:00/);
    expect(text).toMatch(/not told .*pharmacy/);
  });

  it('says so when only words differ', () => {
    const { text } = run('try', before, before);
    expect(text).toContain('change     none');
    expect(text).not.toContain('\ntold');
  });

  it('says what is wrong with a file', () => {
    expect(() => run('try', before, join(folder, 'none.json'))).toThrow('cannot be read');
    expect(() => run('try', before, file('half.json', '{'))).toThrow('is not JSON');
    expect(() => run('try', before, file('odd.json', '{"stage": {"value": "soon"}}'))).toThrow(/stage\.value: /);
  });
});

describe('a bent rule', () => {
  it('lacks one condition, its time limit, or asks by another time', () => {
    const rule = ruleset.rules.find(({ id }) => id === 'PT-14');
    const mutants = rule ? mutantsOf(rule) : [];
    expect(mutants.map(({ kind }) => kind)).toEqual(['condition', 'relevance', 'urgency', 'due']);
    expect(mutants[0]?.rule.where).toEqual([]);
    expect(mutants[1]?.rule).not.toHaveProperty('relevance');
  });
});
