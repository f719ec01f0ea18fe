import { type PartnerRole, planDocument, type PlanDocument, type PlanDocumentInput, type PlanImpact } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { diffPlans } from '../plan/diff-plans.js';
import { assessImpact, type MemberPosition } from './assess-impact.js';
import type { PublishedPlan } from './published-plan.js';
import { currentRuleset } from './current-ruleset.js';
import { impactDigest } from './impact-digest.js';
import { reconcileHandoff } from './reconcile-handoff.js';

const calendar = defaultCalendar('America/New_York');
/** Tuesday 6 April 2027, day 0. */
const on = (day: number, time = '09:00'): Date => {
  const midnight = Date.parse('2027-04-06T00:00:00-04:00');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(midnight + ((day * 24 + hours) * 60 + minutes) * 60_000);
};
const member = (role: PartnerRole, more: Partial<MemberPosition> = {}): MemberPosition => ({
  memberId: role,
  role,
  partnerId: 'clinic',
  engagedFor: [],
  acknowledgedVersion: 1,
  joinedAt: on(-30),
  calendar,
  ...more,
});

type Step = [Date, PlanDocumentInput];
const history = (...steps: Step[]): PublishedPlan[] =>
  steps.map(([publishedAt, input], index) => ({
    version: index + 1,
    publishedAt,
    document: planDocument.parse(input),
  }));
const assess = (versions: PublishedPlan[], ...members: MemberPosition[]): PlanImpact =>
  assessImpact({ history: versions, members, clinicCalendar: calendar, ruleset: currentRuleset });
const asksOf = (impact: PlanImpact, role: PartnerRole) =>
  (impact.partners.find((partner) => partner.role === role && partner.memberId !== null)?.asks ?? []).map(
    ({ ruleId, dueAt, sinceVersion }) => ({
      ruleId,
      dueAt: new Date(dueAt).getTime(),
      sinceVersion,
    }),
  );

const therapy = (
  sessionsPerWeek: number,
  restrictions: NonNullable<PlanDocumentInput['rehab']>[number]['restrictions'] = [],
): PlanDocumentInput => ({
  diagnoses: [{ id: 'd1', code: 'M51.17', group: 'lumbar-radiculopathy', text: 'Radiculopathy', status: 'confirmed' }],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      status: 'active',
      dose: { sessionsPerWeek, weeks: 6 },
      restrictions,
    },
  ],
});
const noImpact = { id: 'x1', kind: 'no-impact', from: '2027-04-06', until: 'until-cleared' } as const;

