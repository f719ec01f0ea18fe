/** The patient does not come to therapy: called once, and after the second time the coordinator takes over. */
import type { Appointment, Page, Referral, TimelineEntry, WorkItem } from '#contracts';
import { then, tellsDesk } from './case.ts';
import { lumbarCase } from './c-base.ts';
import type { Story } from './story.ts';

const therapist = 'partner:pt-north';

const book = (story: Story, day: number, as = therapist) =>
  story.api.call<Appointment>('POST', '/api/appointments', {
    as,
    body: {
      planId: story.planId,
      kind: 'visit',
      startsAt: story.at.instant(day, '10:00'),
      ...(as === therapist ? {} : { partnerId: 'pt-north' }),
    },
  });

async function miss(story: Story, id: string): Promise<void> {
  const { state } = await story.api.post<Appointment>(`/api/appointments/${id}/no-show`, therapist, {});
  story.expectEqual('state', state, 'no-show');
}

const opened = (story: Story, ruleId: string): Promise<WorkItem[]> =>
  story.until(
    `${ruleId} to be open`,
    async () => (await story.workItems()).filter((item) => item.ask.ruleId === ruleId && item.status === 'open'),
    (items) => items.length > 0,
  );

const rows = (items: readonly WorkItem[]) =>
  items.map(({ desk, ask }) => ({
    ...{ to: desk, partner: null, rules: [ask.ruleId], urgency: ask.urgency, dueAt: ask.dueAt, reasons: [ask.reason] },
  }));

async function noPartnerIsAsked(story: Story): Promise<void> {
  const waiting = (await story.handoffs()).filter(({ status }) => status === 'open' || status === 'unassigned');
  story.expectEqual(
    'handoffs that wait',
    waiting.map(({ role }) => role),
    [],
  );
}

let visit = '';

export const c15NoShow = lumbarCase('C15', 'No-show', [
  then(1, '09:00', 'PT-North has accepted the patient and books a visit', async (story) => {
    const referrals = await story.api.all<Referral>(`/api/referrals?patient=${story.patientId}`, therapist);
    const referral = referrals.find(({ role }) => role === 'physical-therapy');
    // Whoever acknowledged its first version has accepted with it.
    if (referral?.state !== 'accepted') await story.api.post(`/api/referrals/${referral?.id}/accept`, therapist, {});
    const booked = await story.until(
      'a visit to be booked',
      () => book(story, 6),
      ({ status }) => status === 201,
    );
    visit = booked.body.id;
  }),
  then(6, '10:30', 'missed: nobody is asked anything yet', async (story) => {
    await miss(story, visit);
    await noPartnerIsAsked(story);
  }),
  then(7, '08:05', 'no new time by the next business day: call and rebook', async (story) => {
    story.expectTold('d7', rows(await opened(story, 'SD-20')), [tellsDesk('scheduling', 'SD-20', 'same-day', 7)]);
    const again = await book(story, 13);
    story.expectEqual('booked again', again.status, 201);
    visit = again.body.id;
    await story.until(
      'the item to be done',
      async () => (await story.workItems()).find(({ ask }) => ask.ruleId === 'SD-20')?.status,
      (status) => status === 'done',
    );
  }),
  then(13, '10:30', 'missed again: the coordinator, and a line for the referrer', async (story) => {
    await miss(story, visit);
    story.expectTold('d13', rows(await opened(story, 'CO-06')), [tellsDesk('coordinator', 'CO-06', 'routine', 14)]);
    const line = await story.until(
      'the line for the referrer',
      async () => {
        const path = `/api/patients/${story.patientId}/timeline?limit=50`;
        const { items } = await story.api.get<Page<TimelineEntry>>(path, 'physician');
        return items.find(({ text }) => text.includes('2 times in a row'))?.text;
      },
      (text) => text !== undefined,
    );
    story.expectEqual('the line', line?.includes('The referring physician is told.'), true);
    await noPartnerIsAsked(story);
  }),
  then(14, '09:00', 'the third visit is booked by the coordinator alone', async (story) => {
    story.expectEqual('PT-North books', (await book(story, 20)).status, 409);
    story.expectEqual('the coordinator books', (await book(story, 20, 'coordinator')).status, 201);
    await noPartnerIsAsked(story);
  }),
]);
