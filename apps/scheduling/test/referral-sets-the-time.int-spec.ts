import { randomUUID } from 'node:crypto';
import { type EventData, referralMoved } from '#contracts';
import { deliver } from '#messaging/testing';
import { createSchedulingTest, only, therapy, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
  await ctx.registerSite('pain-clinic', { kind: 'clinic', name: 'Pain Clinic' });
  await ctx.registerSite('pt-north', { name: 'PT-North', roles: ['physical-therapy'] });
});
afterAll(() => ctx?.close());
beforeEach(() => ctx.clock.set('2027-04-06T13:00:00Z'));

const friday = '2027-04-09T14:00:00.000Z';
const monday = '2027-04-12T14:00:00.000Z';
const person = { sub: 'theo', name: 'Theo', role: 'partner', partnerId: 'pt-north' };

async function inTherapy() {
  const plan = ctx.newPlan();
  await plan.publish(1, { rehab: [therapy] });
  await plan.join('physical-therapy', 'pt-north');
  const { planId, patientId } = plan;
  const said = (event: string, over: Partial<EventData<typeof referralMoved>> = {}) =>
    deliver(
      ctx.app,
      referralMoved.of({
        subject: patientId,
        time: ctx.clock.now(),
        data: {
          ...{ referralId: randomUUID(), memberId: randomUUID(), planId, patientId, role: 'physical-therapy' as const },
          ...{ partnerId: 'pt-north', event, before: 'accepted', state: 'scheduled', waitingOn: 'patient' as const },
          ...{ note: null, movedAt: ctx.clock.now().toISOString(), by: person },
          ...over,
        },
      }),
    );
  return { plan, said };
}

it('a time that a partner sets in its referral is an appointment, once', async () => {
  const { plan, said } = await inTherapy();
  await said('book', { appointmentAt: friday });
  await said('book', { appointmentAt: friday });
  expect(only(await plan.appointments('partner:pt-north'))).toMatchObject({
    ...{ state: 'booked', startsAt: friday, partnerId: 'pt-north', itemId: 'r1', title: 'Physical therapy visit' },
  });
  expect(await plan.told()).toEqual(['appointment.booked']);
});

it('moved, missed and cancelled there is so here, and news of services comes back as nothing', async () => {
  const { plan, said } = await inTherapy();
  await said('book', { appointmentAt: friday });
  const { id: appointmentId } = only(await plan.appointments());
  await said('rebook', { appointmentAt: monday, appointmentId });
  expect(only(await plan.appointments())).toMatchObject({ id: appointmentId, startsAt: monday, state: 'booked' });
  await said('miss', { appointmentId });
  expect(only(await plan.appointments())).toMatchObject({ state: 'booked' });
  ctx.clock.set('2027-04-12T14:30:00Z');
  await said('miss', { appointmentId, by: null });
  expect(only(await plan.appointments())).toMatchObject({ state: 'booked' });
  await said('miss', { appointmentId });
  expect(only(await plan.appointments())).toMatchObject({ state: 'no-show' });
  await said('rebook', { appointmentAt: '2027-04-14T14:00:00.000Z', appointmentId });
  const again = (await plan.appointments()).find(({ id }) => id !== appointmentId);
  expect(again).toMatchObject({ state: 'booked', startsAt: '2027-04-14T14:00:00.000Z' });
  await said('cancel-visit', { appointmentId: again?.id ?? null, note: 'The therapist is ill.' });
  expect((await plan.appointments()).map(({ state }) => state).sort()).toEqual(['cancelled', 'no-show']);
  expect(await plan.told()).toEqual([
    ...['appointment.booked', 'appointment.moved', 'appointment.missed', 'appointment.booked', 'appointment.cancelled'],
  ]);
});
