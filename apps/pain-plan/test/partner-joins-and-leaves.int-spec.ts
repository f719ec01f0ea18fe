import { randomUUID } from 'node:crypto';
import {
  handoffAssigned,
  handoffUnassigned,
  referralCompleted,
  referralDeclined,
  referralSent,
  type CreatedPlan,
  type TeamMember,
} from '#contracts';
import { coordinator, onlyMember, startPainPlan, type Context } from './pain-plan.context.js';

describe('The care team', () => {
  let context: Context;
  beforeAll(async () => {
    context = await startPainPlan();
  });
  afterAll(() => context.close());

  const put = (plan: CreatedPlan, role: string, body: object) =>
    context.request('PUT', `/api/plans/${plan.id}/team/${role}`, { as: 'coordinator', body });
  const mark = async (): Promise<number> => (await context.eventNames()).length;
  const referral = (plan: CreatedPlan, member: TeamMember) => ({
    referralId: randomUUID(),
    planId: plan.id,
    patientId: plan.patientId,
    memberId: member.memberId,
    role: member.role,
    partnerId: member.partnerId,
  });
  const envelope = (plan: CreatedPlan) => ({ subject: plan.patientId, time: context.clock.now() });
  const at = (): string => context.clock.now().toISOString();

  it('replaces the holder of a role, who hears no more', async () => {
    const plan = await context.newPlan();
    const before = await mark();
    const answer = await put(plan, 'physical-therapy', { partnerId: 'pt-south' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ partnerId: 'pt-south', status: 'active', role: 'physical-therapy' });
    expect(await context.eventNames(before)).toEqual(['care-team.member-ended', 'care-team.member-joined']);
    expect((await context.events()).slice(before).map((event) => event.data)).toMatchObject([
      { partnerId: 'pt-north', reason: 'replaced' },
      { member: { partnerId: 'pt-south' }, currentVersion: 1 },
    ]);
    expect((await context.team(plan.id)).members).toMatchObject([
      { partnerId: 'pt-south', status: 'active', acknowledgedVersion: 0, state: 'stale' },
      { partnerId: 'pt-north', status: 'ended', state: 'not-on-plan', behind: 0 },
    ]);
  });

  it('says nothing twice when the same is said again', async () => {
    const plan = await context.newPlan();
    const before = await mark();
    expect((await put(plan, 'physical-therapy', { partnerId: 'pt-north' })).body).toEqual(onlyMember(plan));
    expect(await context.eventNames(before)).toEqual([]);
  });

  it('starts a proposed member only when it becomes active', async () => {
    const plan = await context.newPlan({
      team: [{ role: 'primary-care', partnerId: 'family-care', status: 'proposed' }],
    });
    expect((await context.team(plan.id)).members).toMatchObject([{ status: 'proposed', state: 'not-on-plan' }]);
    context.clock.advance('PT2H');
    const before = await mark();
    expect((await put(plan, 'primary-care', { partnerId: 'family-care' })).body).toMatchObject({
      memberId: onlyMember(plan).memberId,
    });
    expect((await context.events()).slice(before)).toMatchObject([
      { data: { member: { status: 'active' }, joinedAt: at() } },
    ]);
    expect((await put(plan, 'primary-care', { partnerId: 'family-care', status: 'proposed' })).status).toBe(409);
  });

  it('refuses a partner that the directory does not know in that role, naming the field', async () => {
    const plan = await context.newPlan();
    for (const partnerId of ['nobody-knows', 'city-imaging']) {
      const refused = await put(plan, 'physical-therapy', { partnerId });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ errors: [{ path: 'partnerId', message: expect.any(String) }] });
    }
    const patient = await context.newPatient();
    const created = await context.request('POST', `/api/patients/${patient.id}/plans`, {
      as: 'physician',
      body: {
        document: {},
        team: [
          { role: 'physical-therapy', partnerId: 'pt-north' },
          { role: 'physical-therapy', partnerId: 'nobody-knows' },
        ],
      },
    });
    expect(created.status).toBe(400);
    expect(created.body).toMatchObject({ errors: [{ path: 'team[1].partnerId' }] });
  });

  it('loses a role that is taken off', async () => {
    const plan = await context.newPlan();
    const remove = () => context.request('DELETE', `/api/plans/${plan.id}/team/physical-therapy`, { as: 'physician' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await context.events()).at(-1)?.data).toMatchObject({ reason: 'removed', partnerId: 'pt-north' });
  });

  it('takes in the partner that a coordinator chose for an unassigned handoff', async () => {
    const plan = await context.newPlan({ team: [] });
    const handoff = {
      handoffId: randomUUID(),
      planId: plan.id,
      patientId: plan.patientId,
      role: 'physical-therapy' as const,
    };
    await context.receive(
      handoffUnassigned.of({
        ...envelope(plan),
        data: {
          ...handoff,
          contentVersion: 1,
          urgency: 'routine',
          dueAt: '2027-04-08T17:00:00-04:00',
          asks: [],
          openedAt: at(),
        },
      }),
    );
    expect((await context.team(plan.id)).unassigned).toMatchObject([
      { role: 'physical-therapy', handoffId: handoff.handoffId },
    ]);

    const memberId = randomUUID();
    const before = await mark();
    await context.receive(
      handoffAssigned.of({
        ...envelope(plan),
        data: { ...handoff, memberId, partnerId: 'pt-south', assignedAt: at(), by: coordinator },
      }),
    );
    expect(await context.eventNames(before)).toEqual(['care-team.member-joined']);
    const ledger = await context.team(plan.id);
    expect(ledger.unassigned).toEqual([]);
    expect(ledger.members).toMatchObject([
      { memberId, partnerId: 'pt-south', status: 'active', acknowledgedVersion: 0 },
    ]);
  });

  it('lets go who declined', async () => {
    const plan = await context.newPlan();
    const member = onlyMember(plan);
    const by = { sub: 'pt', name: 'Theo', role: 'partner', partnerId: 'pt-north' };
    await context.receive(
      referralSent.of({
        ...envelope(plan),
        data: { ...referral(plan, member), handoffId: randomUUID(), sentAt: at() },
      }),
    );
    expect((await context.team(plan.id)).members).toMatchObject([{ referralState: 'sent', lastHeardAt: null }]);
    await context.receive(
      referralDeclined.of({
        ...envelope(plan),
        data: { ...referral(plan, member), family: 'capacity', reason: 'Full until June', declinedAt: at(), by },
      }),
    );
    expect((await context.team(plan.id)).members).toMatchObject([
      { status: 'ended', referralState: 'declined', lastHeardAt: at() },
    ]);
    expect((await context.events()).at(-1)?.data).toMatchObject({ memberId: member.memberId, reason: 'declined' });
  });

  it('lets go who answered the one question, and keeps who goes on', async () => {
    const plan = await context.newPlan({
      team: [
        { role: 'imaging', partnerId: 'city-imaging' },
        { role: 'physical-therapy', partnerId: 'pt-north' },
      ],
    });
    for (const member of plan.team) {
      const by = { sub: 'p', name: 'Partner', role: 'partner', partnerId: member.partnerId };
      await context.receive(
        referralCompleted.of({
          ...envelope(plan),
          data: { ...referral(plan, member), outcome: 'Reported', completedAt: at(), by },
        }),
      );
    }
    const { members } = await context.team(plan.id);
    expect(members.map(({ partnerId, status }) => [partnerId, status])).toEqual([
      ['pt-north', 'active'],
      ['city-imaging', 'ended'],
    ]);
    expect((await context.events()).at(-1)?.data).toMatchObject({ partnerId: 'city-imaging', reason: 'completed' });
  });
});