describe('what one role is asked', () => {
  it('is the net change since the version it acknowledged, in one impact', () => {
    const versions = history([on(-20), therapy(2)], [on(0, '10:00'), therapy(3)], [on(1), therapy(1, [noImpact])]);
    const impact = assess(versions, member('physical-therapy'));
    expect(impact.partners).toHaveLength(1);
    expect(asksOf(impact, 'physical-therapy')).toEqual([
      { ruleId: 'TH-03', dueAt: on(2, '17:00').getTime(), sinceVersion: 3 },
      { ruleId: 'TH-02', dueAt: on(3, '17:00').getTime(), sinceVersion: 3 },
    ]);
    expect(impact.partners[0]).toMatchObject({ fromVersion: 1, toVersion: 3, urgency: 'urgent' });
    expect(impact.partners[0]?.asks[1]?.reason).toContain('2 a week for 6 weeks to 1 a week');
    // Had it acknowledged version 2, the sentence would start there.
    expect(
      assess(versions, member('physical-therapy', { acknowledgedVersion: 2 })).partners[0]?.asks[1]?.reason,
    ).toContain('3 a week');
  });

  it('keeps the due of an ask that did not change', () => {
    const versions = history([on(-20), therapy(2)], [on(0, '10:00'), therapy(3)], [on(1), therapy(3, [noImpact])]);
    expect(asksOf(assess(versions, member('physical-therapy')), 'physical-therapy')).toEqual([
      { ruleId: 'TH-03', dueAt: on(2, '17:00').getTime(), sinceVersion: 3 },
      { ruleId: 'TH-02', dueAt: on(2, '17:00').getTime(), sinceVersion: 2 },
    ]);
  });

  it('is nothing when the change was taken back, and new when it comes again', () => {
    const back = history([on(-20), therapy(2)], [on(0), therapy(2, [noImpact])], [on(1), therapy(2)]);
    expect(assess(back, member('physical-therapy')).partners).toEqual([]);
    const again = [...back, ...history([on(2), therapy(2, [noImpact])])].map((published, index) => ({
      ...published,
      version: index + 1,
    }));
    expect(asksOf(assess(again, member('physical-therapy')), 'physical-therapy')).toMatchObject([
      { ruleId: 'TH-03', sinceVersion: 4 },
    ]);
  });

  it('is counted from the day a late member joined', () => {
    const versions = history([on(0), therapy(2)]);
    const late = member('physical-therapy', { acknowledgedVersion: 0, joinedAt: on(1, '14:00') });
    const asks = asksOf(assess(versions, late), 'physical-therapy').filter(({ ruleId }) => ruleId === 'TH-01');
    expect(asks).toEqual([{ ruleId: 'TH-01', dueAt: on(3, '17:00').getTime(), sinceVersion: 1 }]);
  });

  it('stays the same ask when only words change', () => {
    const reworded = (text: string): PlanDocumentInput => ({
      ...therapy(3),
      diagnoses: [{ id: 'd1', code: 'M51.17', group: 'lumbar-radiculopathy', text, status: 'confirmed' }],
      notes: text,
    });
    const before: Step[] = [
      [on(-20), { diagnoses: [] }],
      [on(0), reworded('Radiculopathy')],
    ];
    const open = assess(history(...before), member('physical-therapy')).partners[0] ?? null;
    const now = assess(history(...before, [on(1), reworded('Nerve root pain')]), member('physical-therapy'));
    expect(open?.asks.map(({ ruleId }) => ruleId).sort()).toEqual(['PT-07', 'TH-01']);
    expect(reconcileHandoff(open, now.partners[0] ?? null)).toBe('extend');
    expect(now.partners[0]?.dueAt).toBe(open?.dueAt);
    expect(now.desks).toEqual([]);
  });

  it('is another ask, with another due, when it becomes more urgent', () => {
    const study = (more: PlanDocumentInput = {}): PlanDocumentInput => ({
      imaging: [{ id: 'i1', modality: 'mri', region: 'lumbar spine', reason: 'pain', status: 'ordered' }],
      ...more,
    });
    const flag = {
      id: 'g1',
      kind: 'progressive-weakness',
      observedAt: '2027-04-07T09:00:00-04:00',
      status: 'active',
    } as const;
    const versions = history([on(0), study()], [on(1), study({ redFlags: [flag] })]);
    const imaging = member('imaging', { acknowledgedVersion: 0 });
    expect(assess(versions.slice(0, 1), imaging).partners.find(({ memberId }) => memberId)).toMatchObject({
      urgency: 'routine',
    });
    const impact = assess(versions, imaging).partners.find(({ memberId }) => memberId);
    expect(impact).toMatchObject({ urgency: 'same-day', asks: [{ ruleId: 'IM-01', sinceVersion: 2 }] });
    expect(Date.parse(impact?.dueAt ?? '')).toBe(on(1, '17:00').getTime());
  });

  it('is nothing when nothing since concerns it; the reason says between which versions', () => {
    const versions = history(
      [on(0), therapy(2)],
      [on(1), { ...therapy(2), lifestyle: [{ id: 'l1', kind: 'footwear' }] }],
    );
    expect(assess(versions, member('physical-therapy')).unaffected).toEqual([
      {
        role: 'physical-therapy',
        memberId: 'physical-therapy',
        partnerId: 'clinic',
        why: expect.stringContaining('between version 1 and 2'),
      },
    ]);
  });
});

