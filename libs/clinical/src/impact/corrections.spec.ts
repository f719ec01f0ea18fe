import { planDocument, type PlanDocument, type PlanDocumentInput } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { assessImpact, type MemberPosition } from './assess-impact.js';
import { currentRuleset } from './current-ruleset.js';
import type { PublishedPlan } from './published-plan.js';

const calendar = defaultCalendar('America/New_York');
const at = (hour: number): Date => new Date(Date.UTC(2027, 3, 6, 13 + hour));

const plan = (fields: PlanDocumentInput = {}): PlanDocument =>
  planDocument.parse({
    rehab: [{ id: 'r1', discipline: 'physical-therapy', status: 'active', ...fields.rehab?.[0] }],
    ...(fields.redFlags ? { redFlags: fields.redFlags } : {}),
  });
const restricted = plan({
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      status: 'active',
      restrictions: [{ id: 'x1', kind: 'no-impact', from: '2027-04-06', until: '2027-05-06' }],
    },
  ],
});

/** Version 1 is right, version 2 wrong, version 3 puts version 1 in force again. */
const history = (wrong: PlanDocument = restricted): PublishedPlan[] => [
  { version: 1, document: plan(), publishedAt: at(0) },
  { version: 2, document: wrong, publishedAt: at(1) },
  { version: 3, document: plan(), publishedAt: at(2), corrects: 2 },
];

const therapist = (fields: Partial<MemberPosition> = {}): MemberPosition => ({
  memberId: 'm1',
  role: 'physical-therapy',
  partnerId: 'pt-north',
  engagedFor: [],
  acknowledgedVersion: 1,
  joinedAt: new Date(at(0).getTime() - 86_400_000),
  calendar,
  ...fields,
});

const asksOf = (position: MemberPosition, versions = history()) =>
  assessImpact({ history: versions, members: [position], clinicCalendar: calendar, ruleset: currentRuleset })
    .partners.filter(({ memberId }) => memberId === 'm1')
    .flatMap(({ asks }) => asks);

describe('a version entered in error', () => {
  it('is taken back from who acknowledged it, with what does not apply', () => {
    const asks = asksOf(therapist({ acknowledgedVersion: 2 }));
    expect(asks.map(({ ruleId, urgency }) => [ruleId, urgency])).toEqual([['AL-12', 'urgent']]);
    expect(asks[0]?.reason).toMatch(/^Version 2 was entered in error: disregard it, this does not apply: .*version 3/);
  });

  it('is taken back from who had it unread, without a word of what it said', () => {
    const [ask, ...others] = asksOf(therapist());
    expect(others).toEqual([]);
    expect(ask?.reason).toBe('Version 2 was entered in error: disregard it; version 3 is in force.');
  });

  it('is no news to whom it never concerned, nor to who joined later, nor to who acknowledged the correction', () => {
    expect(asksOf(therapist({ role: 'primary-care' }))).toEqual([]);
    expect(asksOf(therapist({ joinedAt: at(3), acknowledgedVersion: 0 })).map(({ ruleId }) => ruleId)).not.toContain(
      'AL-12',
    );
    expect(asksOf(therapist({ acknowledgedVersion: 3 }))).toEqual([]);
  });

  it('neither brings nor breaks what was asked before it: its due stands', () => {
    const earlier = asksOf(therapist({ acknowledgedVersion: 0 }), history().slice(0, 1));
    const later = asksOf(therapist({ acknowledgedVersion: 0 }));
    for (const ask of earlier) expect(later).toContainEqual(ask);
  });

  it('that was an emergency is taken back as fast', () => {
    const alarm = plan({
      redFlags: [{ id: 'g1', kind: 'cauda-equina', observedAt: '2027-04-06T10:00:00-04:00', status: 'active' }],
    });
    const [ask] = asksOf(therapist({ acknowledgedVersion: 2 }), history(alarm));
    expect([ask?.ruleId, ask?.urgency]).toEqual(['AL-12', 'emergency']);
    expect(Date.parse(ask?.dueAt ?? '')).toBe(at(3).getTime());
  });
});
