import { rehab, type Rehab } from '#contracts';
import { changesPrescription, proposalText } from './dose-words.js';

it.each([
  [{ sessionsPerWeek: 1 }, 'one session a week'],
  [{ sessionsPerWeek: 3, minutes: 30, intensity: 'low' as const }, '3 sessions a week, 30 minutes each, low intensity'],
  [{ progression: 'slower exposure' }, 'progression: slower exposure'],
])('%j reads "%s"', (proposal, text) => expect(proposalText(proposal)).toBe(text));

describe('a version answers a question about the dose', () => {
  const before = rehab.parse({
    id: 'r1',
    discipline: 'physical-therapy',
    status: 'active',
    program: ['gait', 'stretching'],
    dose: { sessionsPerWeek: 2, weeks: 6 },
    progression: { measure: 'walk-min', op: 'gte', value: 20 },
  });

  it.each<[string, Partial<Rehab>, boolean]>([
    ['another number of sessions', { dose: { sessionsPerWeek: 1, weeks: 6 } }, true],
    ['minutes that were not stated', { dose: { sessionsPerWeek: 2, weeks: 6, minutes: 30 } }, true],
    ['another step', { progression: { measure: 'walk-min', op: 'gte', value: 30 } }, true],
    ['no rule to advance', { progression: undefined }, true],
    ['another program', { program: ['gait'] }, true],
    ['a hold', { status: 'held' }, true],
    ['the same program in another order', { program: ['stretching', 'gait'] }, false],
    ['only the wording of a cause', { cause: 'said otherwise' }, false],
    ['the same dose, its fields in another order', { dose: { weeks: 6, sessionsPerWeek: 2 } }, false],
  ])('with %s: %s', (_, change, isAnswer) => {
    expect(changesPrescription(before, { ...before, ...change })).toBe(isAnswer);
  });
});
