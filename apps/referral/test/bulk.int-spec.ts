import { randomUUID } from 'node:crypto';
import { type BulkResult, handoffReminded, type HandoffSummary, type WorklistView } from '#contracts';
import { DataSource } from 'typeorm';
import {
  coordinator,
  member,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
  withDose,
} from './referral.context.js';

describe('many rows at once', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const bulk = async (body: object, headers: Record<string, string> = {}): Promise<BulkResult> => {
    const answer = await context.request('POST', '/api/handoffs/bulk', { as: coordinator, body, headers });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body as BulkResult;
  };
  const undo = (id: string | null) => context.request('POST', `/api/handoffs/bulk/${id}/undo`, { as: coordinator });
  const openPlans = async (
    count: number,
    partnerId = 'pt-north',
  ): Promise<{ plan: PlanDriver; open: HandoffSummary }[]> => {
    const opened = [];
    for (let n = 0; n < count; n += 1) {
      const plan = await context.newPlan({ team: [member('physical-therapy', partnerId)] });
      opened.push({ plan, open: await plan.only('open') });
    }
    return opened;
  };
  const ids = (opened: readonly { open: HandoffSummary }[]): string[] => opened.map(({ open }) => open.id);

  it('does what it can, and refuses row by row with the reason', async () => {
    const opened = await openPlans(3);
    await context.acknowledge(opened[1]!.open, partnerUser('pt-north'));
    const stranger = randomUUID();
    const result = await bulk({ ids: [...ids(opened), stranger], action: 'label', add: ['friday'] });
    expect(result).toMatchObject({ done: 2, refused: 2, skipped: 0, undoable: true, summary: '2 done; 2 refused' });
    expect(result.items).toEqual([
      { handoffId: opened[0]!.open.id, outcome: 'done', reason: null },
      {
        ...{ handoffId: opened[1]!.open.id, outcome: 'refused' },
        reason: 'A handoff that is acknowledged waits for nothing.',
      },
      { handoffId: opened[2]!.open.id, outcome: 'done', reason: null },
      { handoffId: stranger, outcome: 'refused', reason: 'There is no such handoff.' },
    ]);
    expect((await opened[2]!.plan.only('open')).labels).toEqual(['friday']);
    const again = await bulk({ ids: ids(opened), action: 'label', add: ['friday'] });
    expect(again).toMatchObject({ done: 0, skipped: 2, refused: 1, undoable: false });
  });

  it('is done once, however often the request arrives', async () => {
    const opened = await openPlans(2);
    const headers = { 'idempotency-key': randomUUID() };
    const body = { ids: ids(opened), action: 'snooze', until: '2027-04-09' };
    const [first, second] = await Promise.all([bulk(body, headers), bulk(body, headers)]);
    expect(second).toEqual(first);
    expect(await bulk(body, headers)).toEqual(first);
    const { history } = await context.clinicHandoff(opened[0]!.open.id);
    expect(history.filter(({ text }) => text.startsWith('Comes back'))).toHaveLength(1);
  });

  it.each([
    ['assign-owner', { owner: 'Cora', pool: 'intake' }],
    ['snooze', { until: '2027-04-12', reason: 'After the holiday.' }],
    ['block', { kind: 'authorization', note: 'Form sent.', whoCanUnblock: 'Blue Plan', chaseOn: '2027-04-13' }],
    ['label', { add: ['new'], remove: ['old'] }],
    ['unblock', {}],
  ])('%s is taken back to the last row', async (action, details) => {
    const opened = await openPlans(3);
    const before = [
      { action: 'label', add: ['old', 'kept'] },
      { action: 'snooze', until: '2027-04-08', reason: 'As agreed.' },
      { action: 'block', kind: 'no-response' },
      { action: 'assign-owner', owner: 'Before' },
    ];
    // The first row had none of it, the others had all.
    for (const mark of before) await bulk({ ids: ids(opened.slice(1)), ...mark });
    if (action === 'unblock') await bulk({ ids: ids(opened), action: 'block', kind: 'other', note: 'Why.' });
    const state = async () =>
      Promise.all(
        opened.map(async ({ plan }) => {
          const { owner, pool, chase, labels, blocker, waitingOn } = await plan.only('open');
          return { owner, pool, chase, labels: [...labels].sort(), blocker, waitingOn };
        }),
      );
    const was = await state();
    const { id, done } = await bulk({ ids: ids(opened), action, ...details });
    expect(done).toBe(3);
    expect(await state()).not.toEqual(was);
    expect(await undo(id)).toMatchObject({ status: 200, body: { done: 0, summary: '3 taken back', undoable: false } });
    expect(await state()).toEqual(was);
    // Taking back twice is once.
    expect(await undo(id)).toMatchObject({ status: 200, body: { summary: '3 taken back' } });
    expect(await state()).toEqual(was);
  });

  it('keeps a colleague’s newer decision, and follows a row that a version replaced', async () => {
    const opened = await openPlans(1);
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(1));
    opened.push({ plan, open: await plan.only('open') });
    const { id } = await bulk({ ids: ids(opened), action: 'assign-owner', owner: 'Cora' });
    const own = { as: coordinator, body: { owner: 'Dana' } };
    await context.request('POST', `/api/handoffs/${opened[0]!.open.id}/owner`, own);
    await opened[1]!.plan.publish(withDose(3));
    const replacing = await opened[1]!.plan.only('open');
    expect(replacing).toMatchObject({ owner: 'Cora', supersededBy: null });
    expect(replacing.id).not.toBe(opened[1]!.open.id);
    expect(await undo(id)).toMatchObject({ body: { refused: 1, summary: '1 taken back; 1 refused' } });
    expect((await opened[0]!.plan.only('open')).owner).toBe('Dana');
    expect((await opened[1]!.plan.only('open')).owner).toBeNull();
  });

  it('lets a physician remind, and nothing else', async () => {
    const opened = await openPlans(1);
    context.clock.set('2027-04-07T14:00:00Z');
    const act = (body: object) => context.request('POST', '/api/handoffs/bulk', { as: physician, body });
    expect(await act({ ids: ids(opened), action: 'remind', dryRun: true })).toMatchObject({
      status: 200,
      body: { done: 1 },
    });
    expect(await act({ ids: ids(opened), action: 'remind' })).toMatchObject({ status: 200, body: { done: 1 } });
    expect(await act({ ids: ids(opened), action: 'assign-owner', owner: 'Phil' })).toMatchObject({ status: 403 });
  });

  it('counts reminders before it sends them, and they cannot be taken back', async () => {
    const opened = [...(await openPlans(2)), ...(await openPlans(1, 'pt-east'))];
    context.clock.set('2027-04-07T14:00:00Z');
    const [fresh] = await openPlans(1);
    const all = [...opened, fresh!];
    await context.acknowledge(opened[0]!.open, partnerUser('pt-north'));
    const dry = await bulk({ ids: ids(all), action: 'remind', dryRun: true });
    expect(dry).toMatchObject({
      ...{ id: null, done: 2, partners: 2, undoable: false },
      summary: '2 reminders to 2 partners; 1 skipped: contacted today; 1 refused',
    });
    const told = async () =>
      (await Promise.all(all.map(({ plan }) => context.toldOf(plan.patientId, handoffReminded)))).flat().length;
    expect(await told()).toBe(0);
    const sent = await bulk({ ids: ids(all), action: 'remind' });
    expect(sent.items).toEqual(dry.items);
    expect(sent.summary).toBe(dry.summary);
    expect(await told()).toBe(2);
    expect(await bulk({ ids: ids(all), action: 'remind' })).toMatchObject({ done: 0, skipped: 3, refused: 1 });
    expect(await told()).toBe(2);
    expect(await undo(sent.id)).toMatchObject({
      status: 409,
      body: { detail: 'Reminders have left the house and cannot be taken back.' },
    });
  });

  it('takes 500 rows without minutes of waiting, and is for coordinators alone', async () => {
    const { open } = (await openPlans(1))[0]!;
    const database = context.app.get(DataSource);
    const names = (
      await database.query<{ column_name: string }[]>(
        `select column_name from information_schema.columns
          where table_name = 'handoff' and is_generated = 'NEVER' and column_name not in ('id', 'plan_id', 'member_id')`,
      )
    )
      .map(({ column_name }) => column_name)
      .join(', ');
    const rows = await database.query<{ id: string }[]>(
      `insert into handoff (id, plan_id, member_id, ${names})
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ${names} from handoff, generate_series(1, 500)
        where id = $1 returning id`,
      [open.id],
    );
    const many = rows.map(({ id }) => id);
    const start = performance.now();
    const result = await bulk({ ids: many, action: 'label', add: ['spring'] });
    expect(result.done).toBe(500);
    // A second or two on a machine of its own; one statement a row would show here even beside other work.
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(await undo(result.id)).toMatchObject({ body: { summary: '500 taken back' } });
    const tooMany = { as: coordinator, body: { ids: [...many, open.id], action: 'unblock' } };
    expect((await context.request('POST', '/api/handoffs/bulk', tooMany)).status).toBe(400);
    const stranger = { as: partnerUser('pt-north'), body: { ids: [open.id], action: 'unblock' } };
    expect((await context.request('POST', '/api/handoffs/bulk', stranger)).status).toBe(403);
  });
});

