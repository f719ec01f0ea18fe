import { randomUUID } from 'node:crypto';
import {
  planDocument,
  planPublished,
  type Appointment,
  type Authorization,
  type Page,
  type PlanDocumentInput,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest } from '#platform/testing';
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

export async function createSchedulingTest() {
  const service = await createServiceTest({ module: AppModule, service: 'scheduling' });

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
