import { handoffExtended, handoffIssued, handoffSuperseded, handoffWithdrawn } from '#contracts';
import { basePlan, member, partnerUser, ReferralContext, withDose, withNoImpact } from './referral.context.js';

describe('a published version becomes handoffs', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  const team = () => [member('physical-therapy', 'pt-north'), member('primary-care', 'family-care')];

  it('asks exactly the partner that a change concerns, with its slice, and refers it once', async () => {
    const plan = await context.newPlan({ team: team() });
    const handoff = await plan.only('open');
    expect(handoff).toMatchObject({
      role: 'physical-therapy',
      partnerId: 'pt-north',
      fromVersion: 0,
      contentVersion: 1,
      throughVersion: 1,
    });

    const [issued, ...others] = await context.toldOf(plan.patientId, handoffIssued);
    expect(others).toEqual([]);
    expect(issued).toMatchObject({ handoffId: handoff.id, supersedes: null });
    for (const ask of issued!.asks) {
      expect(ask).not.toHaveProperty('itemId');
      expect(ask).not.toHaveProperty('fingerprint');
      expect(ask).not.toHaveProperty('slice');
    }
    expect(Object.keys(issued!.slice)).toEqual(expect.arrayContaining(['identity', 'rehab']));
    expect(await context.toldNames(plan.patientId)).toEqual(
      expect.arrayContaining(['handoff.issued', 'referral.sent']),
    );
    expect(await plan.referrals()).toEqual([
      expect.objectContaining({ state: 'sent', handoffId: handoff.id, waitingOn: 'partner' }),
    ]);
  });

  it('tells nobody about a change of wording', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const before = (await context.told(plan.patientId)).length;
    await plan.publish(basePlan({ notes: 'Said better.' }));
    expect(await plan.handoffs('open')).toEqual([]);
    expect(await context.told(plan.patientId)).toHaveLength(before);
  });

  it('asks only physical therapy when only the therapy dose changed', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    const open = await plan.only('open');
    expect(open).toMatchObject({ role: 'physical-therapy', fromVersion: 1, contentVersion: 2, ruleIds: ['TH-02'] });
    expect(await plan.referrals()).toHaveLength(1);
  });

  it('holds two changes before an acknowledgement in one open handoff', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withDose(3));
    const first = await plan.only('open');
    await plan.publish(withNoImpact(1));
    const second = await plan.only('open');

    expect(second).toMatchObject({ fromVersion: 1, contentVersion: 3, supersededBy: null });
    expect(second.ruleIds.sort()).toEqual(['TH-02', 'TH-03']);
    expect(await plan.only('superseded')).toMatchObject({ id: first.id, supersededBy: second.id });
    expect(await context.toldOf(plan.patientId, handoffSuperseded)).toEqual([
      expect.objectContaining({ handoffId: first.id, supersededBy: second.id }),
    ]);
    expect((await context.toldOf(plan.patientId, handoffIssued)).at(-1)).toMatchObject({
      handoffId: second.id,
      supersedes: first.id,
    });
    // What was replaced stays readable for the partner, and says by what.
    expect((await context.partnerHandoff(first.id, 'pt-north')).supersededBy).toBe(second.id);
  });

  it('withdraws the handoff when the change is taken back', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    await plan.publish(withNoImpact());
    const open = await plan.only('open');
    await plan.publish(basePlan());
    expect(await plan.handoffs('open')).toEqual([]);
    expect(await plan.only('withdrawn')).toMatchObject({ id: open.id });
    expect(await context.toldOf(plan.patientId, handoffWithdrawn)).toEqual([
      expect.objectContaining({ handoffId: open.id, reason: 'taken-back' }),
    ]);
  });

  it('only moves the through version when a later version changes nothing for the partner', async () => {
    const plan = await context.newPlan({ team: team() });
    const open = await plan.only('open');
    await plan.publish(basePlan({ notes: 'Said better.' }));
    expect(await plan.only('open')).toMatchObject({
      id: open.id,
      contentVersion: 1,
      throughVersion: 2,
      dueAt: open.dueAt,
    });
    expect(await context.toldOf(plan.patientId, handoffExtended)).toEqual([
      expect.objectContaining({ handoffId: open.id, throughVersion: 2 }),
    ]);
    // Any version the handoff covers counts for all of it.
    expect((await context.acknowledge(open, partnerUser('pt-north'), { version: 1 })).body).toMatchObject({
      acknowledgement: { version: 2 },
    });
  });

  it('changes nothing when an event is delivered again', async () => {
    const plan = await context.newPlan({ team: team() });
    const event = await plan.publish(withDose(3));
    const before = {
      handoffs: await plan.handoffs(),
      told: await context.told(plan.patientId),
      items: await plan.workItems(),
    };
    await context.deliver(event);
    expect({
      handoffs: await plan.handoffs(),
      told: await context.told(plan.patientId),
      items: await plan.workItems(),
    }).toEqual(before);
  });

  it('waits for a version that is missing, and then assesses the newest', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const second = plan.next(withDose(3));
    const third = plan.next(withNoImpact(3));
    await context.deliver(third);
    expect(await plan.handoffs('open')).toEqual([]);
    await context.deliver(second);
    const open = await plan.only('open');
    expect(open).toMatchObject({ fromVersion: 1, contentVersion: 3 });
    expect(open.ruleIds.sort()).toEqual(['TH-02', 'TH-03']);
  });

  it('never lets an older version speak about the team or undo a newer one', async () => {
    const plan = await context.newAcknowledgedPlan({ team: team() });
    const older = await plan.publish(withDose(3));
    await plan.publish(withNoImpact(3));
    const before = { open: await plan.handoffs('open'), told: await context.told(plan.patientId) };
    await context.deliver(older);
    expect({ open: await plan.handoffs('open'), told: await context.told(plan.patientId) }).toEqual(before);
  });

  it('works off what arrived before the patient was known', async () => {
    const plan = await context.newPlan({ patientKnown: false });
    expect(await context.told(plan.patientId)).toEqual([]);
    await context.deliver(plan.registered());
    expect(await plan.only('open')).toMatchObject({ role: 'physical-therapy', contentVersion: 1 });
  });

  it('works off what arrived before the partner was known', async () => {
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-late')] });
    expect(await plan.handoffs()).toEqual([]);
    await context.newPartner('pt-late', ['physical-therapy']);
    expect(await plan.only('open')).toMatchObject({ partnerId: 'pt-late' });
  });

  it('sends nothing to a proposed member until it becomes active, and counts its dues from then', async () => {
    const proposed = member('physical-therapy', 'pt-north', 'proposed');
    const plan = await context.newPlan({ team: [proposed] });
    expect(await plan.handoffs('open')).toEqual([]);
    context.clock.advance('P7D');
    await plan.join({ ...proposed, status: 'active' });
    const open = await plan.only('open');
    expect(new Date(open.dueAt).getTime()).toBeGreaterThan(context.clock.now().getTime());
  });
});
