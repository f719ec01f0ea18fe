import { planDocument, type PlanDocument } from '#contracts';
import { diffPlans } from '../plan/diff-plans.js';
import { redFlagText } from '../plan/red-flag-text.js';
import { injectionBeforeReplacement } from './context-facts.js';
import { itemFacts, planFacts } from './facts.js';
import { wordsFor } from './words.js';

const plan = (surgery: object, injection: object = {}): PlanDocument =>
  planDocument.parse({
    patientContext: { plannedSurgery: [{ id: 's1', region: 'left knee replacement', ...surgery }] },
    procedures: [
      {
        id: 'p1',
        type: 'joint-injection-knee',
        intent: 'therapeutic',
        side: 'left',
        steroid: { agent: 'triamcinolone', mg: 40 },
        status: 'done',
        doneAt: '2027-04-06T09:00:00-04:00',
        ...injection,
      },
    ],
  });
const found = (document: PlanDocument): string | undefined =>
  injectionBeforeReplacement(document.procedures, document)?.replacementOn;

describe('a steroid before a joint is replaced', () => {
  it('is too near for three months, to the day', () => {
    expect(found(plan({ date: '2027-07-06' }))).toBe('2027-07-06');
    expect(found(plan({ date: '2027-07-07' }))).toBeUndefined();
    expect(found(plan({ date: '2027-04-05' }))).toBeUndefined();
  });

  it('is judged by joint, side, drug and date', () => {
    const soon = { date: '2027-05-03' };
    expect(found(plan({ ...soon, region: 'knee' }))).toBe('2027-05-03');
    expect(found(plan({ ...soon, region: 'right knee' }))).toBeUndefined();
    expect(found(plan({ ...soon, region: 'left hip' }))).toBeUndefined();
    expect(found(plan({}))).toBeUndefined();
    expect(found(plan(soon, { steroid: 'none' }))).toBeUndefined();
    expect(found(plan(soon, { status: 'planned', doneAt: undefined }))).toBeUndefined();
  });
});

describe('a red flag', () => {
  const flagged = (more: object): PlanDocument =>
    planDocument.parse({
      redFlags: [
        { id: 'g1', kind: 'cauda-equina', observedAt: '2027-04-06T08:30:00-04:00', status: 'active', ...more },
      ],
    });

  it('that is known and unchanged hurries nobody', () => {
    expect(planFacts(flagged({}))).toMatchObject({ hasEmergency: true, hasActiveRedFlag: true });
    expect(planFacts(flagged({ onset: 'known' }))).toMatchObject({ hasEmergency: false, hasActiveRedFlag: false });
  });

  it('reads as part of a sentence', () => {
    expect(redFlagText('cancer-history-pain')).toBe('new pain with a history of cancer');
    expect(redFlagText('cbt')).toBeNull();
  });

  it('of self-harm is named in no sentence: everybody learns that it is urgent, and the plan says what it is', () => {
    const after = flagged({ kind: 'self-harm' });
    const [change] = diffPlans(planDocument.parse({}), after);
    const flagFor = (role: string) =>
      change && wordsFor(change, after, { item: itemFacts(change, after), member: { role } })['flag'];
    expect(change?.text).toBe('Red flag: urgent safety concern');
    expect(flagFor('physician')).toBe('urgent safety concern');
    expect(flagFor('scheduling')).toBe('urgent safety concern');
  });
});
