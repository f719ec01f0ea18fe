import { decisionOn } from './decide-work-item.js';

const plateau = { ruleId: 'PH-06', planVersion: 3 };
const refusal = (path: string) =>
  expect.objectContaining({ code: 'invalid-input', errors: [expect.objectContaining({ path })] }) as Error;

describe('a plateau closes only by', () => {
  it.each([
    ['a version that was published since', { decision: 'new-version' }, 4],
    ['a reason to go on', { decision: 'continue', reason: 'Two more weeks after the flu.' }, 3],
    ['a referral that is named', { decision: 'refer', reason: 'Spine Group' }, 3],
  ] as const)('%s', (_, answer, newest) => {
    expect(decisionOn(plateau, answer, newest)).toEqual({ reason: null, ...answer });
  });

  it.each([
    ['nothing', {}, 4, 'decision'],
    ['a reason without a decision', { reason: 'x' }, 4, 'decision'],
    ['a version that nobody published', { decision: 'new-version', reason: 'soon' }, 3, 'decision'],
    ['going on without a reason', { decision: 'continue' }, 4, 'reason'],
    ['a referral to nobody', { decision: 'refer' }, 4, 'reason'],
  ] as const)('and not by %s', (_, answer, newest, path) => {
    expect(() => decisionOn(plateau, answer, newest)).toThrow(refusal(path));
  });
});

it('a therapist’s question closes by its answer alone', () => {
  expect(() => decisionOn({ ruleId: 'PH-31', planVersion: 3 }, {}, 4)).toThrow(
    expect.objectContaining({ code: 'illegal-transition' }) as Error,
  );
});

it('other work is done when somebody says so, and takes no decision', () => {
  expect(decisionOn({ ruleId: 'CO-03', planVersion: 3 }, {}, 3)).toBeNull();
  expect(() => decisionOn({ ruleId: 'CO-03', planVersion: 3 }, { decision: 'continue' }, 3)).toThrow(
    refusal('decision'),
  );
});
