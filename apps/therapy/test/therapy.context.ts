import { randomUUID } from 'node:crypto';
import {
  careTeamMemberEnded,
  careTeamMemberJoined,
  handoffAcknowledged,
  handoffAssigned,
  planDocument,
  planPublished,
  type EventData,
  type OutgoingEvent,
  type Page,
  type PlanDocumentInput,
  type TeamMember,
  type TherapyEpisode,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';

const by = { sub: 'physician', name: 'Dr. P', role: 'physician' };
const path = '/api/therapy/episodes';

export const newMember = (facts: Partial<TeamMember> = {}): TeamMember => ({
  memberId: randomUUID(),
  role: 'physical-therapy',
  partnerId: 'pt-north',
  status: 'active',
  engagedFor: [],
  ...facts,
});

type RehabInput = NonNullable<PlanDocumentInput['rehab']>[number];
export const rehab = (facts: Partial<RehabInput> = {}): RehabInput => ({
  id: 'r1',
  discipline: 'physical-therapy',
  program: ['nerve-glides'],
  status: 'active',
  ...facts,
});

export async function createTherapyTest() {
  const service = await createServiceTest({ module: AppModule, service: 'therapy' });
  const send = (event: OutgoingEvent) => deliver(service.app, event);

  /** One patient with a plan, whose versions are published as the test goes. */
  const newPlan = (team: TeamMember[] = [newMember()]) => {
    const ids = { planId: randomUUID(), patientId: randomUUID() };
    const now = () => service.clock.now();
    const at = () => now().toISOString();
    const subject = ids.patientId;
    const episodes = async (as = 'coordinator', query = ''): Promise<TherapyEpisode[]> => {
      const { status, body } = await service.request('GET', `${path}?plan=${ids.planId}${query}`, { as });
      expect(status).toBe(200);
      return (body as Page<TherapyEpisode>).items;
    };
    return {
      ...ids,
      episodes,
      publish: (version: number, document: PlanDocumentInput, corrects?: number) =>
        send(
          planPublished.of({
            subject,
            time: now(),
            data: {
              ...ids,
              version,
              document: planDocument.parse(document),
              changes: [],
              reason: 'test',
              author: by,
              publishedAt: at(),
              rulesetVersion: 'test',
              ...(corrects === undefined ? {} : { corrects }),
              team,
            },
          }),
        ),
      joins: (member: TeamMember) =>
        send(
          careTeamMemberJoined.of({
            subject,
            time: now(),
            data: { ...ids, member, currentVersion: 1, joinedAt: at(), by },
          }),
        ),
      ends: ({ memberId, role, partnerId }: TeamMember, reason: EndReason = 'removed') =>
        send(
          careTeamMemberEnded.of({
            subject,
            time: now(),
            data: { ...ids, memberId, role, partnerId, reason, endedAt: at(), by },
          }),
        ),
      acknowledges: (version: number, { memberId, role, partnerId }: TeamMember = team[0] as TeamMember) =>
        send(
          handoffAcknowledged.of({
            subject,
            time: now(),
            data: {
              ...ids,
              ...{ handoffId: randomUUID(), memberId, role, partnerId, version },
              kind: 'acknowledged',
              concern: null,
              onBehalf: false,
              acknowledgedAt: at(),
              by,
            },
          }),
        ),
      assigned: ({ memberId, partnerId }: TeamMember) =>
        send(
          handoffAssigned.of({
            subject,
            time: now(),
            data: {
              ...ids,
              handoffId: randomUUID(),
              role: 'physical-therapy',
              memberId,
              partnerId,
              assignedAt: at(),
              by,
            },
          }),
        ),
      /** Kind of event and its data, of this patient alone. */
      events: async () =>
        (await appendedEvents(service.dataSource))
          .filter((event) => event.subject === ids.patientId)
          .map(({ type, data }) => [type.split('.').slice(2, -1).join('.'), data] as const),
    };
  };

  return {
    ...service,
    newPlan,
    read: <Body>(url: string, as: string) =>
      service.request('GET', `/api/therapy${url}`, { as }).then(({ status, body }) => ({ status, body: body as Body })),
    post: (url: string, as: string, body: object) => service.request('POST', `/api/therapy${url}`, { as, body }),
    get: (suffix: string, as: string) => service.request('GET', `${path}${suffix}`, { as }),
    act: (
      episodeId: string,
      act: 'visits' | 'progress' | 'dose-change' | 'certification' | 'discharge',
      body: object,
      options: { as?: string; key?: string } = {},
    ) =>
      service.request('POST', `${path}/${episodeId}/${act}`, {
        as: options.as ?? 'partner:pt-north',
        body,
        ...(options.key ? { headers: { 'idempotency-key': options.key } } : {}),
      }),
  };
}
export type TherapyTest = Awaited<ReturnType<typeof createTherapyTest>>;

type EndReason = EventData<typeof careTeamMemberEnded>['reason'];

/** A whole summary. */
export const wholeDischarge = {
  summary: 'Walks 40 minutes.',
  outcome: 'goals-met',
  homeProgram: 'Walking and core endurance, three times a week.',
  returnWhen: 'A flare of more than three days.',
} as const;

/** The only entry of the list. */
export const only = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};