describe('a member who joins late', () => {
  const joins = (role: PartnerRole, day: number): MemberPosition =>
    member(role, { acknowledgedVersion: 0, joinedAt: on(day) });
  const mineOf = (impact: PlanImpact) => impact.partners.filter(({ memberId }) => memberId !== null);
  const topical = (dose: number): PlanDocumentInput => ({
    ...therapy(2),
    medications: [{ id: 'm1', ingredient: { display: 'diclofenac' }, class: 'topical', dose, status: 'active' }],
  });

  it('is current when nothing from the start concerns its role', () => {
    const impact = assess(history([on(0), topical(1)], [on(1), topical(2)]), joins('neurology', 2));
    expect(mineOf(impact)).toEqual([]);
    expect(impact.unaffected).toMatchObject([{ role: 'neurology' }]);
  });

  it('is not asked about moments that have passed', () => {
    const injection = (status: 'scheduled' | 'done'): PlanDocumentInput => ({
      ...therapy(2),
      procedures: [
        {
          id: 'p1',
          type: 'esi-transforaminal',
          intent: 'therapeutic',
          status,
          scheduledAt: '2027-04-16T10:00:00-04:00',
          ...(status === 'done' ? { doneAt: '2027-04-16T10:00:00-04:00' } : {}),
        },
      ],
    });
    const rulesAt = (versions: PublishedPlan[], day: number): string[] =>
      asksOf(assess(versions, joins('physical-therapy', day)), 'physical-therapy')
        .map(({ ruleId }) => ruleId)
        .filter((id) => id.startsWith('PT-1'));
    const booked = history([on(0), injection('scheduled')]);
    expect(rulesAt(booked, 2)).toEqual(['PT-11']);
    expect(rulesAt(booked, 11)).toEqual([]);
    const done = history([on(0), injection('scheduled')], [on(10, '12:00'), injection('done')]);
    expect(rulesAt(done, 12)).toEqual(['PT-14']);
    expect(rulesAt(done, 40)).toEqual([]);
  });
});

describe('ten versions about something else', () => {
  const topical = (dose: number, ...lifestyle: NonNullable<PlanDocumentInput['lifestyle']>): PlanDocumentInput => ({
    ...therapy(2),
    medications: [{ id: 'm1', ingredient: { display: 'diclofenac' }, class: 'topical', dose, status: 'active' }],
    lifestyle,
  });
  const versions = history(
    [on(-20), topical(1)],
    ...Array.from({ length: 10 }, (_, index): Step => [
      on(index),
      topical(index + 2, ...(index % 2 ? [{ id: 'l1', kind: 'footwear' as const }] : [])),
    ]),
  );
  const team = (['physical-therapy', 'imaging', 'primary-care', 'pharmacy'] as const).map((role) => member(role));

  it('say not one word to those they do not concern, and one word to whom they do', () => {
    const impact = assess(versions, ...team);
    expect(impact.unaffected.map(({ role }) => role)).toEqual(['physical-therapy', 'imaging', 'primary-care']);
    expect(impact.partners).toMatchObject([{ role: 'pharmacy', fromVersion: 1, toVersion: 11 }]);
    expect(impact.partners[0]?.asks.map(({ ruleId }) => ruleId)).toEqual(['RX-02']);
    expect(impact.partners[0]?.asks[0]?.reason).toMatch(/\b1\b.*\b11\b/);
  });
});

describe('a change of wording, order or formatting', () => {
  it('concerns nobody', () => {
    const plan = therapy(2, [noImpact]);
    const reworded: PlanDocumentInput = {
      ...plan,
      diagnoses: [
        { id: 'd1', code: 'M51.17', group: 'lumbar-radiculopathy', text: 'Other words', status: 'confirmed' },
      ],
      notes: 'A note.',
      safetyNet: { instructions: 'Call.' },
    };
    const impact = assess(history([on(0), plan], [on(1), reworded]), member('physical-therapy'));
    expect(impact.partners).toEqual([]);
    expect(impact.desks).toEqual([]);
    expect(impact.unaffected).toHaveLength(1);
  });
});

