/**
 * Plays a case through the public API of a running system and compares what everybody was told with the case's tables. Moves the
 * embedded clock to the day and time of each step. The demo prints what it reports; the acceptance tests expect no difference.
 */
import { randomUUID } from 'node:crypto';
import type { HandoffSummary, Patient, Plan, PlanVersion, Referral, TeamStatus, WorkItem } from '#contracts';
import type { CareCase, CaseDates, CaseStep, CaseTime, Told } from '../cases/case.ts';
import type { ApiClient } from './api-client.ts';

export interface Observed {
  to: string;
  partner: string | null;
  rules: string[];
  urgency: string;
  dueAt: string;
  /** Why, as the addressee reads it. */
  reasons: string[];
}

export interface Reporter {
  /** A step is about to be played. */
  step(step: CaseStep, at: string): void;
  /** What a publication changed, whom it told, and whom it left alone. */
  published(version: PlanVersion, told: readonly Observed[]): void;
  /** Who works from which version now. */
  team(status: TeamStatus): void;
  note(text: string): void;
}

const urgencies = ['routine', 'urgent', 'same-day', 'emergency'];

export class CasePlayer {
  readonly differences: string[] = [];
  private planId = '';
  private patientId = '';
  private readonly api: ApiClient;
  private readonly careCase: CareCase;
  private readonly at: CaseDates;
  private readonly reporter: Reporter;

  constructor(told: { api: ApiClient; careCase: CareCase; at: CaseDates; reporter: Reporter }) {
    this.api = told.api;
    this.careCase = told.careCase;
    this.at = told.at;
    this.reporter = told.reporter;
  }

  async play(): Promise<void> {
    for (const step of this.careCase.steps) {
      await this.moveClock(step);
      this.reporter.step(step, this.at.instant(step.day, step.time));
      await this.playStep(step);
    }
  }

  get plan(): string {
    return this.planId;
  }

  private async playStep(step: CaseStep): Promise<void> {
    switch (step.kind) {
      case 'publish':
        return this.publish(step);
      case 'acknowledge':
        return this.acknowledge(step);
      case 'assign':
        return this.assign(step);
      case 'complete':
        return this.complete(step);
      case 'refuse':
        return this.refuse(step);
    }
  }

  private async moveClock({ day, time }: CaseTime): Promise<void> {
    await this.api.post('/api/dev/clock', 'administrator', { set: this.at.instant(day, time) });
  }

  private async publish(step: Extract<CaseStep, { kind: 'publish' }>): Promise<void> {
    const body = { document: step.document(this.at), reason: step.reason };
    if (step.version === 1) await this.createPlan(body);
    else
      await this.api.post(`/api/plans/${this.planId}/versions`, 'physician', body, {
        'if-match': `"${step.version - 1}"`,
      });
    const version = await this.api.until(
      `the rules to be through with version ${step.version}`,
      () => this.api.get<PlanVersion>(`/api/plans/${this.planId}/versions/${step.version}`, 'physician'),
      ({ routing }) => routing !== null,
    );
    const told = [...(await this.handoffsOf(step.version)), ...(await this.workOf(step.version))];
    this.reporter.published(version, told);
    if (step.told !== null) this.compare(`version ${step.version}`, told, step.told);
    this.reporter.team(await this.teamStatus());
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

  /** Handoffs whose content this version brought, assigned or not. */
  private async handoffsOf(version: number): Promise<Observed[]> {
    const handoffs = await this.api.all<HandoffSummary>(`/api/handoffs?plan=${this.planId}`, 'coordinator');
    return handoffs
      .filter(
        ({ status, contentVersion }) => contentVersion === version && (status === 'open' || status === 'unassigned'),
      )
      .map(({ role, partnerId, ruleIds, urgency, dueAt, headline }) => ({
        to: role,
        partner: partnerId,
        rules: [...new Set(ruleIds)].sort(),
        urgency,
        dueAt,
        reasons: [headline],
      }));
  }

  private async workOf(version: number): Promise<Observed[]> {
    const items = await this.api.all<WorkItem>(`/api/work-items?plan=${this.planId}`, 'coordinator');
    const byDesk = Map.groupBy(
      items.filter(({ planVersion }) => planVersion === version),
      ({ desk }) => desk,
    );
    return [...byDesk].map(([desk, ofDesk]) => {
      const asks = ofDesk.map(({ ask }) => ask);
      return {
        to: desk,
        partner: null,
        rules: [...new Set(asks.map(({ ruleId }) => ruleId))].sort(),
        urgency: asks
          .map(({ urgency }) => urgency)
          .reduce((a, b) => (urgencies.indexOf(a) >= urgencies.indexOf(b) ? a : b)),
        dueAt: asks.map(({ dueAt }) => dueAt).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b)),
        reasons: asks.map(({ reason }) => reason),
      };
    });
  }

  private async acknowledge(step: Extract<CaseStep, { kind: 'acknowledge' }>): Promise<void> {
    const as = `partner:${step.partner}`;
    const own = await this.api.all<HandoffSummary>(`/api/handoffs?plan=${this.planId}&status=open`, as);
    const handoff = own.find(({ role }) => role === step.role);
    if (!handoff) {
      this.differences.push(`${step.partner} has nothing to acknowledge for version ${step.version}`);
      return;
    }
    await this.api.post(`/api/handoffs/${handoff.id}/acknowledgement`, as, { version: step.version });
    const status = await this.untilTeam(`${step.partner} to stand at version ${step.version}`, (members) =>
      members.some(({ role, acknowledgedVersion }) => role === step.role && acknowledgedVersion >= step.version),
    );
    const member = status.members.find(({ role }) => role === step.role);
    if (member?.state !== 'current') this.differences.push(`${step.partner} is ${member?.state} after acknowledging`);
    this.reporter.team(status);
  }

  private async assign(step: Extract<CaseStep, { kind: 'assign' }>): Promise<void> {
    const open = await this.api.all<HandoffSummary>(
      `/api/handoffs?plan=${this.planId}&status=unassigned`,
      'coordinator',
    );
    const handoff = open.find(({ role }) => role === step.role);
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
    const { role, partnerId, ruleIds, urgency, dueAt, headline } = issued;
    const told = [
      { to: role, partner: partnerId, rules: [...new Set(ruleIds)].sort(), urgency, dueAt, reasons: [headline] },
    ];
    this.compare(`assignment of ${step.role}`, told, [step.told]);
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

  private teamStatus(): Promise<TeamStatus> {
    return this.api.get<TeamStatus>(`/api/plans/${this.planId}/team`, 'physician');
  }

  private untilTeam(what: string, isReady: (members: TeamStatus['members']) => boolean): Promise<TeamStatus> {
    return this.api.until(
      what,
      () => this.teamStatus(),
      ({ members }) => isReady(members),
    );
  }

  private compare(where: string, observed: readonly Observed[], expected: readonly Told[]): void {
    const line = (
      row: { to: string; partner: string | null; rules: readonly string[]; urgency: string },
      due: number,
    ): string =>
      `${row.to}${row.partner ? ` (${row.partner})` : ''}: ${[...row.rules].sort().join(' ')}, ${row.urgency}, due ${new Date(due).toISOString()}`;
    const got = new Set(observed.map((row) => line(row, Date.parse(row.dueAt))));
    const wanted = new Set(expected.map((row) => line(row, Date.parse(this.at.instant(row.due.day, row.due.time)))));
    for (const row of wanted) if (!got.has(row)) this.differences.push(`${where}: expected and missing: ${row}`);
    for (const row of got) if (!wanted.has(row)) this.differences.push(`${where}: told and not expected: ${row}`);
  }
}
