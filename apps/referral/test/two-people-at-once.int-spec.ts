import { handoffAcknowledged, handoffAssigned } from '#contracts';
import { coordinator, partnerUser, ReferralContext, withDose, withPelvicRehab } from './referral.context.js';

describe('two people at the same moment', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  it('assigns a role once', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withPelvicRehab());
    const { id } = await plan.only('unassigned');
    const assign = () =>
      context.request('POST', `/api/handoffs/${id}/assignment`, {
        as: coordinator,
        body: { partnerId: 'pelvic-rehab' },
      });
    const answers = await Promise.all([assign(), assign(), assign()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await context.toldOf(plan.patientId, handoffAssigned)).toHaveLength(1);
  });

  it('acknowledges once, whoever presses first', async () => {
    const plan = await context.newPlan();
    const open = await plan.only('open');
    const answers = await Promise.all([
      context.acknowledge(open, partnerUser('pt-north')),
      context.acknowledge(open, coordinator),
      context.acknowledge(open, partnerUser('pt-north')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await context.toldOf(plan.patientId, handoffAcknowledged)).toHaveLength(1);
  });

  it('ends in one consistent state when a version arrives while the partner acknowledges', async () => {
    const plan = await context.newAcknowledgedPlan();
    for (const dose of [3, 1, 4, 2.5]) {
      await plan.publish(withDose(dose));
      const open = await plan.only('open');
      const version = plan.version;
      const [answer] = await Promise.all([
        context.acknowledge(open, partnerUser('pt-north')),
        plan.publish(withDose(dose + 1)),
      ]);
      const now = await plan.only('open');
      // Either it counted, and only the newer change is open; or the newer one replaced it before.
      if (answer.status === 200) expect(now).toMatchObject({ fromVersion: version, contentVersion: version + 1 });
      else expect(answer).toMatchObject({ status: 409, body: { replacedBy: now.id } });
      await context.acknowledge(now, partnerUser('pt-north'));
    }
  });
});
