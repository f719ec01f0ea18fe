import { randomUUID } from 'node:crypto';
import { diffPlans } from '#clinical';
import {
  type Actor,
  authorizationApproved,
  careTeamMemberEnded,
  careTeamMemberJoined,
  type ClinicHandoff,
  type CloudEvent,
  emptyPlan,
  type EventData,
  type EventDefinition,
  type HandoffSummary,
  impactAssessed,
  type OutgoingEvent,
  type PartnerHandoff,
  type PartnerRole,
  partnerRegistered,
  patientRegistered,
  type PlanDocument,
  planDocument,
  type PlanDocumentInput,
  planPublished,
  type Referral,
  type TeamMember,
  type WorkItem,
} from '#contracts';
import { appendedEvents, deliver } from '#messaging/testing';
import type { User } from '#platform';
import { createServiceTest, TestClock } from '#platform/testing';
import { AppModule } from '../src/app.module.js';

const calendar = {
  timeZone: 'America/New_York',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: ['2027-05-31', '2027-06-18', '2027-07-05'],
};

export const coordinator: User = { sub: 'coordinator', name: 'Cora Coordinator', role: 'coordinator', partnerId: null };
export const physician: User = { sub: 'physician', name: 'Phil Physician', role: 'physician', partnerId: null };
export const partnerUser = (partnerId: string): User => ({
  sub: `partner:${partnerId}`,
  name: `Somebody at ${partnerId}`,
  role: 'partner',
  partnerId,
});
const by: Actor = { sub: 'physician', name: 'Phil Physician', role: 'physician' };

/** A rehab prescription for physical therapy, twice a week for six weeks. */
export const rehabItem = {
  id: 'rehab-pt',
  discipline: 'physical-therapy',
  diagnosisId: 'd1',
  program: ['walking-intervals', 'core-endurance'],
  dose: { sessionsPerWeek: 2, weeks: 6 },
  restrictions: [],
  status: 'active',
} as const;

export const noImpact = { id: 'r-impact', kind: 'no-impact', from: '2027-04-06', until: 'until-cleared' } as const;

/** Lumbar radiculopathy in physical therapy: version 1 of most tests. */
export const basePlan = (over: Partial<PlanDocumentInput> = {}): PlanDocumentInput => ({
  diagnoses: [{ id: 'd1', code: 'M51.17', group: 'lumbar-radiculopathy', status: 'confirmed', side: 'right' }],
  rehab: [{ ...rehabItem, program: [...rehabItem.program], restrictions: [] }],
  ...over,
});

export const withDose = (sessionsPerWeek: number, over: Partial<PlanDocumentInput> = {}): PlanDocumentInput =>
  basePlan({
    rehab: [{ ...rehabItem, program: [...rehabItem.program], dose: { sessionsPerWeek, weeks: 6 }, restrictions: [] }],
    ...over,
  });

export const withNoImpact = (sessionsPerWeek = 2): PlanDocumentInput =>
  basePlan({
    rehab: [
      { ...rehabItem, program: [...rehabItem.program], dose: { sessionsPerWeek, weeks: 6 }, restrictions: [noImpact] },
    ],
  });

export const pelvicRehab = {
  id: 'rehab-pf',
  discipline: 'pelvic-floor-therapy',
  program: ['down-training'],
  dose: { sessionsPerWeek: 1, weeks: 8 },
  status: 'active',
} as const;
export const withPelvicRehab = (): PlanDocumentInput =>
  basePlan({
    rehab: [
      { ...rehabItem, program: [...rehabItem.program], restrictions: [] },
      { ...pelvicRehab, program: [...pelvicRehab.program] },
    ],
  });

export const member = (role: PartnerRole, partnerId: string, status: TeamMember['status'] = 'active'): TeamMember => ({
  memberId: randomUUID(),
  role,
  partnerId,
  status,
  engagedFor: [],
});

interface NewPlan {
  team?: TeamMember[];
  document?: PlanDocumentInput;
  /** False: the version arrives before anybody heard of the patient. */
  patientKnown?: boolean;
}

/** A plan as pain-plan would tell of it: publishes versions in order and remembers them. */
export class PlanDriver {
  readonly planId = randomUUID();
  readonly patientId = randomUUID();
  private readonly documents: PlanDocument[] = [];

