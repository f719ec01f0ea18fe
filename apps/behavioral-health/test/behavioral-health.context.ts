import { randomUUID } from 'node:crypto';
import {
  careTeamMemberEnded,
  careTeamMemberJoined,
  planDocument,
  planPublished,
  type BehavioralEpisode,
  type OutgoingEvent,
  type Page,
  type PlanDocumentInput,
  type TeamMember,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import { createServiceTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';

const by = { sub: 'physician', name: 'Dr. P', role: 'physician' };
const path = '/api/behavioral-health/episodes';

export const newMember = (facts: Partial<TeamMember> = {}): TeamMember => ({
  memberId: randomUUID(),
  role: 'behavioral-health',
  partnerId: 'mindful-pain',
  status: 'active',
  engagedFor: [],
  ...facts,
});

export async function createBehavioralHealthTest() {
  const service = await createServiceTest({ module: AppModule, service: 'behavioral-health' });
  const send = (event: OutgoingEvent) => deliver(service.app, event);

  /** One patient with a plan, whose versions are published as the test goes. */
  const newPlan = (team: TeamMember[] = [newMember()]) => {
    const ids = { planId: randomUUID(), patientId: randomUUID() };
    const at = () => service.clock.now().toISOString();
    const tell = { subject: ids.patientId };
    return {
      ...ids,
      publish: (version: number, document: PlanDocumentInput, members = team) =>
        send(
          planPublished.of({
            ...tell,
            time: service.clock.now(),
            data: {
              ...ids,
              version,
              document: planDocument.parse(document),
              changes: [],
              reason: 'test',
              author: by,
              publishedAt: at(),
              rulesetVersion: 'test',
              team: members,
            },
          }),
        ),
      joins: (member: TeamMember) =>
        send(
          careTeamMemberJoined.of({
            ...tell,
            time: service.clock.now(),
            data: { ...ids, member, currentVersion: 1, joinedAt: at(), by },
          }),
        ),
      ends: ({ memberId, role, partnerId }: TeamMember) =>
        send(
          careTeamMemberEnded.of({
            ...tell,
            time: service.clock.now(),
            data: { ...ids, memberId, role, partnerId, reason: 'removed', endedAt: at(), by },
          }),
        ),
      episodes: async (as = 'partner:mindful-pain'): Promise<BehavioralEpisode[]> => {
        const { status, body } = await service.request('GET', `${path}?plan=${ids.planId}`, { as });
        expect(status).toBe(200);
        return (body as Page<BehavioralEpisode>).items;
      },
    };
  };

  return {
    ...service,
    send,
    newPlan,
    events: () => appendedEvents(service.dataSource),
    get: (suffix: string, as: string) => service.request('GET', `${path}${suffix}`, { as }),
    move: (
      episodeId: string,
      move: 'engage' | 'complete',
      options: { as?: string; body?: object; key?: string } = {},
    ) =>
      service.request('POST', `${path}/${episodeId}/${move}`, {
        as: options.as ?? 'partner:mindful-pain',
        ...(options.body ? { body: options.body } : {}),
        ...(options.key ? { headers: { 'idempotency-key': options.key } } : {}),
      }),
  };
}
export type BehavioralHealthTest = Awaited<ReturnType<typeof createBehavioralHealthTest>>;

/** The only episode of the plan. */
export const only = <Item>(items: Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};
