import { randomUUID } from 'node:crypto';
import type { HandoffSummary } from '#contracts';
import {
  basePlan,
  coordinator,
  member,
  partnerUser,
  physician,
  ReferralContext,
  withDose,
} from './referral.context.js';

describe('who sees what', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  it('answers a foreign partner exactly as if the handoff or referral had never existed', async () => {
    const plan = await context.newPlan();
    const { id } = await plan.only('open');
    const [referral] = await plan.referrals();
    const foreign = partnerUser('pt-east');
    const never = randomUUID();
    const paths: [string, 'GET' | 'POST', (id: string) => string, unknown?][] = [
      [id, 'GET', (of) => `/api/handoffs/${of}`],
      [id, 'POST', (of) => `/api/handoffs/${of}/acknowledgement`, { version: 1 }],
      [referral!.id, 'GET', (of) => `/api/referrals/${of}`],
      [referral!.id, 'POST', (of) => `/api/referrals/${of}/accept`, {}],
    ];
    for (const [existing, method, path, body] of paths) {
      const theirs = await context.request(method, path(existing), { as: foreign, body });
      const nobodys = await context.request(method, path(never), { as: foreign, body });
      expect(theirs.status).toBe(404);
      const forget = (text: unknown) => JSON.stringify(text).replaceAll(existing, 'ID').replaceAll(never, 'ID');
      expect(forget(theirs.body)).toBe(forget(nobodys.body));
    }
    expect(await plan.handoffs(undefined, foreign)).toEqual([]);
    expect((await context.request('GET', '/api/handoffs/counts', { as: foreign })).body).toMatchObject({
      byStatus: {},
      overdue: 0,
    });
    expect((await context.request('GET', '/api/work-items', { as: foreign })).status).toBe(403);
  });

  it('shows a partner its asks and slice, and nothing that points outside', async () => {
    const plan = await context.newPlan();
    const { id } = await plan.only('open');
    await context.request('POST', `/api/handoffs/${id}/note`, {
      as: coordinator,
      body: { text: 'Called, no answer.' },
    });
    await context.request('POST', `/api/handoffs/${id}/owner`, { as: coordinator, body: { owner: 'Cora' } });

    const seen = await context.partnerHandoff(id, 'pt-north');
    expect(seen.owner).toBeNull();
    expect(seen).not.toHaveProperty('changes');
    expect(seen).not.toHaveProperty('notes');
    expect(seen.asks[0]).not.toHaveProperty('itemId');
    expect(JSON.stringify(seen)).not.toMatch(/rehab-pt|Called, no answer|Cora/);

    const clinic = await context.clinicHandoff(id);
    expect(clinic).toMatchObject({ owner: 'Cora', notes: [{ text: 'Called, no answer.', by: coordinator.name }] });
    expect(clinic.changes.map(({ itemId }) => itemId)).toContain('rehab-pt');
    expect((await context.request('GET', `/api/handoffs/${id}`, { as: physician })).status).toBe(200);
  });

  it('keeps notes and owner when a newer version replaces the handoff', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(3));
    const first = await plan.only('open');
    await context.request('POST', `/api/handoffs/${first.id}/note`, {
      as: coordinator,
      body: { text: 'Will call back.' },
    });
    await context.request('POST', `/api/handoffs/${first.id}/owner`, { as: coordinator, body: { owner: 'Cora' } });
    await plan.publish(withDose(1));
    expect(await context.clinicHandoff((await plan.only('open')).id)).toMatchObject({
      owner: 'Cora',
      notes: [{ text: 'Will call back.' }],
    });
  });

  it('pages the worklist by due, finds by name and knows what is overdue', async () => {
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-north')] });
    await context.newPlan();
    const read = async (path: string) =>
      (await context.request('GET', path, { as: coordinator })).body as {
        items: HandoffSummary[];
        next: string | null;
      };

    for (const sort of ['due', 'issued']) {
      const all = await read(`/api/handoffs?sort=${sort}&limit=200`);
      const paged: HandoffSummary[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: HandoffSummary[]; next: string | null } = await read(
          `/api/handoffs?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
        );
        paged.push(...page.items);
        cursor = page.next;
      }
      expect(paged).toEqual(all.items);
    }
    expect((await read(`/api/handoffs?query=lena%20pro&plan=${plan.planId}`)).items).toHaveLength(1);
    expect((await read('/api/handoffs?query=%25nobody')).items).toEqual([]);

    expect((await plan.only('open')).overdue).toBe(false);
    context.clock.advance('P30D');
    expect((await plan.only('open')).overdue).toBe(true);
    expect((await read(`/api/handoffs?due=overdue&plan=${plan.planId}`)).items).toHaveLength(1);
    const counts = (await context.request('GET', '/api/handoffs/counts', { as: partnerUser('pt-north') })).body as {
      overdue: number;
    };
    expect(counts.overdue).toBeGreaterThan(0);
  });

  it('refuses filters it does not know', async () => {
    expect((await context.request('GET', '/api/handoffs?colour=blue', { as: coordinator })).status).toBe(400);
    expect((await context.request('GET', '/api/handoffs?cursor=nonsense', { as: coordinator })).status).toBe(400);
  });

  it('closes the authorization item when the payer approved', async () => {
    const plan = await context.newAcknowledgedPlan();
    const esi = {
      id: 'esi',
      type: 'esi-transforaminal',
      status: 'planned',
      side: 'right',
      level: ['S1'],
      intent: 'therapeutic',
      authorizationRequired: true,
    };
    await plan.publish(basePlan({ procedures: [esi as never] }));
    const [item] = await plan.workItems('&desk=authorization');
    expect(item).toMatchObject({ status: 'open', planVersion: 2, ask: { ruleId: 'AU-01', itemId: 'esi' } });
    await plan.approve('esi');
    expect((await plan.workItems('&desk=authorization')).map(({ status }) => status)).toEqual(['done']);
    // The desk works from steps: a later version that leaves the item alone asks nothing again.
    await plan.publish(basePlan({ procedures: [esi as never], notes: 'Said better.' }));
    expect(await plan.workItems('&desk=authorization')).toHaveLength(1);
  });
});
