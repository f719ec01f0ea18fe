import { randomUUID } from 'node:crypto';
import {
  careTeamMemberEnded,
  careTeamMemberJoined,
  partnerRegistered,
  planDocument,
  planPublished,
  redFlagReported,
  referralAccepted,
  type Appointment,
  type AppointmentRequest,
  type Authorization,
  type Page,
  type PartnerRole,
  type PartnerSnapshot,
  type PlanDocumentInput,
  type TriageUrgency,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest } from '#platform/testing';
import { fireDue } from '#timers/testing';
import { AppModule } from '../src/app.module.js';

const by = { sub: 'physician', name: 'Dr. P', role: 'physician' };

type ProcedureInput = NonNullable<PlanDocumentInput['procedures']>[number];
export const block = (facts: Partial<ProcedureInput> = {}): ProcedureInput => ({
  id: 'p1',
  type: 'medial-branch-block',
  intent: 'diagnostic',
  side: 'left',
  level: ['L4'],
  status: 'planned',
  authorizationRequired: true,
  ...facts,
});

export const calendar = {
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: ['2027-05-31'],
};

/** A plan item in physical therapy. */
export const therapy = { id: 'r1', discipline: 'physical-therapy', status: 'active' } as const;

export async function createSchedulingTest() {
  const service = await createServiceTest({ module: AppModule, service: 'scheduling' });

  const registerSite = (partnerId: string, facts: Partial<PartnerSnapshot> = {}) =>
    deliver(
      service.app,
      partnerRegistered.of({
        subject: partnerId,
        time: service.clock.now(),
        data: {
          partner: {
            partnerId,
            kind: 'partner',
            name: partnerId,
            roles: [],
            calendar,
            active: true,
            revision: 1,
            ...facts,
          },
          at: service.clock.now().toISOString(),
        },
      }),
    );

  /** One patient with a plan, whose versions are published as the test goes. */
  const newPlan = () => {
    const ids = { planId: randomUUID(), patientId: randomUUID() };
    const list = async <Item>(path: string, as: string): Promise<Item[]> => {
      const { status, body } = await service.request('GET', `${path}?plan=${ids.planId}`, { as });
      expect(status).toBe(200);
      return (body as Page<Item>).items;
    };
    return {
      ...ids,
      publish: (version: number, document: PlanDocumentInput) =>
        deliver(
          service.app,
          planPublished.of({
            subject: ids.patientId,
            time: service.clock.now(),
            data: {
              ...ids,
              version,
              document: planDocument.parse(document),
              changes: [],
              reason: 'test',
              author: by,
              publishedAt: service.clock.now().toISOString(),
              rulesetVersion: 'test',
              team: [],
            },
          }),
        ),
      /** A partner takes a role on the care team; it has accepted unless said. */
      join: async (role: PartnerRole, partnerId: string, accepts = true) => {
        const member = { memberId: randomUUID(), role, partnerId };
        const at = service.clock.now();
        const about = { subject: ids.patientId, time: at };
        const joined = { ...ids, member: { ...member, status: 'active' as const, engagedFor: [] } };
        const data = { ...joined, currentVersion: 1, joinedAt: at.toISOString(), by };
        await deliver(service.app, careTeamMemberJoined.of({ ...about, data }));
        const accepted = { ...ids, ...member, referralId: randomUUID(), acceptedAt: at.toISOString(), by };
        if (accepts) await deliver(service.app, referralAccepted.of({ ...about, data: accepted }));
        return {
          leave: () =>
            deliver(
              service.app,
              careTeamMemberEnded.of({
                ...about,
                data: { ...ids, ...member, reason: 'completed', endedAt: at.toISOString(), by },
              }),
            ),
        };
      },
      report: (kinds: ['urgent-symptom'], urgency: TriageUrgency) =>
        deliver(
          service.app,
          redFlagReported.of({
            subject: ids.patientId,
            time: service.clock.now(),
            data: {
              ...{
                patientId: ids.patientId,
                planId: ids.planId,
                kinds,
                urgency,
                version: null,
                alreadyKnown: false,
                by,
              },
              reportedAt: service.clock.now().toISOString(),
            },
          }),
        ),
      book: <Body = Appointment>(body: object, as = 'coordinator') =>
        service.request<Body>('POST', '/api/appointments', { as, body: { planId: ids.planId, ...body } }),
      requests: (as = 'coordinator') => list<AppointmentRequest>('/api/appointments/requests', as),
      /** The payer approves what was asked for this item. */
      approve: async (itemId: string, facts: object = {}) => {
        const found = (await list<Authorization>('/api/authorizations', 'coordinator')).find(
          (one) => one.itemId === itemId && one.state !== 'withdrawn',
        );
        const move = (event: string, body: object) =>
          service.request('POST', `/api/authorizations/${found?.id}/${event}`, { as: 'coordinator', body });
        await move('submit', {});
        const body = { validFrom: '2027-04-06', validUntil: '2027-12-31', ...facts };
        expect(await move('approve', body)).toMatchObject({ status: 200 });
        return found?.id ?? '';
      },
      authorizations: (as = 'coordinator') => list<Authorization>('/api/authorizations', as),
      appointments: (as = 'coordinator') => list<Appointment>('/api/appointments', as),
      /** Kind of event and its data, of this patient alone. */
      events: async () =>
        (await appendedEvents(service.dataSource))
          .filter(({ subject }) => subject === ids.patientId)
          .map(({ type, data }) => [type.split('.').slice(2, -1).join('.'), data] as const),
      told: async () =>
        (await appendedEvents(service.dataSource))
          .filter(({ subject }) => subject === ids.patientId)
          .map(({ type }) => type.split('.').slice(2, -1).join('.')),
    };
  };

  return {
    ...service,
    newPlan,
    registerSite,
    /** Everything that has come due takes effect. */
    fireDue: () => fireDue(service.app),
    move: (
      list: 'authorizations' | 'appointments',
      id: string,
      event: string,
      options: { as?: string; body?: object; key?: string } = {},
    ) =>
      service.request('POST', `/api/${list}/${id}/${event}`, {
        as: options.as ?? 'coordinator',
        ...(options.body ? { body: options.body } : {}),
        ...(options.key ? { headers: { 'idempotency-key': options.key } } : {}),
      }),
  };
}
export type SchedulingTest = Awaited<ReturnType<typeof createSchedulingTest>>;

/** The only entry of the list. */
export const only = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};
