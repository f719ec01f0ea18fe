import { type WorkItem, workItemDelegated, workItemPostponed } from '#contracts';
import { coordinator, member, partnerUser, physician, type PlanDriver, ReferralContext } from './referral.context.js';

describe('Work of the physicians’ desk', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  /** A partner acknowledges with a concern: the physician is asked to answer (PH-09). */
  const withConcern = async (): Promise<{ plan: PlanDriver; item: WorkItem }> => {
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-north')] });
    const open = await plan.only('open');
    const body = { version: open.throughVersion, kind: 'acknowledged-with-concern', note: 'No room for three a week.' };
    await context.request('POST', `/api/handoffs/${open.id}/acknowledgement`, { as: partnerUser('pt-north'), body });
    return { plan, item: await only(plan) };
  };
  const listed = async (plan: PlanDriver, as = physician): Promise<WorkItem[]> => {
    const { body } = await context.request('GET', `/api/work-items?plan=${plan.planId}&status=open`, { as });
    return (body as { items: WorkItem[] }).items;
  };
  const only = async (plan: PlanDriver): Promise<WorkItem> => {
    const [item, ...others] = (await listed(plan)).filter(({ ask }) => ask.ruleId === 'PH-09');
    expect(others).toEqual([]);
    return item!;
  };
  const act = (item: WorkItem, what: string, body: object, as = physician) =>
    context.request('POST', `/api/work-items/${item.id}/${what}`, { as, body });

  it('names the patient and what this reader may do', async () => {
    const { plan, item } = await withConcern();
    expect(item.patient).toMatchObject({ name: expect.any(String), recordNumber: expect.any(String) });
    expect(item.allowed).toEqual(['take', 'done', 'delegate', 'postpone']);
    const [same] = (await listed(plan, coordinator)).filter(({ id }) => id === item.id);
    expect(same!.allowed).toEqual(['take']);
  });

  it('goes to the coordinator with a word, and is finished there', async () => {
    const { plan, item } = await withConcern();
    expect(await act(item, 'delegate', {}, coordinator)).toMatchObject({ status: 403 });
    expect(await act(item, 'delegate', { note: 'Offer twice a week.' })).toMatchObject({
      status: 200,
      body: { desk: 'coordinator', delegated: { by: physician.name, note: 'Offer twice a week.' }, allowed: ['take'] },
    });
    expect(await context.toldOf(plan.patientId, workItemDelegated)).toMatchObject([
      { workItemId: item.id, desk: 'physician', to: 'coordinator', note: 'Offer twice a week.' },
    ]);
    expect(await act(item, 'delegate', {})).toMatchObject({ status: 403 });
    expect(await act(item, 'done', {}, coordinator)).toMatchObject({ status: 200, body: { status: 'done' } });
  });

  it('is put off to a later day and comes back, and to no day that has been', async () => {
    const { plan, item } = await withConcern();
    expect(await act(item, 'postpone', { until: '2027-04-06' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'until', message: 'must be after today, 2027-04-06' }] },
    });
    expect(await act(item, 'postpone', { until: '2027-04-09' })).toMatchObject({ body: { laterUntil: '2027-04-09' } });
    expect(await act(item, 'postpone', { until: '2027-04-09' })).toMatchObject({ status: 200 });
    expect(await act(item, 'postpone', { until: null })).toMatchObject({ body: { laterUntil: null } });
    const told = await context.toldOf(plan.patientId, workItemPostponed);
    expect(told.map(({ until }) => until)).toEqual(['2027-04-09', null]);
  });
});
