import { changeTypes } from '#contracts';
import { committedMatrix, differencesFrom, matrixOf } from '../../../../tools/rules/matrix.js';
import { silentChanges } from '../../../../tools/rules/silent-changes.js';
import { currentRuleset } from './current-ruleset.js';
import { changesOf, type Rule } from './rule.js';

/** `test/rules-matrix.json`, written by hand: role, change, ids of the rules. What is meant to be, beside what is. */
const matrix = committedMatrix();
const withRules = (rules: readonly Rule[]) => ({ version: 'bent', rules });
const { rules } = currentRuleset;

describe('the table of which rules a change can reach', () => {
  it.each(Object.keys({ ...matrixOf(currentRuleset), ...matrix }))('says what %s hears of', (role) => {
    expect(matrixOf(currentRuleset)[role]).toEqual(matrix[role]);
  });

  it.each(rules.map(({ id }) => id))('notices when %s is gone', (id) => {
    const differences = differencesFrom(matrix, withRules(rules.filter((rule) => rule.id !== id)));
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences) expect(difference).toMatch(`missing ${id}: `);
  });

  it('notices a rule that reaches one more change, one less, or another role', () => {
    const [first, ...others] = rules.filter(({ basis }) => basis === 'net') as [Rule, ...Rule[]];
    const rest = [...others, ...rules.filter(({ basis }) => basis !== 'net')];
    const differences = (bent: Rule) => differencesFrom(matrix, withRules([bent, ...rest]));
    const [dropped, ...kept] = changesOf(first);
    const more = changeTypes.find((type) => !changesOf(first).includes(type)) ?? 'review.moved';
    expect(differences(first)).toEqual([]);
    expect(differences({ ...first, when: { anyOf: [...changesOf(first), more] } })).toEqual([
      `not in the table ${first.id}: ${more} -> ${first.role}`,
    ]);
    expect(differences({ ...first, when: { anyOf: kept } })).toEqual([
      `missing ${first.id}: ${dropped} -> ${first.role}`,
    ]);
    expect(differences({ ...first, role: 'urology' })).toContain(`not in the table ${first.id}: ${dropped} -> urology`);
  });

  it.each(changeTypes)('sends %s to somebody, or says why to nobody', (type) => {
    const hasReader = Object.values(matrix).some((row) => row[type] !== undefined);
    expect(hasReader).toBe(silentChanges[type] === undefined);
  });
});
