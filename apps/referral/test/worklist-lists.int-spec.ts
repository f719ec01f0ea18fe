import { handoffMarked, type ClinicHandoff, type HandoffCounts, type HandoffSummary } from '#contracts';
import { fireDue } from '#timers/testing';
import {
  coordinator,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
  withDose,
  withPelvicRehab,
} from './referral.context.js';

const therapist = partnerUser('pt-north');

describe('filters and counts of the worklist', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  beforeEach(() => context.clock.set('2027-04-06T14:00:00Z'));
  afterAll(() => context?.close());

  const post = (id: string, what: string, body: unknown, as = coordinator) =>
    context.request('POST', `/api/handoffs/${id}/${what}`, { as, body });
  const list = async (filter: string, as = coordinator): Promise<HandoffSummary[]> => {
    const { status, body } = await context.request('GET', `/api/handoffs?${filter}`, { as });
    expect(status).toBe(200);
    return (body as { items: HandoffSummary[] }).items;
  };
  const counts = async (filter: string, as = coordinator) =>
    (await context.request('GET', `/api/handoffs/counts?${filter}`, { as })).body as HandoffCounts;
  const openPlan = async (): Promise<{ plan: PlanDriver; open: HandoffSummary }> => {
    const plan = await context.newPlan();
    return { plan, open: await plan.only('open') };
  };
  const at = async (date: string, time: string): Promise<void> => {
    context.clock.set(`${date}T${time}:00-04:00`);
    await fireDue(context.app);
  };

  it('counts what the tiles say, and each number leads to exactly its rows', async () => {
    const { plan, open } = await openPlan();
    await plan.publish(withPelvicRehab());
    await context.acknowledge(await plan.only('open'), therapist);
    const [, pelvic] = withPelvicRehab().rehab ?? [];
    await plan.publish(withDose(3, { rehab: [...(withDose(3).rehab ?? []), ...(pelvic ? [pelvic] : [])] }));
    await at('2027-04-12', '12:00');
    const only = `plan=${plan.planId}`;
    const { tiles, byStatus, byRole, byLane } = await counts(only);
    expect(open.status).toBe('open');
    expect(byStatus).toEqual({ open: 1, unassigned: 1 });
    expect(byRole).toEqual({ 'physical-therapy': 1, 'pelvic-floor-therapy': 1 });
    expect(byLane).toEqual({ partner: 1, us: 1 });
    const links = {
      ...{
        chaseToday: 'chase-today',
        overdue: 'overdue',
        notAcknowledged: 'not-acknowledged',
        behindOnVersion: 'behind',
      },
      ...{
        infoRequested: 'info-requested',
        waitingOnInsurance: 'waiting-on-payer',
        waitingOnPatient: 'waiting-on-patient',
      },
      ...{ declinedReroute: 'declined', readyToClose: 'ready-to-close', unassigned: 'unassigned' },
    };
    for (const [tile, name] of Object.entries(links)) {
      const rows = await list(`${only}&tile=${name}`);
      expect([tile, rows.length]).toEqual([tile, tiles[tile as keyof typeof tiles]]);
    }
    expect(tiles).toMatchObject({ overdue: 2, notAcknowledged: 1, behindOnVersion: 1, unassigned: 1 });
  });

  it('knows mine from the team’s and from what nobody has', async () => {
    const { plan, open } = await openPlan();
    const overdue = async (scope: string) => (await counts(`plan=${plan.planId}&scope=${scope}`)).byStatus;
    expect(await overdue('all')).toEqual({ open: 1 });
    expect(await overdue('team')).toEqual({});
    await post(open.id, 'owner', { pool: 'intake' });
    expect(await overdue('team')).toEqual({ open: 1 });
    expect(await overdue('me')).toEqual({});
    await post(open.id, 'owner', { owner: coordinator.name });
    expect(await overdue('me')).toEqual({ open: 1 });
  });

  it('lists whose rows are asked for, by name if need be, and counts how long the list is', async () => {
    const [one, other] = [await openPlan(), await openPlan()];
    await post(one.open.id, 'owner', { owner: coordinator.name });
    const both = `ids=${one.open.id},${other.open.id}`;
    expect((await list(both)).map(({ id }) => id).sort()).toEqual([one.open.id, other.open.id].sort());
    expect((await list(`${both}&scope=me`)).map(({ id }) => id)).toEqual([one.open.id]);
    expect((await list(`${both}&scope=team`)).map(({ id }) => id)).toEqual([one.open.id]);
    expect((await counts(both)).listed).toBe(2);
    expect((await counts(`${both}&scope=me&status=waiting`)).listed).toBe(1);
    expect((await counts(`${both}&status=closed`)).listed).toBe(0);
    expect(one.open.partnerName).toBe('Clinic pt-north');
    expect((await context.request('GET', '/api/handoffs?ids=1,2', { as: coordinator })).status).toBe(400);
  });

  it('is never filtered by a partner along what only the clinic knows', async () => {
    const { open } = await openPlan();
    await post(open.id, 'labels', { add: ['difficult'], remove: [] });
    await post(open.id, 'owner', { owner: 'Cora', pool: 'intake' });
    for (const filter of ['label=difficult', 'owner=Cora', 'pool=intake', 'waitingOn=partner', 'blocked=false']) {
      expect(await list(filter, therapist)).toEqual([]);
    }
    expect(await list(`plan=${open.planId}&behind=false`, therapist)).toHaveLength(1);
    for (const what of ['snooze', 'block', 'labels', 'owner', 'ask-for-missing']) {
      expect((await post(open.id, what, {}, therapist)).status).toBe(403);
    }
  });

  it('tells other boards which row was marked, and neither how nor for whom', async () => {
    const { plan, open } = await openPlan();
    await post(open.id, 'owner', { owner: 'Cora', pool: 'intake' });
    await post(open.id, 'owner', { owner: 'Cora' });
    await post(open.id, 'snooze', { until: '2027-04-12', reason: 'on holiday' });
    await post(open.id, 'note', { text: 'Called.' });
    const act = { ids: [open.id], action: 'label', add: ['difficult'], remove: [] };
    const { body } = await context.request('POST', '/api/handoffs/bulk', { as: coordinator, body: act });
    await context.request('POST', `/api/handoffs/bulk/${(body as { id: string }).id}/undo`, {
      as: coordinator,
      body: {},
    });
    const hints = await context.toldOf(plan.patientId, handoffMarked);
    // Owner, chase date, note, label, and the label taken back; what is so already is no news.
    expect(hints).toHaveLength(5);
    const ids = { handoffId: open.id, planId: plan.planId, patientId: plan.patientId };
    for (const hint of hints) expect(hint).toEqual({ ...ids, markedAt: expect.any(String) as string });
  });

  it('pages by last activity without missing or repeating a row', async () => {
    const patients = await Promise.all([1, 2, 3, 4, 5].map(() => openPlan()));
    for (const { open } of patients) await post(open.id, 'note', { text: 'Seen.' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/api/handoffs?status=waiting&sort=activity&limit=2&cursor=${cursor}`;
      const { body } = await context.request('GET', path, { as: coordinator });
      const page = body as { items: HandoffSummary[]; next: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(patients.map(({ open }) => open.id)));
  });

  it('finds a patient by the beginning of the name or of the record number', async () => {
    const { plan, open } = await openPlan();
    const { recordNumber } = open.patient;
    const found = async (query: string) =>
      (await list(`plan=${plan.planId}&query=${encodeURIComponent(query)}`)).length;
    expect(await found('prob')).toBe(1);
    expect(await found('LENA P')).toBe(1);
    expect(await found(recordNumber.toLowerCase())).toBe(1);
    expect(await found('robe')).toBe(0);
    expect(await found('%')).toBe(0);
  });

  it('is written out as CSV that no spreadsheet takes for formulas', async () => {
    const { plan, open } = await openPlan();
    await post(open.id, 'block', { kind: 'other', note: '=HYPERLINK("http://evil")' });
    const { status, body, headers } = await context.request('GET', `/api/handoffs.csv?plan=${plan.planId}`, {
      as: coordinator,
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(String(headers['content-disposition'])).toBe('attachment; filename="worklist.csv"');
    const [head, row, ...rest] = String(body).trim().split('\n');
    expect(head).toContain('patient,born,record number');
    expect(row).toContain('Lena Probe');
    expect(row).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(rest).toEqual([]);
    expect((await context.request('GET', '/api/handoffs.csv', { as: therapist })).status).toBe(403);
    expect((await context.request('GET', '/api/handoffs.csv?colour=red', { as: coordinator })).status).toBe(400);
  });

  it('shows the whole detail to physicians as well', async () => {
    const { open } = await openPlan();
    const { body } = await context.request('GET', `/api/handoffs/${open.id}`, { as: physician });
    expect(body as ClinicHandoff).toMatchObject({ id: open.id, packet: { complete: false }, contest: null });
  });
});