describe('a role that nobody holds', () => {
  const pelvic: PlanDocumentInput = {
    diagnoses: [{ id: 'd1', code: 'R10.23', group: 'pelvic-pain', status: 'suspected', history: 'both' }],
  };

  it('is unassigned when somebody must act, and the coordinator hears of it once', () => {
    const versions = history([on(0), pelvic], [on(1), { ...pelvic, reviewDate: '2027-06-01' }]);
    const first = assess(versions.slice(0, 1));
    expect(first.partners.map(({ role, memberId }) => [role, memberId])).toEqual(
      expect.arrayContaining([
        ['gynecology', null],
        ['urology', null],
        ['pelvic-floor-therapy', null],
      ]),
    );
    expect(first.desks.find(({ desk }) => desk === 'coordinator')?.asks.map(({ ruleId }) => ruleId)).toEqual([
      'CO-01',
      'CO-01',
      'CO-01',
    ]);
    expect(assess(versions).partners).toHaveLength(3);
    expect(assess(versions).desks.filter(({ desk }) => desk === 'coordinator')).toEqual([]);
  });

  it('is not looked for again for what its last holder has answered', () => {
    const versions = history([on(0), pelvic], [on(1), { ...pelvic, notes: 'answered' }]);
    const assessed = assessImpact({
      history: versions,
      members: [],
      completed: [{ role: 'gynecology', acknowledgedVersion: 1 }],
      clinicCalendar: calendar,
      ruleset: currentRuleset,
    });
    expect(assessed.partners.map(({ role }) => role).sort()).toEqual(['pelvic-floor-therapy', 'urology']);
  });

  it('is not looked for to be merely informed', () => {
    const gabapentin: PlanDocumentInput = {
      medications: [
        {
          id: 'm1',
          ingredient: { display: 'gabapentin' },
          class: 'gabapentinoid',
          status: 'titrating',
          steps: [{ date: '2027-04-06', dose: 300 }],
        },
      ],
    };
    expect(assess(history([on(0), gabapentin])).partners).toEqual([]);
  });
});

describe('impactDigest', () => {
  const versions = history([on(0), therapy(2)], [on(1), therapy(3)]);
  const digest = (published: PublishedPlan[], ...members: MemberPosition[]): string => {
    const [before, after] = published.slice(-2).map(({ document }) => document) as [PlanDocument, PlanDocument];
    return impactDigest(diffPlans(before, after), assess(published, ...members));
  };
  const later = (ms: number): PublishedPlan[] =>
    versions.map((one, index) =>
      index === 1 ? { ...one, publishedAt: new Date(one.publishedAt.getTime() + ms) } : one,
    );

  it('is the same a minute or an hour later', () => {
    expect(digest(later(60_000), member('physical-therapy'))).toBe(digest(versions, member('physical-therapy')));
    expect(digest(later(9 * 3_600_000), member('physical-therapy'))).toBe(digest(versions, member('physical-therapy')));
  });

  it('is another one when the team, an acknowledgement or the plan is another one', () => {
    const all = [
      digest(versions, member('physical-therapy')),
      digest(versions),
      digest(versions, member('physical-therapy'), member('primary-care')),
      digest(versions, member('physical-therapy', { acknowledgedVersion: 0 })),
      digest(history([on(0), therapy(2)], [on(1), therapy(4)]), member('physical-therapy')),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('reconcileHandoff', () => {
  const impact =
    assess(history([on(0), therapy(2)], [on(1), therapy(3)]), member('physical-therapy')).partners[0] ?? null;
  const other =
    assess(history([on(0), therapy(2)], [on(1), therapy(1)]), member('physical-therapy')).partners[0] ?? null;

  it.each([
    ['nothing', null, null],
    ['issue', null, impact],
    ['withdraw', impact, null],
    ['extend', impact, impact],
    ['supersede', impact, other],
  ])('%s', (step, open, now) => {
    expect(reconcileHandoff(open, now)).toBe(step);
  });
});
