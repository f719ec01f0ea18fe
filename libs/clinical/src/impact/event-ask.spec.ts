import { eventCatalogue, planDocument } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { activeRuleset, currentRuleset } from './current-ruleset.js';
import { askOfEvent, type EventMoment } from './event-ask.js';
import { fireRules } from './fire-rules.js';
import type { Rule, Ruleset } from './rule.js';

const calendar = defaultCalendar('America/New_York');

/** Tuesday, 09:00 in New York. */
const moment: EventMoment = {
  at: new Date('2027-04-06T13:00:00Z'),
  planVersion: 3,
  calendar,
  facts: { role: 'spine surgery', urgency: 'routine' },
  about: ['spine-surgery'],
};

const onlyWith = (id: string, fields: Partial<Rule>): Ruleset => ({
  version: 'one rule',
  rules: currentRuleset.rules.filter((rule) => rule.id === id).map((rule) => ({ ...rule, ...fields })),
});

describe('the ask of an event', () => {
  it('says what the row of its rule says, with the words of the happening', () => {
    expect(askOfEvent(currentRuleset, 'CO-01', { ...moment, itemId: 'spine-surgery' })).toMatchObject({
      ruleId: 'CO-01',
      itemId: 'spine-surgery',
      code: 'assign',
      reason: 'Spine surgery is needed and nobody is on the team.',
      text: 'Choose a clinic and refer.',
      urgency: 'routine',
      dueAt: '2027-04-07T17:00:00-04:00',
      sinceVersion: 3,
    });
  });

  it('carries the version of its rule', () => {
    expect(askOfEvent(onlyWith('CO-01', { version: 7 }), 'CO-01', moment)?.ruleVersion).toBe(7);
  });

  it.each([
    ['emergency', 'emergency', '2027-04-06T10:00:00-04:00'],
    ['same-day', 'same-day', '2027-04-06T17:00:00-04:00'],
    ['urgent', 'routine', '2027-04-07T17:00:00-04:00'],
  ])('is due as the row says for a need that is %s', (urgency, asked, dueAt) => {
    const facts = { role: 'spine surgery', urgency };
    expect(askOfEvent(currentRuleset, 'CO-01', { ...moment, facts })).toMatchObject({ urgency: asked, dueAt });
  });

  it('yields to a happening that knows its urgency and due', () => {
    const dueAt = new Date('2027-04-06T15:00:00Z');
    const ask = askOfEvent(currentRuleset, 'PH-06', {
      ...moment,
      facts: { measure: 'walking' },
      urgency: 'same-day',
      dueAt,
    });
    expect(ask).toMatchObject({ urgency: 'same-day', dueAt: '2027-04-06T11:00:00-04:00' });
  });

  it('leaves out the part of a sentence whose word is not known', () => {
    const of = (facts: Record<string, string>) => askOfEvent(currentRuleset, 'CO-03', { ...moment, facts })?.reason;
    expect(of({ partner: 'PT-North' })).toBe('PT-North has not answered.');
    expect(of({ partner: 'PT-North', due: '1 June' })).toBe('PT-North has not answered since 1 June.');
  });

  it('is the same ask when it is about the same thing, whatever it says and whenever', () => {
    const ask = (more: Partial<EventMoment>) =>
      askOfEvent(currentRuleset, 'CO-01', { ...moment, ...more })?.fingerprint;
    expect(ask({ at: new Date('2027-05-06T13:00:00Z'), facts: { role: 'somebody' } })).toBe(ask({}));
    expect(ask({ about: ['neurology'] })).not.toBe(ask({}));
    expect(askOfEvent(currentRuleset, 'PH-13', moment)?.fingerprint).not.toBe(ask({}));
  });

  it('has a date by which the work is done, where the row names one', () => {
    const ask = askOfEvent(currentRuleset, 'AL-11', { ...moment, facts: { date: '6 April 2027' } });
    expect(ask).toMatchObject({ dueAt: '2027-04-08T17:00:00-04:00', doBy: '2027-04-15T17:00:00-04:00' });
  });
});

describe('nothing is asked', () => {
  it('by a rule that this clinic does not run', () => {
    expect(activeRuleset.rules.some(({ id }) => id === 'CO-01')).toBe(false);
    expect(askOfEvent(activeRuleset, 'CO-01', moment)).toBeNull();
    expect(askOfEvent(onlyWith('CO-01', { status: 'retired' }), 'CO-01', moment)).toBeNull();
  });

  it('by a rule about changes of the plan', () => {
    expect(askOfEvent(currentRuleset, 'TH-01', moment)).toBeNull();
  });

  it('when a condition does not hold, or an exception does', () => {
    const isUrgent = [{ field: 'urgency', op: 'eq', value: 'urgent' } as const];
    const isRoutine = [{ field: 'urgency', op: 'eq', value: 'routine' } as const];
    expect(askOfEvent(onlyWith('CO-01', { where: isUrgent }), 'CO-01', moment)).toBeNull();
    expect(askOfEvent(onlyWith('CO-01', { where: isRoutine }), 'CO-01', moment)).not.toBeNull();
    expect(askOfEvent(onlyWith('CO-01', { unless: isRoutine }), 'CO-01', moment)).toBeNull();
  });
});

it('event rules are silent about changes of a plan, where others speak', () => {
  const eventRules: Ruleset = {
    version: 'events',
    rules: currentRuleset.rules.filter(({ basis }) => basis === 'event'),
  };
  const acknowledged = planDocument.parse({});
  const after = planDocument.parse({
    diagnoses: [{ id: 'd1', code: 'M54.16', status: 'confirmed', group: 'lumbar-radiculopathy' }],
    redFlags: [{ id: 'f1', kind: 'cauda-equina', status: 'active', observedAt: '2027-04-06T08:30:00-04:00' }],
  });
  const distance = { before: acknowledged, after, version: 1, at: moment.at };
  const audiences = [
    { role: 'physical-therapy', calendar, member: { engagedFor: ['d1'], toldOf: [], acknowledged } },
    { role: 'physician', calendar, member: null },
    { role: 'coordinator', calendar, member: null },
  ] as const;
  const fired = (ruleset: Ruleset) =>
    audiences.map((audience) => fireRules(ruleset, distance, audience, audience.member ? 'net' : 'step').length > 0);
  expect(fired(currentRuleset)).toEqual([true, true, true]);
  expect(fired(eventRules)).toEqual([false, false, false]);
});

/** Happenings that no event of another service tells: silence is noticed by a clock, the others have no event yet. */
const withoutEvent = [
  'handoff.overdue',
  'referral.information-requested',
  'referral.overdue',
  'referral.wait-listed',
  'referral.failed',
  'referral.entered-in-error',
  'delivery.failed',
  'appointment.missed',
];

it('every happening that a rule names exists', () => {
  const known = new Set([...eventCatalogue.map(({ name }) => name), ...withoutEvent]);
  const named = currentRuleset.rules.flatMap(({ id, when }) =>
    'event' in when ? when.event.map((name) => ({ id, name })) : [],
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
});
