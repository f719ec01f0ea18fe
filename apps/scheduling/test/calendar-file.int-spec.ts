import ICAL from 'ical.js';
import { block, createSchedulingTest, only, therapy, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
  await ctx.registerSite('pt-west', { name: 'PT-West', roles: ['physical-therapy'], calendar: denver });
});
afterAll(() => ctx?.close());

const denver = {
  timeZone: 'America/Denver',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: [],
};

const read = async (id: string, as = 'coordinator') => {
  const { status, body, headers } = await ctx.request<string>('GET', `/api/appointments/${id}.ics`, { as });
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  const found = calendar.getFirstSubcomponent('vevent');
  if (!found) throw new Error('no event in it');
  return {
    text: body,
    calendar,
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(found),
    found,
  };
};

describe('the calendar file of an appointment', () => {
  it('is an invitation, then its update under the same UID, then its cancellation', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block({ authorizationRequired: false })] });
    const { id } = (await plan.book({ kind: 'procedure', itemId: 'p1', startsAt: '2027-04-13T14:00:00Z' })).body;
    const invitation = await read(id);
    expect([invitation.method, invitation.event.sequence, invitation.event.summary]).toEqual([
      'REQUEST',
      0,
      'Clinic visit',
    ]);
    await ctx.move('appointments', id, 'move', { body: { startsAt: '2027-04-14T14:00:00Z' } });
    const update = await read(id);
    expect([update.method, update.event.sequence, update.event.uid]).toEqual(['REQUEST', 1, invitation.event.uid]);
    expect(update.event.startDate.toJSDate()).toEqual(new Date('2027-04-14T14:00:00Z'));
    await ctx.move('appointments', id, 'cancel', { body: { reason: 'The patient has a fever.' } });
    const cancelled = await read(id);
    expect([cancelled.method, cancelled.event.sequence, cancelled.event.uid]).toEqual([
      'CANCEL',
      2,
      invitation.event.uid,
    ]);
    expect(cancelled.found.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(cancelled.text).not.toContain('fever');
  });

  it('says the right hour in the zone of the site, on both sides of a change of the clocks, to who knows no zones', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [therapy] });
    await plan.join('physical-therapy', 'pt-west');
    for (const [startsAt, wall] of [
      ['2027-11-05T16:00:00Z', '2027-11-05T10:00:00'],
      ['2027-11-09T16:00:00Z', '2027-11-09T09:00:00'],
    ] as const) {
      const booked = await plan.book({ kind: 'visit', partnerId: 'pt-west', startsAt, minutes: 30 });
      const { calendar, event } = await read(booked.body.id, 'partner:pt-west');
      const definition = calendar.getFirstSubcomponent('vtimezone');
      expect(definition?.getFirstPropertyValue('tzid')).toBe('America/Denver');
      // Only what the file itself says of the zone counts: ICAL.js knows none by name.
      expect(ICAL.TimezoneService.has('America/Denver')).toBe(false);
      expect(event.startDate.toString()).toBe(wall);
      const zone = new ICAL.Timezone(definition as ICAL.Component);
      const start = event.startDate.clone();
      start.zone = zone;
      expect(start.toJSDate().toISOString()).toBe(new Date(startsAt).toISOString());
      expect(event.duration.toSeconds()).toBe(1800);
    }
  });

  it.each(['pudendal-block', 'rfa-medial-branch', 'scs-trial', 'pelvic-floor-trigger-point'] as const)(
    'of a %s holds no clinical word, no name and no place',
    async (type) => {
      const plan = ctx.newPlan();
      const scheduledAt = '2027-04-13T14:00:00Z';
      await plan.publish(1, {
        procedures: [block({ type, authorizationRequired: false, status: 'scheduled', scheduledAt })],
      });
      const { id } = only(await plan.appointments());
      const { text, found } = await read(id);
      expect(text).not.toMatch(/pudendal|block|ablation|trial|pelvi|trigger|L4|left|pt-|pain|patient/i);
      expect(found.getAllProperties().map(({ name }) => name)).not.toContain('location');
      expect(found.getFirstPropertyValue('description')).toBeNull();
    },
  );

  it('of a diary call is a call, and the file of an appointment that is not there is not there', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { procedures: [block({ status: 'done', doneAt: '2027-04-06T12:30:00Z' })] });
    const call = (await plan.appointments()).find(({ kind }) => kind === 'diary-call');
    expect((await read(call?.id ?? '')).event.summary).toBe('Clinic call');
    const path = '/api/appointments/3f8f4b3e-7d1c-4d57-9a3e-0c5a3f0f9a11.ics';
    expect(await ctx.request('GET', path, { as: 'coordinator' })).toMatchObject({ status: 404 });
  });

  it('is named as such in the description of the API', async () => {
    const { body } = await ctx.request<{
      paths: Record<string, { get?: { responses: Record<string, { content: object }> } }>;
    }>('GET', '/openapi.json');
    expect(body.paths['/api/appointments/{id}.ics']?.get?.responses['200']?.content).toHaveProperty(['text/calendar']);
  });
});
