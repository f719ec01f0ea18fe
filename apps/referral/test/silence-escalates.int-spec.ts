import { handoffReminded, workItemAlarmed } from '#contracts';
import { fireDue } from '#timers/testing';
import {
  basePlan,
  coordinator,
  member,
  partnerUser,
  physician,
  ReferralContext,
  withDose,
  withNoImpact,
  withPelvicRehab,
} from './referral.context.js';

describe('a handoff that nobody answers', () => {
  let context: ReferralContext;
  beforeEach(async () => {
    context = await ReferralContext.create();
    context.clock.set('2027-04-06T14:00:00Z');
  });
  afterEach(() => context?.close());

  const walking = {
    id: 't1',
    kind: 'function',
    measure: 'walk-min',
    baseline: 10,
    target: 40,
    trainedBy: 'physical-therapy',
    status: 'open',
  } as const;
  const team = () => [member('physical-therapy', 'pt-north')];
  /** Moves the clock to a wall time in New York and fires what is due. */
  const at = async (date: string, time: string): Promise<void> => {
    context.clock.set(`${date}T${time}:00-04:00`);
    await fireDue(context.app);
  };
  const rules = async (plan: { workItems(filter?: string): Promise<{ ask: { ruleId: string } }[]> }) =>
    (await plan.workItems('&status=open')).map(({ ask }) => ask.ruleId).filter((id) => ['CO-03', 'PH-10'].includes(id));

  it('reminds the partner, then the coordinator phones, then the physician knows', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    await at('2027-04-08', '16:59');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(0);
    await at('2027-04-08', '17:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(1);
    expect(await rules(plan)).toEqual([]);
    await at('2027-04-09', '17:00');
    expect(await rules(plan)).toEqual(['CO-03']);
    await at('2027-04-12', '17:00');
    expect((await rules(plan)).sort()).toEqual(['CO-03', 'PH-10']);
    await at('2027-05-12', '17:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(1);
    expect(await rules(plan)).toHaveLength(2);
  });

  it('goes by the hour when it is urgent', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withNoImpact());
    await at('2027-04-07', '13:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(1);
    await at('2027-04-08', '11:59');
    expect(await rules(plan)).toEqual([]);
    await at('2027-04-08', '12:00');
    expect(await rules(plan)).toEqual(['CO-03']);
    await at('2027-04-08', '17:00');
    expect((await rules(plan)).sort()).toEqual(['CO-03', 'PH-10']);
  });

  it('stops when it is answered, and nobody goes on phoning', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    await at('2027-04-09', '17:00');
    const open = await plan.only('open');
    await context.acknowledge(open, partnerUser('pt-north'), { version: 2 });
    expect(await rules(plan)).toEqual([]);
    await at('2027-05-12', '17:00');
    expect(await rules(plan)).toEqual([]);
  });

  it('stops when what was asked is taken back', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    await plan.publish(basePlan());
    await at('2027-05-12', '17:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(0);
    expect(await rules(plan)).toEqual([]);
  });

  it('does not start again when a later version replaces it', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    await at('2027-04-08', '17:30');
    await plan.publish(withNoImpact());
    await at('2027-04-09', '12:59');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(1);
  });

  it('is told to the coordinator at once when the news of it came too late', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const late = plan.next(withDose(3));
    context.clock.set('2027-04-09T18:00:00-04:00');
    await context.deliver(late);
    await fireDue(context.app);
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(0);
    expect(await rules(plan)).toEqual(['CO-03']);
  });

  it('is not phoned about twice because a version replaced it', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    await at('2027-04-09', '17:00');
    const [call] = await plan.workItems('&desk=coordinator&status=open');
    await context.request('POST', `/api/work-items/${call!.id}/done`, { as: coordinator });
    await plan.publish(withDose(3, { targets: [walking] }));
    expect((await plan.only('open')).contentVersion).toBe(3);
    await at('2027-04-12', '16:59');
    expect(await rules(plan)).toEqual([]);
    await at('2027-04-12', '17:00');
    expect(await rules(plan)).toEqual(['PH-10']);
  });

  it('goes by the clocks of its partner', async () => {
    await context.newPartner('pt-pacific', ['physical-therapy'], 'partner', 'America/Los_Angeles');
    const plan = await context.newAcknowledgedPlan({ team: [member('physical-therapy', 'pt-pacific')] });
    context.clock.set('2027-05-27T10:00:00-04:00');
    await plan.publish(withDose(3));
    // Over the weekend and Memorial Day; closing time there is three hours later than here.
    await at('2027-06-01', '19:59');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(0);
    await at('2027-06-01', '20:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toHaveLength(1);
    await at('2027-06-02', '20:00');
    expect(await rules(plan)).toEqual(['CO-03']);
    await at('2027-06-03', '20:00');
    expect((await rules(plan)).sort()).toEqual(['CO-03', 'PH-10']);
  });

  it('that nobody holds comes before the physician, until somebody is found', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withPelvicRehab());
    const vacancy = async () => (await plan.workItems('&desk=physician')).filter(({ ask }) => ask.ruleId === 'PH-13');
    await at('2027-04-12', '16:59');
    expect(await vacancy()).toEqual([]);
    await at('2027-04-12', '17:00');
    const [item] = await vacancy();
    expect(item?.ask.reason).toBe('Pelvic floor therapy is needed since 6 April, and nobody has been chosen yet.');
    const { id } = await plan.only('unassigned');
    const body = { partnerId: 'pelvic-rehab' };
    await context.request('POST', `/api/handoffs/${id}/assignment`, { as: coordinator, body });
    expect(await vacancy()).toMatchObject([{ status: 'done' }]);
    // The partner has its own clocks from now on.
    await at('2027-04-15', '17:00');
    expect(await context.toldOf(plan.patientId, handoffReminded)).toMatchObject([{ handoffId: id }]);
  });

  it('that nobody holds is no longer looked after when it is taken back', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withPelvicRehab());
    await plan.publish(basePlan());
    await at('2027-05-12', '17:00');
    expect((await plan.workItems('&desk=physician')).filter(({ ask }) => ask.ruleId === 'PH-13')).toEqual([]);
  });

  describe('of an emergency', () => {
    const emergency = () =>
      basePlan({
        redFlags: [
          { id: 'g1', kind: 'cauda-equina', observedAt: '2027-04-06T10:00:00-04:00', status: 'active', onset: 'new' },
        ],
      });

    it('rings every quarter of an hour until somebody takes it, at every desk at once', async () => {
      const plan = await context.newAcknowledgedPlan({ team: team() });
      await plan.publish(emergency());
      for (const time of ['10:14', '10:15', '10:30']) await at('2027-04-06', time);
      const rings = async () =>
        (await context.toldOf(plan.patientId, workItemAlarmed)).map(({ desk, count }) => `${desk} ${count}`);
      // The coordinator has two: the alarm itself, and the clinics to be found.
      expect((await rings()).sort()).toEqual([
        ...['coordinator 1', 'coordinator 1', 'coordinator 2', 'coordinator 2'],
        ...['physician 1', 'physician 2'],
      ]);

      const item = (await plan.workItems()).find(({ ask }) => ask.ruleId === 'PH-01');
      expect(item).toMatchObject({ taken: null, alarms: 2 });
      const answer = await context.request('POST', `/api/work-items/${item!.id}/take`, { as: physician });
      expect(answer).toMatchObject({ status: 200, body: { taken: { by: physician.name }, status: 'open' } });
      for (const time of ['10:45', '11:00']) await at('2027-04-06', time);
      expect(await rings()).toHaveLength(6);
    });

    it('rings on when somebody takes other work, and not when it is finished', async () => {
      const plan = await context.newAcknowledgedPlan({ team: team() });
      await plan.publish(emergency());
      const rings = async () => (await context.toldOf(plan.patientId, workItemAlarmed)).length;
      const items = await plan.workItems();
      const other = items.find(({ desk }) => desk === 'patient');
      const own = items.find(({ ask }) => ask.ruleId === 'PH-01');
      const post = (item: typeof own, what: string) =>
        context.request('POST', `/api/work-items/${item!.id}/${what}`, { as: physician });

      expect((await post(other, 'take')).status).toBe(200);
      await at('2027-04-06', '10:15');
      expect(await rings()).toBe(3);
      expect((await post(own, 'done')).status).toBe(200);
      await at('2027-04-06', '10:30');
      expect(await rings()).toBe(3);
    });

    it('rings no more when it is taken while it rings', async () => {
      const plan = await context.newAcknowledgedPlan({ team: team() });
      await plan.publish(emergency());
      const item = (await plan.workItems()).find(({ ask }) => ask.ruleId === 'PH-01');
      context.clock.set('2027-04-06T10:15:00-04:00');
      const [, answer] = await Promise.all([
        fireDue(context.app),
        context.request('POST', `/api/work-items/${item!.id}/take`, { as: physician }),
      ]);
      expect(answer.status).toBe(200);
      const before = (await context.toldOf(plan.patientId, workItemAlarmed)).length;
      await at('2027-04-06', '12:00');
      expect(await context.toldOf(plan.patientId, workItemAlarmed)).toHaveLength(before);
    });
  });
});
