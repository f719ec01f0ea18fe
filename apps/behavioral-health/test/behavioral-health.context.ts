import { randomBytes, randomUUID } from 'node:crypto';
import {
  careTeamMemberEnded,
  careTeamMemberJoined,
  partnerRegistered,
  planDocument,
  planPublished,
  type BehavioralEpisode,
  type OutgoingEvent,
  type Page,
  type PlanDocumentInput,
  type TeamMember,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import type { User } from '#platform';
import { createServiceTest } from '#platform/testing';
import { AppModule } from '../src/app.module.js';

export const newKey = (): string => randomBytes(32).toString('base64');

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

export const therapist: User = { sub: 'mia', name: 'Mia Mind', role: 'partner', partnerId: 'mindful-pain' };
export const colleague: User = { sub: 'max', name: 'Max Mind', role: 'partner', partnerId: 'mindful-pain' };

export async function createBehavioralHealthTest(options: { databaseUrl?: string } = {}) {
  const service = await createServiceTest({ module: AppModule, service: 'behavioral-health', ...options });
  const send = (event: OutgoingEvent) => deliver(service.app, event);

  /** The directory tells of an organization, or of its next revision. */
  const organization = (
    partnerId: string,
    facts: { kind?: 'clinic' | 'partner'; active?: boolean; revision?: number },
  ) =>
    send(
      partnerRegistered.of({
        subject: partnerId,
        time: service.clock.now(),
        data: {
          at: service.clock.now().toISOString(),
          partner: {
            partnerId,
            kind: 'partner',
            name: partnerId,
            roles: [],
            calendar: { timeZone: 'America/New_York' },
            active: true,
            revision: 1,
            ...facts,
          },
        },
      }),
    );

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
    organization,
    newPlan,
    /** Of the service's own API; the path after its prefix. */
    api: <Body = Record<string, unknown>>(method: string, suffix: string, as: User | string, body?: object) =>
      service.request<Body>(method, `/api/behavioral-health${suffix}`, { as, ...(body ? { body } : {}) }),
    /** The whole database as text, as somebody would find it who stole it. */
    async everythingStored(): Promise<string> {
      const tables = await service.dataSource.query<{ name: string }[]>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      const rows = await Promise.all(
        tables.map(({ name }) => service.dataSource.query<object[]>(`select * from "${name}"`)),
      );
      return rows.flatMap((found) => found.map((row) => readable(row))).join('\n');
    },
    events: () => appendedEvents(service.dataSource),
    get: (suffix: string, as: string) => service.request('GET', `${path}${suffix}`, { as }),
    move: (
      episodeId: string,
      move: 'engage' | 'complete' | 'stop',
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

/** Bytes as the text that they would be. */
const readable = (row: object): string =>
  Object.values(row)
    .map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value)))
    .join(' ');

/** The only episode of the plan. */
export const only = <Item>(items: Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};
