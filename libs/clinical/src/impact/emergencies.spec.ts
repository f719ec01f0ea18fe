import { type PartnerRole, planDocument, type PlanDocumentInput } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { assessImpact, type MemberPosition } from './assess-impact.js';
import type { PublishedPlan } from './published-plan.js';
import { currentRuleset } from './current-ruleset.js';

/** Scenarios B1 (variant), B3, C21 and C22, through the function alone. Day 0 is Tuesday 6 April 2027. */
const calendar = defaultCalendar('America/New_York');
const at = (time: string, day = '2027-04-06'): Date => new Date(`${day}T${time}:00-04:00`);
const member = (role: PartnerRole, acknowledgedVersion: number): MemberPosition => ({
  memberId: role,
  role,
  partnerId: 'clinic',
  engagedFor: [],
  acknowledgedVersion,
  joinedAt: at('09:00', '2027-03-01'),
  calendar,
});

const radiculopathy: PlanDocumentInput = {
  diagnoses: [{ id: 'd1', code: 'M54.17', group: 'lumbar-radiculopathy', status: 'confirmed' }],
  rehab: [{ id: 'r1', discipline: 'physical-therapy', diagnosisId: 'd1', status: 'active' }],
};
const flag = (kind: 'cauda-equina' | 'progressive-weakness' | 'cord-compression', more: object = {}) =>
  ({ id: 'g1', kind, observedAt: '2027-04-06T09:00:00-04:00', status: 'active', ...more }) as const;
const study = {
  id: 'i1',
  modality: 'mri',
  region: 'lumbar spine',
  reason: 'new deficit',
  urgency: 'emergency',
  status: 'ordered',
} as const;
const held = (kind: 'hold-all' | 'hold-loading') =>
  [
    {
      ...radiculopathy.rehab?.[0],
      restrictions: [{ id: 'x1', kind, from: '2027-04-06', until: 'until-cleared' as const }],
    },
  ] as NonNullable<PlanDocumentInput['rehab']>;

const versions = (...steps: [Date, PlanDocumentInput][]): PublishedPlan[] =>
  steps.map(([publishedAt, input], index) => ({
    version: index + 1,
    publishedAt,
    document: planDocument.parse(input),
  }));

/** `role or desk: rules urgency due`, for everybody who is told. */
function told(history: PublishedPlan[], ...members: MemberPosition[]): string[] {
  const { partners, desks } = assessImpact({ history, members, clinicCalendar: calendar, ruleset: currentRuleset });
  const line = (who: string, asks: readonly { ruleId: string }[], urgency: string, dueAt: string): string =>
    `${who}: ${[...new Set(asks.map(({ ruleId }) => ruleId))].sort().join(' ')} ${urgency} ${dueAt.slice(8, 16)}`;
  return [
    ...partners.map(({ role, memberId, asks, urgency, dueAt }) =>
      line(memberId ? role : `nobody (${role})`, asks, urgency, dueAt),
    ),
    ...desks.map(({ desk, asks, urgency, dueAt }) => line(desk, asks, urgency, dueAt)),
  ].sort();
}

