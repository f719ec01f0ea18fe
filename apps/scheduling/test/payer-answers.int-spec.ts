import { randomUUID } from 'node:crypto';
import type { Authorization, Page } from '#contracts';
import { block, createSchedulingTest, only, type SchedulingTest } from './scheduling.context.js';

let ctx: SchedulingTest;
beforeAll(async () => {
  ctx = await createSchedulingTest();
});
afterAll(() => ctx?.close());

async function newAuthorization() {
  const plan = ctx.newPlan();
  await plan.publish(1, { procedures: [block()] });
  const { id } = only(await plan.authorizations());
  return {
    plan,
    id,
    move: (event: string, body?: object) => ctx.move('authorizations', id, event, body ? { body } : {}),
  };
}
const validity = { validFrom: '2027-04-12', validUntil: '2027-07-12' };

describe('the payer answers', () => {
  it('by denying, and after an appeal by approving for these days', async () => {
    const { plan, move } = await newAuthorization();
    expect(await move('submit')).toMatchObject({
      status: 200,
      body: { state: 'submitted', allowed: ['pend', 'approve', 'deny'] },
    });
    const denial = { payerReason: 'Not enough therapy before', appealBy: '2027-05-01' };
    expect(await move('deny', denial)).toMatchObject({
      status: 200,
      body: { state: 'denied', ...denial, allowed: ['appeal'] },
    });
    expect(await move('appeal')).toMatchObject({ body: { state: 'appealed', payerReason: denial.payerReason } });
    expect(await move('approve', validity)).toMatchObject({
      status: 200,
      body: { state: 'approved', ...validity, payerReason: null, appealBy: null, allowed: ['renew'] },
    });
    const by = expect.objectContaining({ role: 'coordinator' });
    expect((await plan.events()).slice(1)).toEqual([
      ['authorization.moved', expect.objectContaining({ state: 'submitted', by })],
      ['authorization.denied', expect.objectContaining({ ...denial, by })],
      ['authorization.moved', expect.objectContaining({ state: 'appealed', by })],
      ['authorization.approved', expect.objectContaining({ ...validity, by })],
    ]);
  });

  it('and a record that lacks a field, or has one too many, is refused by its name', async () => {
    const { plan, move } = await newAuthorization();
    await move('submit');
    const paths = async (event: string, body?: object) => {
      const answer = await move(event, body);
      expect(answer.status).toBe(400);
      return (answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    };
    expect(await paths('approve')).toEqual(['validFrom', 'validUntil']);
    expect(await paths('approve', { validFrom: '2027-05-02', validUntil: '2027-05-01' })).toEqual(['validUntil']);
    expect(await paths('deny', { validFrom: '2027-05-02' })).toEqual(['payerReason', 'validFrom']);
    expect(await plan.told()).toEqual(['authorization.needed', 'authorization.moved']);
  });

  it('and what the state forbids is refused with what it allows', async () => {
    const { move } = await newAuthorization();
    expect(await move('approve', validity)).toMatchObject({
      status: 409,
      body: { state: 'needed', allowed: ['submit'] },
    });
    expect(await move('reopen')).toMatchObject({ status: 400 });
    expect(await ctx.move('authorizations', randomUUID(), 'submit')).toMatchObject({ status: 404 });
  });

  it('once, also when the request is repeated', async () => {
    const { plan, id, move } = await newAuthorization();
    await move('submit');
    const approve = () => ctx.move('authorizations', id, 'approve', { body: validity, key: `approve-${id}` });
    const first = await approve();
    expect(await approve()).toMatchObject({ status: 200, body: first.body as object });
    expect(await plan.told()).toEqual(['authorization.needed', 'authorization.moved', 'authorization.approved']);
  });

  it('to the coordinator; the physician reads and nobody else does', async () => {
    const { plan, id } = await newAuthorization();
    expect(only(await plan.authorizations('physician'))).toMatchObject({ id, allowed: [] });
    expect(await ctx.move('authorizations', id, 'submit', { as: 'physician' })).toMatchObject({ status: 403 });
    for (const as of ['partner:pt-north', 'administrator']) {
      expect(await ctx.request('GET', '/api/authorizations', { as })).toMatchObject({ status: 403 });
    }
  });

  it('and all are listed page by page, newest need first, by state', async () => {
    const plan = ctx.newPlan();
    const procedures = ['p1', 'p2', 'p3'].map((id) => block({ id }));
    await plan.publish(1, { procedures });
    const page = async (query: string) =>
      (
        await ctx.request('GET', `/api/authorizations?patient=${plan.patientId}&state=needed&limit=2${query}`, {
          as: 'coordinator',
        })
      ).body as Page<Authorization>;
    const first = await page('');
    const second = await page(`&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ itemId }) => itemId)).size).toBe(3);
  });
});
