import { randomUUID } from 'node:crypto';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest } from '#platform/testing';
import {
  handoffAcknowledged,
  handoffIssued,
  partnerRegistered,
  type Actor,
  type CreatedPlan,
  type OutgoingEvent,
  type PartnerRole,
  type Patient,
  type PlanDocumentInput,
  type TeamMember,
  type TeamStatus,
  type TimelineEntry,
} from '#contracts';
import { AppModule } from '../src/app.module.js';

export const coordinator: Actor = { sub: 'coordinator', name: 'Cora Coordinator', role: 'coordinator' };

/** The organizations that every test starts with. */
const directory: Record<string, PartnerRole[]> = {
  'pt-north': ['physical-therapy'],
  'pt-south': ['physical-therapy'],
  'family-care': ['primary-care'],
  'city-imaging': ['imaging'],
  'spine-group': ['spine-surgery'],
};

export const therapyPlan: PlanDocumentInput = {
  patientContext: {
    age: 44,
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    allergies: { state: 'none-known' },
  },
  diagnoses: [
    { id: 'dx1', code: 'M54.17', group: 'lumbar-radiculopathy', side: 'right', level: ['L5-S1'], status: 'suspected' },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'dx1',
      program: ['positional-unloading', 'walking-intervals'],
      dose: { sessionsPerWeek: 2, weeks: 6 },
      targets: ['t1'],
      status: 'active',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'symptom',
      measure: 'nrs',
      baseline: 8,
      target: 3,
      direction: 'down',
      trainedBy: 'physical-therapy',
      status: 'open',
    },
    { id: 't2', kind: 'sleep', measure: 'sleep-h', baseline: 3, target: 6, unit: 'h', direction: 'up', status: 'open' },
  ],
};

/** As `therapyPlan`, with a restriction that concerns physical therapy only. */
export const withRestriction = (id = 'no-flexion'): PlanDocumentInput => ({
  ...therapyPlan,
  rehab: [
    {
      ...therapyPlan.rehab![0]!,
      restrictions: [{ id, kind: 'no-flexion-loading', from: '2027-04-06', until: 'until-cleared' }],
    },
  ],
});

export type Context = Awaited<ReturnType<typeof startPainPlan>>;

/** pain-plan in process on a database of its own, without a broker, with the directory known. */
export async function startPainPlan() {
  const service = await createServiceTest({ module: AppModule, service: 'pain-plan' });
  const { request, dataSource, clock } = service;
  const receive = async (event: OutgoingEvent): Promise<void> => void (await deliver(service.app, event));

  const partner = (partnerId: string, roles: PartnerRole[]): Promise<void> =>
    receive(
      partnerRegistered.of({
        subject: partnerId,
        time: clock.now(),
        data: {
          partner: {
            partnerId,
            kind: 'partner',
            name: `The ${partnerId}`,
            roles,
            calendar: { timeZone: 'America/New_York' },
            active: true,
            revision: 1,
          },
          at: clock.now().toISOString(),
        },
      }),
    );
  for (const [partnerId, roles] of Object.entries(directory)) await partner(partnerId, roles);

  const newPatient = async (facts: Partial<{ name: Patient['name']; recordNumber: string }> = {}): Promise<Patient> => {
    const answer = await request('POST', '/api/patients', {
      as: 'coordinator',
      body: { name: { given: 'Ann', family: 'Nurse' }, birthDate: '1983-02-03', ...facts },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as Patient;
  };

  const newPlan = async (
    facts: {
      document?: PlanDocumentInput;
      team?: { role: PartnerRole; partnerId: string; status?: 'proposed' | 'active' }[];
    } = {},
  ): Promise<CreatedPlan> => {
    const patient = await newPatient();
    const answer = await request('POST', `/api/patients/${patient.id}/plans`, {
      as: 'physician',
      body: {
        document: facts.document ?? therapyPlan,
        team: facts.team ?? [{ role: 'physical-therapy', partnerId: 'pt-north' }],
      },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as CreatedPlan;
  };

  const publish = (
    planId: string,
    base: number,
    document: PlanDocumentInput,
    more: { digest?: string; key?: string } = {},
  ) =>
    request('POST', `/api/plans/${planId}/versions`, {
      as: 'physician',
      body: { document, reason: 'Next step', ...(more.digest === undefined ? {} : { digest: more.digest }) },
      headers: { 'if-match': `"${base}"`, ...(more.key === undefined ? {} : { 'idempotency-key': more.key }) },
    });

  const team = async (planId: string): Promise<TeamStatus> =>
    (await request('GET', `/api/plans/${planId}/team`, { as: 'coordinator' })).body as TeamStatus;

  const timeline = async (
    patientId: string,
    as: 'coordinator' | 'physician' = 'coordinator',
  ): Promise<TimelineEntry[]> =>
    (
      (await request('GET', `/api/patients/${patientId}/timeline`, { as })).body as {
        items: TimelineEntry[];
      }
    ).items;

  const handoffOf = (plan: CreatedPlan, member: TeamMember, handoffId: string = randomUUID()) => ({
    handoffId,
    planId: plan.id,
    patientId: plan.patientId,
    role: member.role,
    memberId: member.memberId,
    partnerId: member.partnerId,
  });

  const issue = async (plan: CreatedPlan, member: TeamMember, contentVersion: number): Promise<string> => {
    const handoff = handoffOf(plan, member);
    const now = clock.now();
    await receive(
      handoffIssued.of({
        subject: plan.patientId,
        time: now,
        data: {
          ...handoff,
          fromVersion: 0,
          contentVersion,
          throughVersion: contentVersion,
          urgency: 'routine',
          dueAt: '2027-04-08T17:00:00-04:00',
          asks: [
            {
              ruleId: 'TH-01',
              ruleVersion: 1,
              code: 'evaluate',
              text: 'evaluate and begin',
              reason: 'Therapy is prescribed.',
              urgency: 'routine',
              dueAt: '2027-04-08T17:00:00-04:00',
              doBy: null,
              effective: null,
              sinceVersion: contentVersion,
            },
          ],
          slice: {},
          supersedes: null,
          rulesetVersion: 'test',
          issuedAt: now.toISOString(),
        },
      }),
    );
    return handoff.handoffId;
  };

  const acknowledge = (
    plan: CreatedPlan,
    member: TeamMember,
    version: number,
    more: { handoffId?: string; concern?: string } = {},
  ) =>
    receive(
      handoffAcknowledged.of({
        subject: plan.patientId,
        time: clock.now(),
        data: {
          ...handoffOf(plan, member, more.handoffId),
          version,
          kind: more.concern === undefined ? 'acknowledged' : 'acknowledged-with-concern',
          concern: more.concern ?? null,
          onBehalf: false,
          acknowledgedAt: clock.now().toISOString(),
          by: { sub: 'therapist', name: 'Theo Therapist', role: 'partner', partnerId: member.partnerId },
        },
      }),
    );

  /** Types of the events in the outbox, in order; the later ones only, when counted from a mark. */
  const eventNames = async (from = 0): Promise<string[]> =>
    (await appendedEvents(dataSource))
      .slice(from)
      .map((event) => event.type.replace(/^org\.throughline\.(.+)\.v1$/, '$1'));

  return {
    ...service,
    receive,
    partner,
    newPatient,
    newPlan,
    publish,
    team,
    timeline,
    issue,
    acknowledge,
    eventNames,
    events: () => appendedEvents(dataSource),
  };
}

/** The only member of a plan that was made with one. */
export function onlyMember(plan: CreatedPlan): TeamMember {
  const [member] = plan.team;
  if (!member) throw new Error('the plan has no member');
  return member;
}
