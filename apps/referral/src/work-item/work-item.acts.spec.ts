import { deskRoles, urgencies, workItemActs } from '#contracts';
import { actsOn, type ActedOn, requireAct } from './work-item.acts.js';

const item = (facts: Partial<ActedOn> = {}): ActedOn => ({
  desk: 'physician',
  ruleId: 'PH-07',
  status: 'open',
  urgency: 'urgent',
  isTaken: false,
  ...facts,
});

describe('What can be done to a work item', () => {
  it('lets a physician take, finish, hand over or put off what is on the physicians’ desk', () => {
    expect(actsOn(item(), 'physician')).toEqual(['take', 'done', 'delegate', 'postpone']);
    expect(actsOn(item({ isTaken: true }), 'physician')).toEqual(['done', 'delegate', 'postpone']);
  });

  it.each(['PH-06', 'PH-14', 'PH-15', 'PH-22', 'PH-31'])('keeps %s with the physician', (ruleId) => {
    expect(actsOn(item({ ruleId }), 'physician')).not.toContain('delegate');
    expect(() => requireAct(item({ ruleId }), 'physician', 'delegate')).toThrow('needs the word of a physician');
  });

  it.each(['same-day', 'emergency'] as const)('lets nothing wait that is %s', (urgency) => {
    expect(actsOn(item({ urgency }), 'physician')).not.toContain('postpone');
    expect(() => requireAct(item({ urgency }), 'physician', 'postpone')).toThrow('cannot wait');
    expect(actsOn(item({ urgency }), 'physician').includes('delegate')).toBe(urgency !== 'emergency');
  });

  it('leaves each desk to those who work it, and what has ended to nobody', () => {
    for (const desk of deskRoles) {
      for (const urgency of urgencies) {
        const acts = actsOn(item({ desk, urgency }), 'coordinator');
        expect(acts.includes('done')).toBe(desk !== 'physician');
        expect(acts).not.toContain('delegate');
        expect(actsOn(item({ desk, urgency, status: 'done' }), 'physician')).toEqual([]);
      }
    }
    expect(() => requireAct(item(), 'coordinator', 'delegate')).toThrow('worked by: physician');
  });

  it('refuses every act on what has ended, with what is allowed', () => {
    for (const act of workItemActs) {
      expect(() => requireAct(item({ status: 'no-longer-needed' }), 'physician', act)).toThrow();
    }
  });
});