  constructor(
    private readonly context: ReferralContext,
    public team: TeamMember[],
  ) {}

  get version(): number {
    return this.documents.length;
  }

  /** The event of the next version, without delivering it. */
  next(document: PlanDocumentInput): OutgoingEvent {
    const parsed = planDocument.parse(document);
    const changes = diffPlans(this.documents.at(-1) ?? emptyPlan, parsed);
    this.documents.push(parsed);
    const now = this.context.clock.now();
    return planPublished.of({
      subject: this.patientId,
      time: now,
      data: {
        planId: this.planId,
        patientId: this.patientId,
        version: this.version,
        document: parsed,
        changes,
        reason: 'Test',
        author: by,
        publishedAt: now.toISOString(),
        rulesetVersion: 'test',
        team: this.team,
      },
    });
  }

  async publish(document: PlanDocumentInput): Promise<OutgoingEvent> {
    const event = this.next(document);
    await this.context.deliver(event);
    return event;
  }

  registered(): OutgoingEvent {
    const now = this.context.clock.now();
    return patientRegistered.of({
      subject: this.patientId,
      time: now,
      data: {
        patientId: this.patientId,
        recordNumber: `TL-${this.patientId.slice(0, 8)}`,
        name: { given: 'Lena', family: 'Probe' },
        birthDate: '1977-02-03',
        contactLanguage: 'en',
        registeredAt: now.toISOString(),
        by,
      },
    });
  }

  async join(joining: TeamMember): Promise<void> {
    this.team = [...this.team.filter((known) => known.memberId !== joining.memberId), joining];
    const now = this.context.clock.now();
    await this.context.deliver(
      careTeamMemberJoined.of({
        subject: this.patientId,
        time: now,
        data: {
          planId: this.planId,
          patientId: this.patientId,
          member: joining,
          currentVersion: this.version,
          joinedAt: now.toISOString(),
          by,
        },
      }),
    );
  }

  async end(leaving: TeamMember, reason: 'removed' | 'replaced' | 'declined' | 'completed' = 'removed'): Promise<void> {
    this.team = this.team.filter((known) => known.memberId !== leaving.memberId);
    const now = this.context.clock.now();
    await this.context.deliver(
      careTeamMemberEnded.of({
        subject: this.patientId,
        time: now,
        data: {
          planId: this.planId,
          patientId: this.patientId,
          memberId: leaving.memberId,
          role: leaving.role,
          partnerId: leaving.partnerId,
          reason,
          endedAt: now.toISOString(),
          by,
        },
      }),
    );
  }

  async approve(itemId: string): Promise<void> {
    const now = this.context.clock.now();
    await this.context.deliver(
      authorizationApproved.of({
        subject: this.patientId,
        time: now,
        data: {
          authorizationId: randomUUID(),
          planId: this.planId,
          patientId: this.patientId,
          itemId,
          kind: 'procedure',
          validFrom: '2027-04-10',
          validUntil: '2027-05-10',
          approvedAt: now.toISOString(),
          by,
        },
      }),
    );
  }

  async handoffs(status?: string, as: User = coordinator): Promise<HandoffSummary[]> {
    const filter = status ? `&status=${status}` : '';
    const { status: http, body } = await this.context.request('GET', `/api/handoffs?plan=${this.planId}${filter}`, {
      as,
    });
    expect(http).toBe(200);
    return (body as { items: HandoffSummary[] }).items;
  }

  /** The one handoff of this status there is. */
  async only(status: string, as: User = coordinator): Promise<HandoffSummary> {
    const found = await this.handoffs(status, as);
    expect(found).toHaveLength(1);
    return found[0]!;
  }

  async workItems(filter = ''): Promise<WorkItem[]> {
    const { body } = await this.context.request('GET', `/api/work-items?plan=${this.planId}${filter}`, {
      as: coordinator,
    });
    return (body as { items: WorkItem[] }).items;
  }

  async referrals(): Promise<Referral[]> {
    const { body } = await this.context.request('GET', `/api/referrals?patient=${this.patientId}`, { as: coordinator });
    return (body as { items: Referral[] }).items;
  }
}

type ServiceTest = Awaited<ReturnType<typeof createServiceTest>>;

