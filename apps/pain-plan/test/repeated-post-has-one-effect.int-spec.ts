import { startPainPlan, withRestriction, type Context } from './pain-plan.context.js';

describe('A repeated POST with the same Idempotency-Key', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  it('publishes once and gets the same answer', async () => {
    const plan = await context.newPlan();
    const first = await context.publish(plan.id, 1, withRestriction(), { key: 'publish-once' });
    const mark = (await context.eventNames()).length;
    const second = await context.publish(plan.id, 1, withRestriction(), { key: 'publish-once' });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.etag).toBe('"2"');
    expect(await context.eventNames(mark)).toEqual([]);
  });

  it('registers a patient once, even when both arrive together', async () => {
    const register = () =>
      context.request('POST', '/api/patients', {
        as: 'coordinator',
        body: { name: { given: 'Twice', family: 'Sent' }, birthDate: '1990-01-01' },
        headers: { 'idempotency-key': 'register-once' },
      });
    const [one, other] = await Promise.all([register(), register()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).toEqual(other.body);
    const found = await context.request('GET', '/api/patients?query=Sent', { as: 'coordinator' });
    expect((found.body as { items: unknown[] }).items).toHaveLength(1);
  });
});
