/**
 * Plays a case through the public API of a running system and compares what everybody was told with the case's tables. Moves the
 * embedded clock to the day and time of each step. The demo prints what it reports; the acceptance tests expect no difference.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type {
  HandoffSummary,
  Patient,
  Plan,
  PlanDocumentInput,
  PlanVersion,
  Referral,
  TeamStatus,
  WorkItem,
} from '#contracts';
import type { CareCase, CaseDates, CaseStep, Told } from '../cases/case.ts';
import type { Observed, Story } from '../cases/story.ts';
import type { ApiClient } from './api-client.ts';
import { handoffRow, rowsOf, workRows } from './observe.ts';

export interface Reporter {
  /** A step is about to be played. */
  step(step: CaseStep, at: string): void;
  /** What a publication changed, whom it told, and whom it left alone. */
  published(version: PlanVersion, told: readonly Observed[]): void;
  /** Who works from which version now. */
  team(status: TeamStatus): void;
  note(text: string): void;
}

export class CasePlayer implements Story {
  readonly differences: string[] = [];
  readonly api: ApiClient;
  readonly at: CaseDates;
  planId = '';
  patientId = '';
  private readonly careCase: CareCase;
  private readonly reporter: Reporter;

  constructor(told: { api: ApiClient; careCase: CareCase; at: CaseDates; reporter: Reporter }) {
    this.api = told.api;
    this.careCase = told.careCase;
    this.at = told.at;
    this.reporter = told.reporter;
  }

  async play(): Promise<void> {
    for (const step of this.careCase.steps) {
      await this.moveTo(step.day, step.time);
      this.reporter.step(step, this.at.instant(step.day, step.time));
      await this.playStep(step);
    }
  }

  private async playStep(step: CaseStep): Promise<void> {
    switch (step.kind) {
      case 'publish':
        return this.publishStep(step);
      case 'acknowledge':
        return this.acknowledge(step.role, step.partner, step.version);
      case 'assign':
        return this.assign(step);
      case 'complete':
        return this.complete(step);
      case 'refuse':
        return this.refuse(step);
      case 'then':
        return step.play(this);
    }
  }

  async moveTo(day: number, time: string): Promise<void> {
    await this.api.post('/api/dev/clock', 'administrator', { set: this.at.instant(day, time) });
    await this.until(
      'the timers that came due to have had their effect',
      () => this.api.get<{ timersDue?: number }>('/api/dev/clock', 'administrator'),
      ({ timersDue }) => !timersDue,
    );
  }

  async publish(document: PlanDocumentInput, reason: string): Promise<number> {
    const { currentVersion } = await this.api.get<Plan>(`/api/plans/${this.planId}`, 'physician');
    const body = { document, reason };
    await this.api.post(`/api/plans/${this.planId}/versions`, 'physician', body, { 'if-match': `"${currentVersion}"` });
    await this.untilRouted(currentVersion + 1);
    return currentVersion + 1;
  }

  untilRouted(version: number): Promise<PlanVersion> {
    return this.until(
      `the rules to be through with version ${version}`,
      () => this.api.get<PlanVersion>(`/api/plans/${this.planId}/versions/${version}`, 'physician'),
      ({ routing }) => routing !== null,
    );
  }

  async toldOf(version: number): Promise<Observed[]> {
    const handoffs = (await this.handoffs()).filter(
      ({ status, contentVersion }) => contentVersion === version && (status === 'open' || status === 'unassigned'),
    );
    // A step that is due at once may come before we look; it comes by the calendar, not by what was published.
    const isFollowUp = ({ ask }: WorkItem): boolean => ask.ruleId.startsWith('FU-');
    const items = (await this.workItems()).filter((item) => item.planVersion === version && !isFollowUp(item));
    return [...handoffs.map(handoffRow), ...workRows(items)];
  }

  handoffs(query = '', as = 'coordinator'): Promise<HandoffSummary[]> {
    return this.api.all<HandoffSummary>(`/api/handoffs?plan=${this.planId}${query}`, as);
  }

  workItems(query = ''): Promise<WorkItem[]> {
    return this.api.all<WorkItem>(`/api/work-items?plan=${this.planId}${query}`, 'coordinator');
  }

  team(): Promise<TeamStatus> {
    return this.api.get<TeamStatus>(`/api/plans/${this.planId}/team`, 'physician');
  }

  until<Body>(what: string, read: () => Promise<Body>, isReady: (body: Body) => boolean): Promise<Body> {
    return this.api.until(what, read, isReady);
  }

  note(text: string): void {
    this.reporter.note(text);
  }

  expectEqual(what: string, actual: unknown, expected: unknown): void {
    if (isDeepStrictEqual(actual, expected)) return;
    this.differences.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  }

  expectTold(where: string, observed: readonly Observed[], expected: readonly Told[]): void {
    const { missing, surplus } = rowsOf(observed, expected, this.at);
    for (const row of missing) this.differences.push(`${where}: expected and missing: ${row}`);
    for (const row of surplus) this.differences.push(`${where}: told and not expected: ${row}`);
  }

