import { currentRuleset, defaultCalendar } from '#clinical';
import { answerDoseChange, askForPaper, concernOf, phoneAboutVisit } from './therapy-asks.js';

const by = { sub: 'pt', name: 'T. Therapist', role: 'partner', partnerId: 'pt-north' };
const at = {
  planVersion: 4,
  now: new Date('2027-04-06T13:00:00Z'),
  calendar: defaultCalendar('America/New_York'),
  partnerName: 'PT-North',
};
const course = {
  episodeId: 'e1',
  planId: 'p',
  patientId: 'q',
  discipline: 'physical-therapy' as const,
  partnerId: 'pt-north',
};
const visit = {
  ...course,
  visitNumber: 3,
  visitedAt: '2027-04-06T12:00:00Z',
  planVersion: 4,
  acknowledgedVersion: 3,
  directives: [{ text: 'Hold loading (T8) until the plan clears it.', sinceVersion: 4 }],
  reason: null,
  by,
};
const request = {
  ...course,
  rehabItemId: 'r1',
  proposal: 'one session a week',
  reason: 'Nerve glides flare for a day.',
  requestedAt: '2027-04-06T13:00:00Z',
  by,
};
const paper = {
  ...course,
  kind: 'progress-report' as const,
  dueOn: '2027-04-05',
  source: 'US Medicare defaults',
  overdueAt: '2027-04-06T04:00:00Z',
};

it.each([
  ['PH-31', 'answer', 'r1', answerDoseChange(at, request)],
  ['CO-31', 'phone', 'e1', phoneAboutVisit(at, visit)],
  ['CO-32', 'phone', 'e1:progress-report', askForPaper(at, paper)],
])('%s says who, what and of which item', (ruleId, code, itemId, ask) => {
  const rule = currentRuleset.rules.find(({ id }) => id === ruleId);
  expect(ask).toMatchObject({ ruleId, ruleVersion: rule?.version, code, itemId, sinceVersion: 4 });
  expect(ask?.reason).toContain('PT-North');
  expect(`${ask?.reason} ${ask?.text}`).not.toMatch(/[{}[\]]/);
});

it('a flagged visit carries the therapist’s reason, and each visit is news of its own', () => {
  const ask = phoneAboutVisit(at, { ...visit, reason: 'Walking aid fitted.' });
  expect(ask?.reason).toMatch(/Reason given: Walking aid fitted\.$/);
  expect(phoneAboutVisit(at, { ...visit, visitNumber: 4 })?.fingerprint).not.toBe(ask?.fingerprint);
});

describe('what the physician reads of a report', () => {
  const report = { ...course, measurements: [], flare: null, concern: null, reportedAt: '2027-04-06T13:00:00Z', by };
  const flare = { pattern: 'neuropathic' as const, trigger: 'nerve glides', hours: 24 };

  it('is nothing when nothing is asked', () => expect(concernOf(report)).toBeNull());

  it('is the flare with its pattern, and how often that came', () => {
    expect(concernOf({ ...report, flare })).toEqual({
      concern: 'neuropathic flare of 24 h after nerve glides.',
      flare: { pattern: 'neuropathic' },
    });
    expect(concernOf({ ...report, flare, flareOccurrence: 3 })?.concern).toMatch(/number 3 of this pattern/);
  });

  it('is both, when both are told', () => {
    expect(concernOf({ ...report, flare, concern: 'Lower the dose?' })).toEqual({
      concern: 'Lower the dose?',
      flare: { pattern: 'neuropathic', flare: 'neuropathic, 24 h after nerve glides' },
    });
  });
});
