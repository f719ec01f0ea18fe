import { randomUUID } from 'node:crypto';
import {
  authorizationNeeded,
  behavioralConsentChanged,
  deliveryFailed,
  deliveryOpened,
  handoffDelivered,
  handoffOpened,
  historyPacketRecorded,
  type HandoffCounts,
  type HandoffSummary,
} from '#contracts';
import { fireDue } from '#timers/testing';
import { DataSource } from 'typeorm';
import {
  coordinator,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
  rehabItem,
  withDose,
} from './referral.context.js';

const therapist = partnerUser('pt-north');
const by = { sub: 'x', name: 'X', role: 'coordinator' };

describe('the coordinator’s worklist', () => {
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
  const delivery = (open: HandoffSummary) => ({
    deliveryId: randomUUID(),
    handoffId: open.id,
    patientId: open.patientId,
    partnerId: open.partnerId ?? '',
    channel: 'email' as const,
  });
  const openPlan = async (): Promise<{ plan: PlanDriver; open: HandoffSummary }> => {
    const plan = await context.newPlan();
    return { plan, open: await plan.only('open') };
  };
  const at = async (date: string, time: string): Promise<void> => {
    context.clock.set(`${date}T${time}:00-04:00`);
    await fireDue(context.app);
  };

  describe('puts each row into exactly one lane', () => {
    /** The table of the design, written a second time and in other words than the database's. */
    const expected = (row: Record<string, unknown>): string => {
      if (row['status'] !== 'open') return row['status'] === 'unassigned' ? 'us' : 'nobody';
      if (row['contested'] || row['undeliverable']) return 'us';
      const kind = row['kind'];
      if ((row['authorization'] || kind === 'authorization') && row['urgency'] !== 'emergency') return 'payer';
      if (row['consent'] || kind === 'consent' || kind === 'patient-unreachable') return 'patient';
      return kind === 'other' ? 'us' : 'partner';
    };

    it('whatever else is known about it', async () => {
      const { plan, open } = await openPlan();
      const database = context.app.get(DataSource);
      const flags = [false, true];
      const kinds = [null, 'authorization', 'consent', 'no-response', 'patient-unreachable', 'other'];
      const statuses = ['open', 'acknowledged', 'superseded', 'withdrawn', 'closed'];
      const cells = statuses.flatMap((status) =>
        ['routine', 'urgent', 'same-day', 'emergency'].flatMap((urgency) =>
          kinds.flatMap((kind) =>
            flags.flatMap((contested) =>
              flags.flatMap((undeliverable) =>
                flags.flatMap((authorization) =>
                  flags.map((consent) => ({ status, urgency, kind, contested, undeliverable, authorization, consent })),
                ),
              ),
            ),
          ),
        ),
      );
      const runner = database.createQueryRunner();
      await runner.startTransaction();
      try {
        const wrong: unknown[] = [];
        for (const cell of cells) {
          const [[row]] = (await runner.query(
            `update handoff set status = $2, urgency = $3, blocker = $4, contested_at = $5, answer_by = $5,
                    undeliverable_at = $6, awaiting_authorization = $7, awaiting_consent = $8
              where id = $1 returning waiting_on as lane`,
            [
              ...[open.id, cell.status, cell.urgency, cell.kind === null ? null : JSON.stringify({ kind: cell.kind })],
              ...[cell.contested ? open.issuedAt : null, cell.undeliverable ? open.issuedAt : null],
              ...[cell.authorization, cell.consent],
            ],
          )) as [[{ lane: string }]];
          if (row.lane !== expected(cell)) wrong.push({ ...cell, lane: row.lane });
        }
        expect(cells).toHaveLength(1920);
        expect(wrong).toEqual([]);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
      expect((await plan.only('open')).waitingOn).toBe('partner');
    });

    it('and nobody can type it', async () => {
      const { open } = await openPlan();
      const type = () =>
        context.app.get(DataSource).query(`update handoff set waiting_on = 'us' where id = $1`, [open.id]);
      await expect(type()).rejects.toThrow('waiting_on');
    });
  });

  describe('tells three facts apart', () => {
    it('delivered, opened by a person, acknowledged', async () => {
      const { plan, open } = await openPlan();
      expect(open).toMatchObject({ deliveredAt: null, openedAt: null, acknowledgedAt: null });
      const deliveredAt = '2027-04-06T14:00:30.000Z';
      const delivered = handoffDelivered.of({
        subject: plan.patientId,
        time: context.clock.now(),
        data: { ...delivery(open), kind: 'handoff', deliveredAt },
      });
      await context.deliver(delivered);
      expect(await plan.only('open')).toMatchObject({ deliveredAt, openedAt: null, acknowledgedAt: null });

      context.clock.set('2027-04-06T15:00:00Z');
      // A coordinator or a physician that reads it opens nothing for the partner, nor does a partner's program.
      await context.clinicHandoff(open.id);
      const machine = { ...therapist, sub: 'client-of-pt-north', machine: true };
      await context.request('GET', `/api/handoffs/${open.id}`, { as: machine });
      expect((await plan.only('open')).openedAt).toBeNull();
      await context.partnerHandoff(open.id, 'pt-north');
      await context.partnerHandoff(open.id, 'pt-north');
      expect(await plan.only('open')).toMatchObject({ deliveredAt, openedAt: '2027-04-06T15:00:00.000Z' });
      expect(await context.toldOf(plan.patientId, handoffOpened)).toMatchObject([{ handoffId: open.id, via: 'inbox' }]);

      context.clock.set('2027-04-06T16:00:00Z');
      await context.acknowledge(open, machine);
      expect(await plan.only('acknowledged')).toMatchObject({
        deliveredAt,
        openedAt: '2027-04-06T15:00:00.000Z',
        acknowledgedAt: '2027-04-06T16:00:00.000Z',
        acknowledgedByMachine: true,
      });
    });

    it('opened by the link of a mail counts as well, once', async () => {
      const { plan, open } = await openPlan();
      const opened = () =>
        deliveryOpened.of({
          subject: plan.patientId,
          time: context.clock.now(),
          data: { ...delivery(open), openedAt: '2027-04-06T14:10:00.000Z' },
        });
      await context.deliver(opened());
      await context.deliver(opened());
      expect(await context.toldOf(plan.patientId, handoffOpened)).toMatchObject([
        { via: 'link', openedAt: '2027-04-06T14:10:00.000Z', by: { role: 'partner', partnerId: 'pt-north' } },
      ]);
      await context.acknowledge(open, therapist);
      expect(await plan.only('acknowledged')).toMatchObject({
        acknowledgedByMachine: false,
        acknowledgedBy: expect.any(String),
      });
    });

    it('undeliverable is our move, until it arrives after all', async () => {
      const { plan, open } = await openPlan();
      const failed = deliveryFailed.of({
        subject: plan.patientId,
        time: context.clock.now(),
        data: { ...delivery(open), reason: 'bounced', attempts: 4, failedAt: '2027-04-06T15:00:00.000Z' },
      });
      await context.deliver(failed);
      expect(await list(`plan=${plan.planId}&undeliverable=true`)).toMatchObject([
        { waitingOn: 'us', undeliverableSince: '2027-04-06T15:00:00.000Z' },
      ]);
      const data = { ...delivery(open), kind: 'handoff' as const, deliveredAt: '2027-04-06T16:00:00.000Z' };
      await context.deliver(handoffDelivered.of({ subject: plan.patientId, time: context.clock.now(), data }));
      expect(await plan.only('open')).toMatchObject({ waitingOn: 'partner', undeliverableSince: null });
    });
  });

  it('ages a row in the business days of its recipient, and by the share of its time', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(3));
    const age = async () => (await plan.only('open')).age;
    expect(await age()).toMatchObject({ businessDays: 0, usedPercent: 0, band: 'under-50' });
    await at('2027-04-07', '14:00');
    expect(await age()).toMatchObject({ businessDays: 1, usedPercent: 52, band: 'from-50' });
    await at('2027-04-08', '17:00');
    expect(await age()).toMatchObject({ businessDays: 2, usedPercent: 100, band: 'from-100' });
    // Over the weekend nothing is used.
    await at('2027-04-11', '12:00');
    expect(await age()).toMatchObject({ businessDays: 3, usedPercent: 136, band: 'from-100' });
    await at('2027-04-12', '17:00');
    expect(await age()).toMatchObject({ businessDays: 4, usedPercent: 172, band: 'from-150' });
    expect(await list(`plan=${plan.planId}&age=from-150`)).toHaveLength(1);
    expect((await counts(`plan=${plan.planId}`)).byAge).toEqual({ 'from-150': 1 });
  });

  it('comes back on its chase date when the clinic opens', async () => {
    const { plan, open } = await openPlan();
    const answer = await post(open.id, 'snooze', { until: '2027-04-09', reason: 'Pat is away until Friday.' });
    expect(answer).toMatchObject({
      status: 200,
      body: { chase: { on: '2027-04-09', reason: 'Pat is away until Friday.', asleep: true } },
    });
    expect(await list(`plan=${plan.planId}&chase=awake`)).toEqual([]);
    await at('2027-04-09', '07:59');
    expect(await list(`plan=${plan.planId}&chase=asleep`)).toHaveLength(1);
    await at('2027-04-09', '08:00');
    const [back] = await list(`plan=${plan.planId}&chase=today`);
    expect(back).toMatchObject({ id: open.id, chase: { asleep: false } });
    expect((await counts(`plan=${plan.planId}`)).tiles.chaseToday).toBe(1);
    expect((await context.clinicHandoff(open.id)).history.map(({ text }) => text)).toContain(
      'Back on the list: Pat is away until Friday.',
    );
    // What the clinic noted is not the partner's to read.
    const seen = await context.partnerHandoff(open.id, 'pt-north');
    expect(seen).toMatchObject({ chase: null, labels: [], owner: null });
    expect(JSON.stringify(seen)).not.toContain('Pat is away');
    expect(await post(open.id, 'snooze', { until: null })).toMatchObject({ body: { chase: null } });
  });

  it('refuses a chase date that has passed, and marks on what is over', async () => {
    const { open } = await openPlan();
    expect(await post(open.id, 'snooze', { until: '2027-04-06' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'until' }] },
    });
    expect((await post(open.id, 'snooze', { until: '2027-04-09' }, physician)).status).toBe(403);
    await context.acknowledge(open, therapist);
    expect(await post(open.id, 'snooze', { until: '2027-04-09' })).toMatchObject({
      status: 409,
      body: { allowed: [] },
    });
  });

  it('blocks and unblocks by hand; marks outlive a version that replaces the handoff', async () => {
    const plan = await context.newAcknowledgedPlan();
    await plan.publish(withDose(1));
    const open = await plan.only('open');
    const body = {
      kind: 'patient-unreachable',
      note: 'Phone is off.',
      whoCanUnblock: 'the daughter',
      chaseOn: '2027-04-12',
    };
    await post(open.id, 'block', body);
    await post(open.id, 'labels', { add: ['work comp', 'VIP'], remove: [] });
    await post(open.id, 'owner', { owner: 'Cora', pool: 'intake' });
    await plan.publish(withDose(3));
    const replacing = await plan.only('open');
    expect(replacing).toMatchObject({
      waitingOn: 'patient',
      blocker: { kind: 'patient-unreachable', note: 'Phone is off.', whoCanUnblock: 'the daughter', byNews: false },
      chase: { on: '2027-04-12' },
      labels: ['work comp', 'VIP'],
      owner: 'Cora',
      pool: 'intake',
    });
    expect(replacing.id).not.toBe(open.id);
    await post(replacing.id, 'unblock', undefined);
    await post(replacing.id, 'labels', { add: [], remove: ['VIP'] });
    expect(await plan.only('open')).toMatchObject({ waitingOn: 'partner', blocker: null, labels: ['work comp'] });
    const found = await list(`plan=${plan.planId}&pool=intake&label=work%20comp&owner=Cora&blocked=false`);
    expect(found).toHaveLength(1);
  });

  it('waits for the payer as long as the news says so, and no person can say otherwise', async () => {
    const { plan, open } = await openPlan();
    const data = {
      ...{ authorizationId: randomUUID(), planId: plan.planId, patientId: plan.patientId },
      ...{ itemId: rehabItem.id, kind: 'procedure' as const, subject: 'therapy' },
      neededAt: '2027-04-06T14:00:00.000Z',
    };
    await context.deliver(authorizationNeeded.of({ subject: plan.patientId, time: context.clock.now(), data }));
    expect(await list(`plan=${plan.planId}&waitingOn=payer&blocked=true`)).toMatchObject([
      { blocker: { kind: 'authorization', byNews: true } },
    ]);
    expect(await post(open.id, 'unblock', undefined)).toMatchObject({ status: 409, body: { allowed: [] } });
    expect((await context.clinicHandoff(open.id)).packet.parts).toContainEqual({
      ...{ part: 'authorization', there: false, missing: [] },
    });
    // To the partner it is ours to move: what holds the clinic up is not told.
    expect(await context.partnerHandoff(open.id, 'pt-north')).toMatchObject({ waitingOn: 'us', blocker: null });
    context.clock.set('2027-04-07T14:00:00Z');
    await plan.approve(rehabItem.id);
    expect((await context.clinicHandoff(open.id)).packet.parts.at(-1)?.part).toBe('authorization');
    await plan.publish(withDose(3));
    expect(await plan.only('open')).toMatchObject({ blocker: null, waitingOn: 'partner' });
  });

  it('does not take a consent about behavioral health for a reason to wait with therapy', async () => {
    const { plan } = await openPlan();
    const data = {
      ...{ consentId: randomUUID(), patientId: plan.patientId, recipient: 'pt-north' },
      ...{ state: 'revoked' as const, at: '2027-04-06T14:00:00.000Z' },
    };
    await context.deliver(behavioralConsentChanged.of({ subject: plan.patientId, time: context.clock.now(), data }));
    expect(await plan.only('open')).toMatchObject({ blocker: null, waitingOn: 'partner' });
  });

  it('names what the packet lacks for this partner, asks for it once, and stops when it has come', async () => {
    const { plan, open } = await openPlan();
    const packet = async () => (await context.clinicHandoff(open.id)).packet;
    expect(await packet()).toMatchObject({ complete: false });
    const record = (missing: string[], recordedAt: string) =>
      context.deliver(
        historyPacketRecorded.of({
          subject: plan.patientId,
          time: context.clock.now(),
          data: { patientId: plan.patientId, missing, recordedAt, by },
        }),
      );
    await record(['operativeNotes', 'lifeGoal', 'trials'], '2027-04-06T14:00:00.000Z');
    // The list of trials is no matter of a therapist's.
    expect(await packet()).toEqual({
      complete: false,
      parts: [
        { part: 'history', there: true, missing: [] },
        { part: 'imaging', there: true, missing: [] },
        { part: 'operative-notes', there: false, missing: ['operativeNotes'] },
        { part: 'goals', there: false, missing: ['lifeGoal'] },
      ],
    });
    await post(open.id, 'ask-for-missing', undefined);
    await post(open.id, 'ask-for-missing', undefined);
    const asked = async () => (await plan.workItems()).filter(({ ask }) => ask.ruleId === 'CO-21');
    expect(await asked()).toMatchObject([
      {
        desk: 'coordinator',
        status: 'open',
        ask: { reason: 'Clinic pt-north needs what is missing from the packet: operative notes, goals.' },
      },
    ]);
    await record([], '2027-04-06T15:00:00.000Z');
    expect(await packet()).toMatchObject({ complete: true });
    expect(await asked()).toMatchObject([{ status: 'done' }]);
    expect(await post(open.id, 'ask-for-missing', undefined)).toMatchObject({ status: 409 });
  });
});