  async acknowledge(role: string, partner: string, version: number): Promise<void> {
    const as = `partner:${partner}`;
    const handoff = (await this.handoffs('&status=open', as)).find((own) => own.role === role);
    if (!handoff) {
      this.differences.push(`${partner} has nothing to acknowledge for version ${version}`);
      return;
    }
    await this.api.post(`/api/handoffs/${handoff.id}/acknowledgement`, as, { version });
    const holds = (one: TeamStatus['members'][number]): boolean => one.role === role && one.status !== 'ended';
    const status = await this.untilTeam(`${partner} to stand at version ${version}`, (members) =>
      members.some((one) => holds(one) && one.acknowledgedVersion >= version),
    );
    const state = status.members.find(holds)?.state;
    if (state !== 'current') this.differences.push(`${partner} is ${state} after acknowledging`);
    this.reporter.team(status);
  }

  private async publishStep(step: Extract<CaseStep, { kind: 'publish' }>): Promise<void> {
    const document = step.document(this.at);
    if (step.version === 1) await this.createPlan({ document, reason: step.reason });
    else await this.publish(document, step.reason);
    const version = await this.untilRouted(step.version);
    const told = await this.toldOf(step.version);
    this.reporter.published(version, told);
    if (step.told !== null) this.expectTold(`version ${step.version}`, told, step.told);
    this.reporter.team(await this.team());
  }

  private async createPlan(body: { document: unknown; reason: string }): Promise<void> {
    const { name, birthDate, contactLanguage, recordNumber } = this.careCase.patient;
    const patient = await this.api.post<Patient>('/api/patients', 'coordinator', {
      name,
      birthDate,
      contactLanguage,
      // The same case can be told again on the same system.
      recordNumber: `${recordNumber}-${randomUUID().slice(0, 8)}`,
    });
    this.patientId = patient.id;
    const team = this.careCase.team.map(({ role, partner, status }) => ({ role, partnerId: partner, status }));
    const plan = await this.api.post<Plan>(`/api/patients/${patient.id}/plans`, 'physician', { ...body, team });
    this.planId = plan.id;
  }

  private async assign(step: Extract<CaseStep, { kind: 'assign' }>): Promise<void> {
    const handoff = (await this.handoffs('&status=unassigned')).find(({ role }) => role === step.role);
    if (!handoff) {
      this.differences.push(`nothing unassigned for ${step.role}`);
      return;
    }
    await this.api.post(`/api/handoffs/${handoff.id}/assignment`, 'coordinator', { partnerId: step.partner });
    await this.untilTeam(`${step.partner} to join`, (members) =>
      members.some(
        ({ role, partnerId, status }) => role === step.role && partnerId === step.partner && status === 'active',
      ),
    );
    const issued = await this.api.get<HandoffSummary>(`/api/handoffs/${handoff.id}`, `partner:${step.partner}`);
    this.expectTold(`assignment of ${step.role}`, [handoffRow(issued)], [step.told]);
  }

  private async complete(step: Extract<CaseStep, { kind: 'complete' }>): Promise<void> {
    const as = `partner:${step.partner}`;
    const referrals = await this.api.all<Referral>(`/api/referrals?patient=${this.patientId}`, as);
    const referral = referrals.find(({ role }) => role === step.role);
    if (!referral) {
      this.differences.push(`${step.partner} has no referral to complete`);
      return;
    }
    if (referral.state === 'sent') await this.api.post(`/api/referrals/${referral.id}/accept`, as, {});
    await this.api.post(`/api/referrals/${referral.id}/complete`, as, { outcome: 'Done; the report is on file.' });
    await this.untilTeam(`${step.partner} to leave the team`, (members) =>
      members.every(({ role, status }) => role !== step.role || status === 'ended'),
    );
  }

  private async refuse(step: Extract<CaseStep, { kind: 'refuse' }>): Promise<void> {
    const { currentVersion } = await this.api.get<Plan>(`/api/plans/${this.planId}`, 'physician');
    const answer = await this.api.call<{ errors?: { path: string; message: string }[] }>(
      'POST',
      `/api/plans/${this.planId}/versions`,
      {
        as: 'physician',
        body: { document: step.document(this.at), reason: step.reason },
        headers: { 'if-match': `"${currentVersion}"` },
      },
    );
    const errors = answer.body.errors ?? [];
    if (answer.status !== 422) this.differences.push(`"${step.reason}" answered ${answer.status} instead of 422`);
    for (const { path, says } of step.errors) {
      const error = errors.find(
        (one) => one.path === `document.${path}` && says.every((word) => one.message.includes(word)),
      );
      if (!error) this.differences.push(`no error at document.${path} that says ${says.join(', ')}`);
    }
    for (const { path, message } of errors) this.reporter.note(`refused: ${path}: ${message}`);
  }

  private untilTeam(what: string, isReady: (members: TeamStatus['members']) => boolean): Promise<TeamStatus> {
    return this.until(
      what,
      () => this.team(),
      ({ members }) => isReady(members),
    );
  }
}
