import { planDocument } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import type { MemberPosition } from './assess-impact.js';
import { currentRuleset } from './current-ruleset.js';
import { compareRulesets, readCandidate } from './try-rule.js';

const calendar = defaultCalendar('America/New_York');
const running = currentRuleset;
const pf01 = running.rules.find(({ id }) => id === 'PF-01')!;

const diagnosis = { id: 'd1', code: 'R10.23', group: 'pelvic-pain', status: 'confirmed', side: 'bilateral' } as const;
const history = [
  { version: 1, document: planDocument.parse({}), publishedAt: new Date('2027-04-05T13:00:00Z') },
  {
    version: 2,
    document: planDocument.parse({ diagnoses: [diagnosis] }),
    publishedAt: new Date('2027-04-06T13:00:00Z'),
  },
];
const member: MemberPosition = {
  memberId: 'm1',
  role: 'pelvic-floor-therapy',
  partnerId: 'pelvic-rehab',
  engagedFor: [],
  acknowledgedVersion: 1,
  joinedAt: new Date('2027-04-05T13:00:00Z'),
  calendar,
};
const input = { history, members: [member], clinicCalendar: calendar };

/** Of the rule in question, without those that did not change. */
const differences = (raw: unknown) => {
  const candidate = readCandidate(running, raw);
  if ('faults' in candidate) throw new Error(JSON.stringify(candidate.faults));
  return compareRulesets(input, running, candidate.ruleset).filter(({ kind }) => kind !== 'same');
};

describe('a rule on trial', () => {
  it('that is the running one changes nothing', () => {
    expect(differences(pf01)).toEqual([]);
  });

  it('that asks sooner changes the ask, and nobody else’s', () => {
    const [only, ...others] = differences({ ...pf01, urgency: 'U', due: { businessDays: 1 } });
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      kind: 'changed',
      to: 'pelvic-floor-therapy',
      partnerId: 'pelvic-rehab',
      running: { ruleId: 'PF-01', urgency: 'routine' },
      tried: { ruleId: 'PF-01', urgency: 'urgent' },
    });
  });

  it('that wants more before it speaks sends fewer', () => {
    const narrower = { ...pf01, where: [...pf01.where, { field: 'item.side', op: 'eq', value: 'left' }] };
    expect(differences(narrower)).toMatchObject([{ kind: 'fewer', running: { ruleId: 'PF-01' }, tried: null }]);
  });

  it('that is new sends more', () => {
    const differing = differences({ ...pf01, id: 'PF-99', covers: [] });
    expect(differing).toMatchObject([{ kind: 'more', running: null, tried: { ruleId: 'PF-99' } }]);
  });

  it('is checked as the files are: schema, slice, examples', () => {
    expect(readCandidate(running, { ...pf01, urgency: 'soon' })).toMatchObject({ faults: [{ path: 'urgency' }] });
    expect(
      readCandidate(running, { ...pf01, reason: 'Takes {opioid}.', slice: ['pelvic'], examples: [] }),
    ).toMatchObject({
      faults: expect.arrayContaining([
        { path: '', message: expect.stringContaining('has no example') as string },
      ]) as [],
    });
    const narrower = { ...pf01, where: [...pf01.where, { field: 'item.side', op: 'eq', value: 'left' }] };
    expect(readCandidate(running, narrower)).toMatchObject({
      brokenExamples: [{ number: 1, faults: ['stays silent'] }, { number: 3 }],
    });
  });
});
