import { randomUUID } from 'node:crypto';
import type { CreatedPlan, Plan, PlanDocumentInput, TriageAnswer } from '#contracts';
import type { User } from '#platform';
import { onlyMember, startPainPlan, therapyPlan, type Context } from './pain-plan.context.js';

const radiculopathy: PlanDocumentInput = {
  ...therapyPlan,
  rehab: [{ id: 'r1', discipline: 'physical-therapy', diagnosisId: 'dx1', status: 'active' }],
};
const therapist: User = { sub: 'theo', name: 'Theo Therapist', role: 'partner', partnerId: 'pt-north' };
const stranger: User = { sub: 'stan', name: 'Stan Stranger', role: 'partner', partnerId: 'pt-south' };
const secret = 'She said she could not hold water since noon';

describe('red flags are reported', () => {
  let service: Context;

  beforeEach(async () => {
    service = await startPainPlan();
    service.clock.set('2027-04-06T09:00:00-04:00');
  });
  afterEach(() => service.close());

  const team = [
    { role: 'physical-therapy' as const, partnerId: 'pt-north' },
    { role: 'primary-care' as const, partnerId: 'family-care' },
  ];
  const currentPlan = async (document = radiculopathy): Promise<CreatedPlan> => {
    const plan = await service.newPlan({ document, team });
    for (const member of plan.team) {
      await service.acknowledge(plan, member, 1, { handoffId: await service.issue(plan, member, 1) });
    }
    return plan;
  };
  const report = (
    patientId: string,
    redFlags: object[],
    as: User | 'coordinator' | 'physician' = 'coordinator',
    more = {},
  ) => service.request('POST', `/api/patients/${patientId}/triage`, { as, body: { redFlags, ...more } });
  const told = (answer: TriageAnswer): string[] =>
    answer.told
      .map(
        ({ role, partnerId, ruleIds, urgency, dueAt }) =>
          `${role} ${partnerId ?? '-'} ${ruleIds.sort().join(' ')} ${urgency} ${new Date(dueAt).toISOString().slice(8, 16)}`,
      )
      .sort();
  const planOf = async (plan: CreatedPlan): Promise<Plan> =>
    (await service.request('GET', `/api/plans/${plan.id}`, { as: 'physician' })).body as Plan;

  it('an emergency puts a safety version in force, once, and the physician ends it', async () => {
    const plan = await currentPlan();
    service.clock.set('2027-04-06T16:40:00-04:00');
    const first = await report(
      plan.patientId,
      [{ kind: 'progressive-weakness' }, { kind: 'cauda-equina' }],
      'coordinator',
      {
        note: secret,
      },
    );
    expect(first.status).toBe(201);
    const answer = first.body as TriageAnswer;
    expect(answer).toMatchObject({ urgency: 'emergency', version: 2, alreadyKnown: false });
    expect(answer.actions[0]).toBe('The patient goes to the emergency department now.');
    expect(told(answer)).toEqual([
      'authorization - AU-06 same-day 06T22:40',
      'coordinator - CO-01 CO-02 emergency 06T21:40',
      'imaging - IM-01 emergency 06T21:40',
      'patient - PX-08 emergency 06T21:40',
      'physical-therapy pt-north PT-30 emergency 06T21:40',
      'physician - PH-01 emergency 06T21:40',
      'spine-surgery - SP-02 emergency 06T21:40',
    ]);
    const { document } = await planOf(plan);
    expect(document.rehab[0]?.restrictions).toMatchObject([{ kind: 'hold-all', until: 'until-cleared' }]);

    const [member] = plan.team;
    if (!member) throw new Error('no member');
    await service.acknowledge(plan, member, 2, { handoffId: await service.issue(plan, member, 2) });
    service.clock.set('2027-04-06T16:50:00-04:00');
    const events = (await service.eventNames()).length;
    const second = await report(plan.patientId, [{ kind: 'cauda-equina', side: 'bilateral' }]);
    expect(second.body).toMatchObject({ urgency: 'emergency', version: null, alreadyKnown: true, told: [] });
    expect(await service.eventNames(events)).toEqual(['red-flag.reported']);
    const timeline = await service.timeline(plan.patientId);
    expect(timeline.filter(({ type }) => type === 'red-flag.reported').map(({ text }) => text)).toEqual([
      expect.stringContaining('already under way'),
      expect.stringContaining('safety version 2 awaits the physician'),
    ]);
    expect(timeline.find(({ type }) => type === 'red-flag.note')?.text).toBe(secret);
    expect(JSON.stringify(await service.events())).not.toContain(secret);

    service.clock.set('2027-04-09T10:00:00-04:00');
    const path = `/api/patients/${plan.patientId}/triage/${answer.flagIds[0]}/clearance`;
    const body = { finding: 'spine excluded' };
    expect((await service.request('POST', path, { as: 'coordinator', body })).status).toBe(403);
    const cleared = await service.request('POST', path, { as: 'physician', body });
    expect(cleared.status).toBe(201);
    const { impacts, desks } = cleared.body as {
      impacts: { role: string; asks: { ruleId: string }[] }[];
      desks: { desk: string; asks: { ruleId: string }[] }[];
    };
    expect(impacts.map(({ role, asks }) => [role, ...asks.map(({ ruleId }) => ruleId)])).toEqual([
      ['physical-therapy', 'AL-07'],
    ]);
    expect(desks.map(({ desk, asks }) => [desk, ...new Set(asks.map(({ ruleId }) => ruleId))])).toEqual([
      ['patient', 'PX-09'],
    ]);
    const after = await planOf(plan);
    expect(after.document.rehab).toEqual(plan.document.rehab);
    expect((await service.request('POST', path, { as: 'physician', body })).status).toBe(409);
    expect((await service.request('POST', path.replace(/rf-[^/]+/, 'rf-none'), { as: 'physician', body })).status).toBe(
      404,
    );
  });

  it('weakness of one side that got worse is looked at today', async () => {
    const plan = await currentPlan();
    service.clock.set('2027-04-06T10:00:00-04:00');
    const { body } = await report(plan.patientId, [{ kind: 'progressive-weakness', side: 'right' }]);
    expect(told(body as TriageAnswer)).toEqual([
      'authorization - AU-06 same-day 06T21:00',
      'coordinator - CO-01 same-day 06T21:00',
      'imaging - IM-01 same-day 06T21:00',
      'patient - PX-09 same-day 06T21:00',
      'physical-therapy pt-north PT-30 same-day 06T21:00',
      'physician - PH-01 same-day 06T21:00',
      'scheduling - SD-06 same-day 06T21:00',
      'spine-surgery - SP-02 same-day 06T21:00',
    ]);
  });

  it('a partner of the team reports, reads only of itself, and others find no such patient', async () => {
    const plan = await currentPlan({ ...radiculopathy, patientContext: { cancerHistory: { value: 'past' } } });
    const weakness = [{ kind: 'progressive-weakness', side: 'right' }];
    expect((await report(plan.patientId, weakness, stranger)).status).toBe(404);
    expect((await report(randomUUID(), weakness, therapist)).status).toBe(404);
    const { status, body } = await report(plan.patientId, weakness, therapist);
    expect(status).toBe(201);
    expect(body).toMatchObject({ urgency: 'emergency', version: 2, flagIds: [] });
    expect((body as TriageAnswer).told.map(({ partnerId }) => partnerId)).toEqual(['pt-north']);
    expect(JSON.stringify(body)).not.toMatch(/cancer|cord|oncolog/);
    const version = await service.request('GET', `/api/plans/${plan.id}/versions/2`, { as: 'physician' });
    expect(version.body).toMatchObject({
      author: { sub: 'theo', role: 'partner', partnerId: 'pt-north' },
      reason: expect.stringContaining('awaiting the physician') as string,
    });
  });

  it('an urgent symptom, and what was known before, leave the plan as it is', async () => {
    const plan = await currentPlan();
    const symptom = await report(plan.patientId, [{ kind: 'urgent-symptom' }]);
    expect(symptom.body).toMatchObject({ urgency: 'within-7-days', version: null, alreadyKnown: false, told: [] });
    const known = await report(plan.patientId, [{ kind: 'cauda-equina', onset: 'known' }]);
    expect(known.body).toMatchObject({ urgency: 'routine', version: null, alreadyKnown: true });
    expect((await planOf(plan)).currentVersion).toBe(1);
    const reports = (await service.events()).filter(({ type }) => type.includes('red-flag.reported'));
    expect(reports.map(({ data }) => data)).toMatchObject([
      { kinds: ['urgent-symptom'], version: null, alreadyKnown: false },
      { kinds: ['cauda-equina'], version: null, alreadyKnown: true },
    ]);
  });

  it('a patient without a plan gets the same answer, and what is said of self-harm is for physicians', async () => {
    const patient = await service.newPatient();
    const { status, body } = await report(patient.id, [{ kind: 'self-harm', withPlan: true }], 'coordinator', {
      note: secret,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ urgency: 'emergency', version: null, alreadyKnown: false });
    expect((await service.timeline(patient.id)).map(({ type }) => type)).not.toContain('red-flag.restricted-note');
    const read = await service.request('GET', `/api/patients/${patient.id}/timeline`, { as: 'physician' });
    expect(JSON.stringify(read.body)).toContain(secret);
    expect((await report(randomUUID(), [{ kind: 'fracture' }])).status).toBe(404);
  });

  it('nothing in the plan stands in the way of a safety version, and one report at a time decides', async () => {
    const plan = await service.newPlan({
      document: {
        ...radiculopathy,
        procedures: [
          {
            id: 'p1',
            type: 'esi-caudal',
            intent: 'therapeutic',
            status: 'scheduled',
            scheduledAt: '2027-04-20T10:00:00-04:00',
            steroid: { agent: 'dexamethasone', mg: 10 },
            override: { reason: 'examined and imaged elsewhere', by: 'Phil Physician' },
          },
        ],
      },
    });
    onlyMember(plan);
    const answers = await Promise.all([1, 2, 3].map(() => report(plan.patientId, [{ kind: 'fever-spine' }])));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.filter(({ body }) => !(body as TriageAnswer).alreadyKnown)).toHaveLength(1);
    expect((await planOf(plan)).currentVersion).toBe(2);
  });

  it('refuses a finding of the future, and hands out the form', async () => {
    const plan = await service.newPlan();
    const answer = await report(plan.patientId, [{ kind: 'fracture', observedAt: '2027-04-07T09:00:00-04:00' }]);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ path: 'redFlags[0].observedAt' }] });
    const form = await service.request('GET', '/api/triage/form', { as: therapist });
    expect((form.body as { items: unknown[] }).items).toHaveLength(18);
  });
});
