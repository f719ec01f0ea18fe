/** The payer says no, then yes for a few days: what is booked follows its answer. */
import type { Appointment, Authorization, PlanDocumentInput, WorkItem } from '#contracts';
import { acknowledge, type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import type { Story } from './story.ts';

const planned = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'procedures', 'p1', {
    type: 'esi-transforaminal',
    intent: 'therapeutic',
    side: 'left',
    level: ['S1'],
    approach: 'transforaminal',
    guidance: 'fluoroscopy',
    diagnosisId: 'd1',
    authorizationRequired: true,
    status: 'planned',
  });
const bookedFor =
  (day: number) =>
  (at: CaseDates): PlanDocumentInput =>
    withItem(planned(at), 'procedures', 'p1', { status: 'scheduled', scheduledAt: at.instant(day, '10:00') });

const others = ['primary-care', 'imaging', 'pharmacy'] as const;
const denial = 'six weeks of therapy are not documented';

const permission = (story: Story): Promise<Authorization> =>
  story.until(
    'the permission of the epidural to be known',
    async () =>
      (await story.api.all<Authorization>(`/api/authorizations?plan=${story.planId}`, 'coordinator')).find(
        ({ itemId, kind }) => itemId === 'p1' && kind === 'procedure',
      ) as Authorization,
    (found) => found !== undefined,
  );

async function payer(story: Story, event: string, facts: object = {}): Promise<Authorization> {
  const { id } = await permission(story);
  return story.api.post(`/api/authorizations/${id}/${event}`, 'coordinator', facts);
}

interface Refusal {
  detail: string;
  errors?: { found?: string }[];
}
const book = (story: Story, day: number) =>
  story.api.call<Appointment & Refusal>('POST', '/api/appointments', {
    as: 'coordinator',
    body: { planId: story.planId, kind: 'procedure', itemId: 'p1', startsAt: story.at.instant(day, '10:00') },
  });

const untilItem = (story: Story, ruleId: string, status: WorkItem['status']): Promise<WorkItem[]> =>
  story.until(
    `${ruleId} to be ${status}`,
    async () => (await story.workItems()).filter((item) => item.ask.ruleId === ruleId && item.status === status),
    (items) => items.length > 0,
  );

const appointment = async (story: Story): Promise<Appointment | undefined> =>
  (await story.api.all<Appointment>(`/api/appointments?plan=${story.planId}&kind=procedure`, 'coordinator'))[0];

/** No partner has anything open or new beside what it had. */
async function partnersAreQuiet(story: Story, where: string): Promise<void> {
  const open = (await story.handoffs()).filter(({ status }) => status === 'open' || status === 'unassigned');
  story.expectEqual(
    `${where}: handoffs that wait`,
    open.map(({ role }) => role),
    [],
  );
}

export const c14Authorization = lumbarCase('C14', 'Authorization', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'An epidural is planned',
    document: planned,
    told: [tellsDesk('authorization', 'AU-01', 'routine', 3)],
    notTold: ['physical-therapy', ...others],
  },
  then(1, '09:00', 'the payer is asked, and wants to see more', async (story) => {
    story.expectEqual('booking before anybody asked', (await book(story, 20)).status, 409);
    await payer(story, 'submit');
    story.expectEqual('state', (await payer(story, 'pend', { note: 'therapy notes' })).state, 'pended');
  }),
  then(6, '10:00', 'denied: it cannot be booked, and the physician decides', async (story) => {
    await payer(story, 'deny', { payerReason: denial, appealBy: story.at.date(36) });
    const refusal = await book(story, 20);
    story.expectEqual(
      'booking while denied',
      [refusal.status, refusal.body.errors?.[0]?.found],
      [409, `the payer denied it (${denial})`],
    );
    const items = await untilItem(story, 'PH-08', 'open');
    story.expectTold(
      'after the denial',
      items.map(({ desk, ask }) => ({
        to: desk,
        partner: null,
        rules: [ask.ruleId],
        urgency: ask.urgency,
        dueAt: ask.dueAt,
        reasons: [ask.reason],
      })),
      [tellsDesk('physician', 'PH-08', 'urgent', 7)],
    );
    const reason = items[0]?.ask.reason ?? '';
    for (const part of [denial, 'appeal by 12 May 2027', 'next option:']) {
      story.expectEqual(`the reason says "${part}"`, reason.includes(part), true);
    }
    await partnersAreQuiet(story, 'after the denial');
  }),
  then(7, '09:00', 'appealed', async (story) => {
    story.expectEqual('state', (await payer(story, 'appeal')).state, 'appealed');
    await untilItem(story, 'PH-08', 'done');
  }),
  then(13, '10:00', 'approved for d14 to d20: d23 is refused, d20 is taken', async (story) => {
    await payer(story, 'approve', { validFrom: story.at.date(14), validUntil: story.at.date(20), units: 1 });
    const late = await book(story, 23);
    story.expectEqual('booking d23', [late.status, late.body.errors?.[0]?.found], [409, `found ${story.at.date(23)}`]);
    const taken = await book(story, 20);
    story.expectEqual('booking d20', [taken.status, taken.body.proposed], [201, true]);
    await partnersAreQuiet(story, 'before it is scheduled');
  }),
  {
    kind: 'publish',
    day: 13,
    time: '11:00',
    version: 5,
    reason: 'The physician takes up the reserved time',
    document: bookedFor(20),
    told: [
      tells('physical-therapy', 'pt-north', 'PT-11', 'routine', 16),
      tellsDesk('authorization', 'AU-02', 'routine', 13),
      tellsDesk('patient', 'PX-01', 'routine', 15),
    ],
    notTold: others,
  },
  acknowledge(14, '10:00', 'physical-therapy', 'pt-north', 5),
  then(14, '10:05', 'the booking stands as the plan says', async (story) => {
    const stands = await story.until(
      'the plan to be followed',
      () => appointment(story),
      (one) => one?.proposed === false,
    );
    story.expectEqual('appointment', [stands?.state, stands?.blocked], ['booked', null]);
  }),
  {
    kind: 'publish',
    day: 14,
    time: '11:00',
    version: 6,
    reason: 'Moved, beyond what the payer approved',
    document: bookedFor(22),
    told: [
      tells('physical-therapy', 'pt-north', 'PT-12', 'routine', 15),
      tellsDesk('authorization', 'AU-03', 'routine', 15),
      tellsDesk('scheduling', 'SD-05', 'routine', 15),
    ],
    notTold: others,
  },
  then(14, '11:05', 'which blocks the booking until the permission is renewed', async (story) => {
    const blocked = await story.until(
      'the block',
      () => appointment(story),
      (one) => one?.blocked !== null,
    );
    story.expectEqual('why', blocked?.blocked?.includes(`found ${story.at.date(22)}`), true);
    await payer(story, 'renew', { validFrom: story.at.date(14), validUntil: story.at.date(30), units: 1 });
    const free = await story.until(
      'no block',
      () => appointment(story),
      (one) => one?.blocked === null,
    );
    story.expectEqual(
      'appointment',
      [free?.state, free?.startsAt],
      ['booked', new Date(story.at.instant(22, '10:00')).toISOString()],
    );
  }),
]);
