import { jest } from '@jest/globals';
import { currentRuleset, defaultCalendar, followUpKinds } from '#clinical';
import { type EventData, followUpDue } from '#contracts';
import * as withDrafts from './clinic-asks.js';

const calendar = defaultCalendar('America/New_York');

/** Tuesday, 09:00 in New York. */
const moment = { planVersion: 4, now: new Date('2027-04-06T13:00:00Z'), calendar };

const watch = { targetId: 't1', measure: 'walking', watchStartedAt: '2027-03-01T09:00:00-05:00' };
const silence = {
  memberId: 'm1',
  partnerName: 'PT-North',
  fromVersion: 3,
  dueAt: new Date('2027-04-02T21:00:00Z'),
};

const due = (kind: keyof typeof followUpKinds): EventData<typeof followUpDue> => {
  const { desk, ruleId, code, text, urgency } = followUpKinds[kind];
  return {
    ...{ planId: 'p', patientId: 'q', planVersion: 4, kind, key: `${kind} d1`, itemId: 'd1', desk, ruleId, code, text },
    ...{ reason: 'Week 6 and not improving.', urgency, dueAt: '2027-04-09T17:00:00-04:00' },
    firedAt: '2027-04-06T09:00:00-04:00',
  };
};

/** The same functions in a clinic that runs no drafts. */
async function ofRealClinic(): Promise<typeof withDrafts> {
  const before = process.env['DRAFT_RULES'];
  delete process.env['DRAFT_RULES'];
  try {
    jest.resetModules();
    return await import('./clinic-asks.js');
  } finally {
    if (before !== undefined) process.env['DRAFT_RULES'] = before;
  }
}

describe('the asks of the desks', () => {
  it.each([
    ['CO-01', 'assign', withDrafts.chooseForRole({ ...moment, role: 'spine-surgery', urgency: 'routine' })],
    ['CO-03', 'phone', withDrafts.callPartner({ ...moment, ...silence })],
    [
      'CO-05',
      'phone',
      withDrafts.unreachable({ ...moment, partnerId: 'pt-north', partnerName: 'PT-North', channel: 'webhook' }),
    ],
    ['CO-07', 'phone', withDrafts.bringBeforePhysician({ ...moment, ...watch })],
    ['PH-06', 'evolve-plan', withDrafts.evolvePlan({ ...moment, ...watch, tried: ['therapy'], nextOptions: [] })],
    ['PH-10', 'decide', withDrafts.decideAboutSilence({ ...moment, ...silence })],
    ['PH-12', 'evolve-plan', withDrafts.lookAtWorsening({ ...moment, ...watch })],
  ])('%s names its rule, its version and what is to be done', (ruleId, code, ask) => {
    const rule = currentRuleset.rules.find(({ id }) => id === ruleId);
    expect(ask).toMatchObject({ ruleId, ruleVersion: rule?.version, code, sinceVersion: 4 });
    expect(`${ask?.reason} ${ask?.text}`).not.toMatch(/[{}[\]]/);
  });

  it('say the hour of a silence as the clinic reads it', () => {
    expect(withDrafts.callPartner({ ...moment, ...silence })?.reason).toContain('since 2 April');
    expect(withDrafts.callPartner({ ...moment, ...silence })?.reason).toContain('17:00');
  });

  it('leave out what was not tried and what comes next, when nothing is known of it', () => {
    const ask = withDrafts.evolvePlan({ ...moment, ...watch, tried: [], nextOptions: ['epidural'] });
    expect(ask?.reason).toBe('Walking stopped improving; next: epidural.');
  });
});

describe('a moment that the plan set', () => {
  it('is asked in its own words, once per key', () => {
    const checkpoint = due('radiculopathy-checkpoint');
    expect(withDrafts.followUp(checkpoint)).toMatchObject({
      ruleId: 'PH-11',
      reason: checkpoint.reason,
      dueAt: checkpoint.dueAt,
      fingerprint: JSON.stringify(['PH-11', checkpoint.key]),
    });
  });

  it('agrees with the row of its rule, where it has one', () => {
    const withRow = Object.values(followUpKinds).flatMap((kind) => {
      const row = currentRuleset.rules.find(({ id }) => id === kind.ruleId);
      return row ? [{ kind, row }] : [];
    });
    expect(withRow.map(({ row }) => row.id)).toEqual(['PH-11']);
    for (const { kind, row } of withRow) {
      expect([kind.desk, kind.code, kind.text]).toEqual([row.role, row.ask.code, row.ask.text]);
      expect({ businessDays: kind.withinBusinessDays }).toEqual(row.due);
    }
  });

  it('comes where no draft runs, unless a draft stands behind it', async () => {
    const { followUp, evolvePlan } = await ofRealClinic();
    expect(followUp(due('diary-call'))).toMatchObject({ ruleId: 'FU-01' });
    expect(followUp(due('radiculopathy-checkpoint'))).toBeNull();
    expect(evolvePlan({ ...moment, ...watch, tried: [], nextOptions: [] })).toBeNull();
  });
});