/** The service on a database of its own, fed by events instead of Kafka. */
export class ReferralContext {
  private constructor(
    private readonly service: ServiceTest,
    readonly clock: TestClock,
  ) {}

  static async create(): Promise<ReferralContext> {
    const clock = new TestClock();
    const context = new ReferralContext(
      await createServiceTest({ module: AppModule, service: 'referral', clock }),
      clock,
    );
    await context.newPartner('pain-clinic', [], 'clinic');
    await context.newPartner('pt-north', ['physical-therapy']);
    await context.newPartner('pt-east', ['physical-therapy']);
    await context.newPartner('family-care', ['primary-care']);
    await context.newPartner('pelvic-rehab', ['pelvic-floor-therapy']);
    return context;
  }

  get app() {
    return this.service.app;
  }

  async close(): Promise<void> {
    await this.service.close();
  }

  async deliver(event: OutgoingEvent): Promise<void> {
    await deliver(this.service.app, event);
  }

  async newPartner(
    partnerId: string,
    roles: PartnerRole[],
    kind: 'clinic' | 'partner' = 'partner',
    timeZone = calendar.timeZone,
  ): Promise<void> {
    const partner = {
      partnerId,
      kind,
      name: `Clinic ${partnerId}`,
      roles,
      calendar: { ...calendar, timeZone },
      active: true,
      revision: 1,
    };
    await this.deliver(
      partnerRegistered.of({
        subject: partnerId,
        time: this.clock.now(),
        data: { partner, at: this.clock.now().toISOString() },
      }),
    );
  }

  /** A plan that nobody has heard of yet. */
  newDriver(team: TeamMember[]): PlanDriver {
    return new PlanDriver(this, team);
  }

  /** A patient with a plan at version 1; the default team is physical therapy at pt-north. */
  async newPlan({
    team = [member('physical-therapy', 'pt-north')],
    document = basePlan(),
    patientKnown = true,
  }: NewPlan = {}): Promise<PlanDriver> {
    const plan = this.newDriver(team);
    if (patientKnown) await this.deliver(plan.registered());
    await plan.publish(document);
    return plan;
  }

  /** As `newPlan`, and everybody who was asked has acknowledged. */
  async newAcknowledgedPlan(options: NewPlan = {}): Promise<PlanDriver> {
    const plan = await this.newPlan(options);
    for (const handoff of await plan.handoffs('open')) await this.acknowledge(handoff, coordinator);
    return plan;
  }

  request(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options: { as: User; body?: unknown; headers?: Record<string, string> },
  ) {
    return this.service.request(method, path, options as never);
  }

  async acknowledge(
    handoff: Pick<HandoffSummary, 'id' | 'throughVersion'>,
    as: User,
    body: Record<string, unknown> = {},
  ) {
    return this.request('POST', `/api/handoffs/${handoff.id}/acknowledgement`, {
      as,
      body: { version: handoff.throughVersion, ...body },
    });
  }

  async clinicHandoff(id: string): Promise<ClinicHandoff> {
    const { status, body } = await this.request('GET', `/api/handoffs/${id}`, { as: coordinator });
    expect(status).toBe(200);
    return body as ClinicHandoff;
  }

  async partnerHandoff(id: string, partnerId: string): Promise<PartnerHandoff> {
    const { status, body } = await this.request('GET', `/api/handoffs/${id}`, { as: partnerUser(partnerId) });
    expect(status).toBe(200);
    return body as PartnerHandoff;
  }

  /** What this service has told about a patient, in order. */
  async told(patientId: string): Promise<CloudEvent[]> {
    return (await appendedEvents(this.service.dataSource)).filter(
      // The record of an assessment tells nobody anything.
      (event) => event.subject === patientId && event.type !== impactAssessed.type,
    );
  }

  async toldNames(patientId: string): Promise<string[]> {
    return (await this.told(patientId)).map((event) => event.type.replace(/^org\.throughline\.(.*)\.v\d+$/, '$1'));
  }

  async toldOf<Definition extends EventDefinition>(
    patientId: string,
    definition: Definition,
  ): Promise<EventData<Definition>[]> {
    return (await this.told(patientId))
      .filter((event) => event.type === definition.type)
      .map((event) => event.data as EventData<Definition>);
  }
}
