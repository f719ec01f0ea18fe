import { type Advice, adviceAnswered, adviceAsked, adviceConverted, type Page } from '#contracts';
import { coordinator, member, partnerUser, physician, type PlanDriver, ReferralContext } from './referral.context.js';
import { Moves } from './referral.moves.js';

const north = partnerUser('pt-north');

describe('advice without a referral', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
    await context.newPartner('mindful', ['behavioral-health']);
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const post = (path: string, as: typeof coordinator, body: object) =>
    context.request('POST', `/api/advice${path}`, { as, body });
  const ask = async (as: typeof coordinator, body: object): Promise<Advice> => {
    const answer = await post('', as, body);
    expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, '']);
    return answer.body as Advice;
  };
  const read = (id: string, as: typeof coordinator) => context.request('GET', `/api/advice/${id}`, { as });
  const listed = async (plan: PlanDriver, as: typeof coordinator) =>
    ((await context.request('GET', `/api/advice?plan=${plan.planId}`, { as })).body as Page<Advice>).items;

  it('a partner asks the physician about an item of its own slice; the answer reaches that partner only', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { planId } = plan;
    const asked = await ask(north, { planId, itemId: 'rehab-pt', question: 'May she lift ten kilograms?' });
    expect(asked).toMatchObject({
      ...{ to: 'physician', partnerId: 'pt-north', role: 'physical-therapy', itemId: 'rehab-pt', state: 'asked' },
      ...{ answer: null, allowed: [], asked: { by: north.name } },
    });
    const [item] = await moves.items(plan, 'PH-32');
    expect(item?.ask.reason).toBe('Clinic pt-north asks for your advice about physical therapy.');
    expect(
      await context.request('POST', `/api/work-items/${item?.id}/done`, { as: physician, body: {} }),
    ).toMatchObject({ status: 409 });

    const stranger = partnerUser('pt-east');
    expect((await read(asked.id, stranger)).status).toBe(404);
    expect((await post(`/${asked.id}/answer`, stranger, { answer: 'x' })).status).toBe(404);
    expect((await post('', stranger, { planId, question: 'x' })).status).toBe(404);
    expect((await post(`/${asked.id}/answer`, coordinator, { answer: 'x' })).status).toBe(403);
    const answered = await post(`/${asked.id}/answer`, physician, { answer: 'Five for now.' });
    expect(answered).toMatchObject({ status: 200, body: { state: 'answered', answered: { by: physician.name } } });
    expect((await post(`/${asked.id}/answer`, physician, { answer: 'Ten.' })).status).toBe(409);
    expect((await read(asked.id, north)).body).toMatchObject({ answer: 'Five for now.', state: 'answered' });
    expect(await listed(plan, stranger)).toEqual([]);
    expect(await moves.items(plan, 'PH-32')).toEqual([]);
    const told = JSON.stringify(await context.told(plan.patientId));
    expect(told).not.toContain('kilograms');
    expect(told).not.toContain('Five for now');
    expect(await context.toldOf(plan.patientId, adviceAsked)).toMatchObject([{ adviceId: asked.id, to: 'physician' }]);
    expect(await context.toldOf(plan.patientId, adviceAnswered)).toHaveLength(1);
  });

  it('is about something that the asker knows of', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { planId } = plan;
    for (const as of [coordinator, north]) {
      expect(await post('', as, { planId, itemId: 'nothing', question: 'x' })).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'itemId' }] },
      });
    }
    expect(
      (await post('', north, { planId, question: 'x', partnerId: 'pt-east', role: 'physical-therapy' })).status,
    ).toBe(400);
    expect((await post('', coordinator, { planId, question: 'x', partnerId: 'pt-east' })).status).toBe(400);
    expect(
      (await post('', coordinator, { planId, question: 'x', partnerId: 'pt-east', role: 'oncology' })).status,
    ).toBe(400);
  });

  it('a partner that is on no team answers, and the answer becomes a referral that names it', async () => {
    const plan = await context.newAcknowledgedPlan();
    const { planId } = plan;
    const to = { partnerId: 'family-care', role: 'primary-care' };
    const asked = await ask(coordinator, { planId, question: 'Would you take over the tablets?', ...to });
    expect(asked).toMatchObject({ to: 'partner', ...to, allowed: ['answer', 'convert'] });
    expect((await moves.items(plan, 'CO-22')).map(({ ask: { reason } }) => reason)).toEqual([
      'Clinic family-care was asked for advice about primary care and has not answered yet.',
    ]);
    const family = partnerUser('family-care');
    expect(await listed(plan, family)).toMatchObject([{ id: asked.id, allowed: ['answer'] }]);
    expect(await plan.handoffs('open', family)).toEqual([]);
    expect(await post(`/${asked.id}/answer`, family, { answer: 'Gladly, from May on.' })).toMatchObject({
      status: 200,
    });
    expect((await post(`/${asked.id}/convert`, family, {})).status).toBe(403);
    expect(await moves.items(plan, 'CO-22')).toEqual([]);

    const made = await post(`/${asked.id}/convert`, physician, {});
    expect(made).toMatchObject({ status: 200, body: { state: 'converted', allowed: [] } });
    const { referralId } = made.body as Advice;
    const referral = (await plan.referrals()).find(({ id }) => id === referralId);
    expect(referral).toMatchObject({ ...to });
    expect(await context.toldOf(plan.patientId, adviceConverted)).toMatchObject([
      { adviceId: asked.id, referralId, memberId: referral?.memberId, ...to },
    ]);
    expect((await post(`/${asked.id}/convert`, physician, {})).status).toBe(409);
    expect((await read(asked.id, family)).body).toMatchObject({ referralId });
  });

  it('fills the vacancy that waits on the worklist, and asks nobody twice', async () => {
    const plan = await context.newPlan({ team: [] });
    const { planId } = plan;
    const vacancy = await plan.only('unassigned');
    const asked = await ask(coordinator, { planId, itemId: 'rehab-pt', question: 'Who should take her?' });
    expect((await post(`/${asked.id}/convert`, physician, {})).status).toBe(400);
    const to = { partnerId: 'pt-east', role: 'physical-therapy' };
    const again = await ask(coordinator, { planId, question: 'Or together?' });
    const made = await post(`/${asked.id}/convert`, physician, to);
    expect(made).toMatchObject({ status: 200, body: { state: 'converted' } });
    expect(await plan.only('open')).toMatchObject({ id: vacancy.id, partnerId: 'pt-east' });
    expect(await moves.only(plan)).toMatchObject({ state: 'sent', partnerId: 'pt-east' });
    expect(await post(`/${again.id}/convert`, physician, to)).toMatchObject({ status: 409 });
  });

  it('of behavioral health is between the physician and that partner', async () => {
    const behavioral = [{ id: 'b1', kind: 'cbt', status: 'requested' }];
    const plan = await context.newPlan({
      team: [member('behavioral-health', 'mindful')],
      document: { behavioral } as never,
    });
    const mindful = partnerUser('mindful');
    const asked = await ask(mindful, { planId: plan.planId, question: 'She speaks of her marriage.' });
    expect((await read(asked.id, physician)).status).toBe(200);
    expect((await read(asked.id, coordinator)).status).toBe(404);
    expect(await listed(plan, coordinator)).toEqual([]);
    expect((await post(`/${asked.id}/convert`, coordinator, {})).status).toBe(404);
  });
});