describe('saved views of the list', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  const colleague = { ...coordinator, sub: 'colleague', name: 'Dana Colleague' };
  const save = (id: string, view: object, as = coordinator) =>
    context.request('PUT', `/api/worklist/views/${id}`, { as, body: view });
  const names = async (as = coordinator) => {
    const { body } = await context.request('GET', '/api/worklist/views', { as });
    return (body as { items: WorklistView[] }).items.map(({ name }) => name);
  };

  it('are one’s own or the team’s', async () => {
    const [own, team] = [randomUUID(), randomUUID()];
    const filter = { waitingOn: 'payer', sort: 'activity' };
    expect(await save(own, { name: 'My payers', scope: 'own', filter })).toMatchObject({
      status: 200,
      body: { filter },
    });
    await save(team, { name: 'Overdue', scope: 'team', filter: { due: 'overdue' } });
    expect(await names()).toEqual(['My payers', 'Overdue']);
    expect(await names(colleague)).toEqual(['Overdue']);
    await context.newPlan();
    context.clock.set('2027-06-01T14:00:00Z');
    const listed = await context.request('GET', '/api/handoffs?due=overdue&limit=100', { as: colleague });
    const { body } = await context.request('GET', '/api/worklist/views', { as: colleague });
    const [{ count }] = (body as { items: [{ count: number }] }).items;
    expect(count).toBeGreaterThan(0);
    expect(count).toBe((listed.body as { items: unknown[] }).items.length);
    const remove = (id: string, as = colleague) => context.request('DELETE', `/api/worklist/views/${id}`, { as });
    expect((await remove(own)).status).toBe(404);
    expect((await save(own, { name: 'Mine now', scope: 'own', filter: {} }, colleague)).status).toBe(409);
    expect((await save(randomUUID(), { name: 'OVERDUE', scope: 'team', filter: {} }, colleague)).status).toBe(409);
    expect((await remove(team)).status).toBe(204);
    expect(await names()).toEqual(['My payers']);
  });

  it('hold only filters that the list would take', async () => {
    for (const filter of [{ waitingOn: 'godot' }, { colour: 'red' }, { cursor: 'x' }]) {
      expect(await save(randomUUID(), { name: 'Bad', scope: 'own', filter })).toMatchObject({
        status: 400,
        body: { errors: [{ path: expect.stringContaining('filter') as unknown }] },
      });
    }
    const as = partnerUser('pt-north');
    expect((await context.request('GET', '/api/worklist/views', { as })).status).toBe(403);
  });
});