describe('a red flag', () => {
  const base: [Date, PlanDocumentInput] = [at('09:00', '2027-03-01'), radiculopathy];
  const team = [member('physical-therapy', 1), member('primary-care', 1)];

  it('that is an emergency is told to everybody who must act within the hour', () => {
    const history = versions(base, [
      at('16:40'),
      { ...radiculopathy, redFlags: [flag('cauda-equina')], imaging: [study], rehab: held('hold-all') },
    ]);
    expect(told(history, ...team)).toEqual([
      'authorization: AU-06 same-day 06T18:40',
      'coordinator: CO-01 CO-02 emergency 06T17:40',
      'nobody (imaging): IM-01 emergency 06T17:40',
      'nobody (spine-surgery): SP-02 emergency 06T17:40',
      'patient: PX-08 emergency 06T17:40',
      'physical-therapy: PT-30 emergency 06T17:40',
      'physician: PH-01 emergency 06T17:40',
    ]);
  });

  it('of the same day reaches scheduling too', () => {
    const history = versions(base, [
      at('10:00'),
      { ...radiculopathy, redFlags: [flag('progressive-weakness')], imaging: [study], rehab: held('hold-loading') },
    ]);
    expect(told(history, ...team)).toEqual([
      'authorization: AU-06 same-day 06T17:00',
      'coordinator: CO-01 same-day 06T17:00',
      'nobody (imaging): IM-01 same-day 06T17:00',
      'nobody (spine-surgery): SP-02 same-day 06T17:00',
      'patient: PX-09 same-day 06T17:00',
      'physical-therapy: PT-30 same-day 06T17:00',
      'physician: PH-01 same-day 06T17:00',
      'scheduling: SD-06 same-day 06T17:00',
    ]);
  });

  it('that is known and unchanged alarms nobody', () => {
    const history = versions(base, [
      at('10:00'),
      { ...radiculopathy, redFlags: [flag('cauda-equina', { onset: 'known' })] },
    ]);
    expect(told(history, ...team).filter((line) => !line.startsWith('patient'))).toEqual([]);
  });

  it('names no cause to therapy', () => {
    const history = versions(base, [
      at('10:00'),
      { ...radiculopathy, redFlags: [flag('cauda-equina')], rehab: held('hold-all') },
    ]);
    const { partners } = assessImpact({ history, members: team, clinicCalendar: calendar, ruleset: currentRuleset });
    const asks = partners.find(({ role }) => role === 'physical-therapy')?.asks ?? [];
    expect(asks.map(({ reason }) => reason)).toEqual([
      'Hold all treatment from now: an urgent medical review is under way.',
    ]);
  });

  it('that is cleared tells those who heard of it, and nobody else', () => {
    const raised: PlanDocumentInput = {
      ...radiculopathy,
      redFlags: [flag('cauda-equina')],
      imaging: [study],
      rehab: held('hold-all'),
    };
    const done: PlanDocumentInput = {
      ...radiculopathy,
      redFlags: [flag('cauda-equina', { status: 'cleared', finding: 'spine excluded' })],
      imaging: [{ ...study, status: 'resulted' }],
    };
    const history = versions(base, [at('16:40'), raised], [at('10:00', '2027-04-09'), done]);
    expect(told(history, member('physical-therapy', 2), member('primary-care', 1))).toEqual([
      'patient: PX-09 urgent 12T17:00',
      'physical-therapy: AL-07 routine 12T17:00',
    ]);
  });

  it('with a cancer history and a neurologic sign calls both oncology roles at once', () => {
    const plan: PlanDocumentInput = {
      ...radiculopathy,
      redFlags: [flag('cord-compression', { region: 'T8' })],
      imaging: [study],
      rehab: held('hold-all'),
    };
    const history = versions(base, [at('10:00'), plan]);
    const roles = told(history, ...team).filter((line) => /oncology|spine|imaging|physical/.test(line));
    expect(roles).toEqual([
      'nobody (imaging): IM-01 emergency 06T11:00',
      'nobody (oncology): ON-02 emergency 06T11:00',
      'nobody (radiation-oncology): RO-05 emergency 06T11:00',
      'nobody (spine-surgery): SP-02 emergency 06T11:00',
      'physical-therapy: PT-30 emergency 06T11:00',
    ]);
  });
});

describe('a plan that ends', () => {
  const booked: PlanDocumentInput = {
    ...radiculopathy,
    procedures: [
      {
        id: 'p1',
        type: 'esi-caudal',
        intent: 'therapeutic',
        status: 'scheduled',
        scheduledAt: '2027-04-09T10:00:00-04:00',
      },
    ],
  };

  it('tells every member to stop and frees the bookings, whatever else was open', () => {
    const history = versions(
      [at('09:00', '2027-03-01'), radiculopathy],
      [at('09:00', '2027-04-05'), booked],
      [at('10:00'), { ...booked, status: 'revoked' }],
    );
    expect(told(history, member('physical-therapy', 1), member('primary-care', 0), member('pharmacy', 1))).toEqual([
      'pharmacy: AL-02 urgent 07T17:00',
      'physical-therapy: AL-02 urgent 07T17:00',
      'primary-care: AL-02 urgent 07T17:00',
      'scheduling: SD-14 same-day 06T17:00',
    ]);
  });

  it('tells of a hold and of its end; who had not acknowledged the hold hears nothing of either', () => {
    const onHold: PlanDocumentInput = { ...radiculopathy, status: 'on-hold' };
    const held2 = versions([at('09:00', '2027-03-01'), radiculopathy], [at('09:00'), onHold]);
    expect(told(held2, member('physical-therapy', 1), member('primary-care', 1))).toEqual([
      'physical-therapy: AL-03 urgent 07T17:00',
      'primary-care: AL-03 urgent 07T17:00',
      'scheduling: SD-14 same-day 06T17:00',
    ]);
    const resumed = [...held2, ...versions([at('10:00'), radiculopathy])].map((one, index) => ({
      ...one,
      version: index + 1,
    }));
    expect(told(resumed, member('physical-therapy', 2), member('primary-care', 1))).toEqual([
      'physical-therapy: AL-03 urgent 07T17:00',
    ]);
  });
});
