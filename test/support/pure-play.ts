/** A case in one thread, without messaging, database or clock: its versions, its acknowledgements and the rules alone. */
import {
  assessImpact,
  currentRuleset,
  defaultCalendar,
  type MemberPosition,
  type PublishedPlan,
  type Ruleset,
} from '#clinical';
import { emptyPlan, type PartnerRole, type PlanDocument, planDocument, type PlanImpact } from '#contracts';
import {
  type CareCase,
  type CaseDates,
  caseDates,
  type CaseStep,
  scenarioClosedDates,
  scenarioDay0,
  scenarioZone,
  type Told,
} from '../cases/case.ts';

/** A case as far as one thread can play it: up to the first step that only the whole system can take. */
export function alone(careCase: CareCase): CareCase {
  const steps = careCase.steps.filter((step) => step.kind !== 'then' || !step.looksOnly);
  const end = steps.findIndex(({ kind }) => kind === 'then');
  return { ...careCase, steps: end === -1 ? steps : steps.slice(0, end) };
}

const calendar = { ...defaultCalendar(scenarioZone), closedDates: [...scenarioClosedDates] };

export type Row = Pick<Told, 'to' | 'partner' | 'rules' | 'urgency'> & { due: number };

const byName = (a: Row, b: Row): number => `${a.to} ${a.partner}`.localeCompare(`${b.to} ${b.partner}`);

export class PurePlay {
  readonly at: CaseDates;
  readonly history: PublishedPlan[] = [];
  private readonly ruleset: Ruleset;
  private members: MemberPosition[];
  /** What each member or vacant role has in hand, so that only news counts as told. */
  private inHand = new Map<string, string>();

  constructor(careCase: CareCase, ruleset: Ruleset = currentRuleset) {
    this.at = caseDates(careCase.day0 ?? scenarioDay0, scenarioZone);
    this.ruleset = ruleset;
    const start = this.moment({ day: 0, time: '00:00' });
    this.members = careCase.team
      .filter(({ status }) => status === 'active')
      .map(({ role, partner }) => this.member(role, partner, new Date(start.getTime() - 1e10)));
  }

  moment({ day, time }: { day: number; time: string }): Date {
    return new Date(this.at.instant(day, time));
  }

  /** The rows of a case's table, as this play would write them. */
  expected(told: readonly Told[]): Row[] {
    return told.map((one) => this.rowOf(one)).sort(byName);
  }

  rowOf({ to, partner, rules, urgency, due }: Told): Row {
    return { to, partner, rules: [...rules].sort(), urgency, due: this.moment(due).getTime() };
  }

  /** Whoever is told something new by this version. */
  publish(step: Extract<CaseStep, { kind: 'publish' }>): Row[] {
    const document = planDocument.parse(step.document(this.at));
    this.history.push({ version: step.version, document, publishedAt: this.moment(step) });
    const impact = this.assess();
    const desks = impact.desks.map(({ desk, asks, urgency, dueAt }) => row(desk, null, asks, { urgency, dueAt }));
    return [...this.news(impact), ...desks].sort(byName);
  }

  acknowledge(role: PartnerRole, version: number): void {
    this.members = this.members.map((member) =>
      member.role === role ? { ...member, acknowledgedVersion: version } : member,
    );
  }

  assign(step: Extract<CaseStep, { kind: 'assign' }>): Row | undefined {
    this.members.push(this.member(step.role, step.partner, this.moment(step)));
    this.inHand.delete(step.role);
    return this.news(this.assess()).find(({ to }) => to === step.role);
  }

  leave(role: PartnerRole): void {
    this.members = this.members.filter((member) => member.role !== role);
  }

  get current(): PlanDocument {
    return this.history.at(-1)?.document ?? emptyPlan;
  }

  private assess(): PlanImpact {
    const { history, members, ruleset } = this;
    return assessImpact({ history, members, clinicCalendar: calendar, ruleset });
  }

  private news({ partners }: PlanImpact): Row[] {
    const fresh = partners.filter(({ role, asks }) => this.inHand.get(role) !== fingerprints(asks));
    this.inHand = new Map(partners.map(({ role, asks }) => [role, fingerprints(asks)]));
    return fresh.map(({ role, partnerId, asks, urgency, dueAt }) => row(role, partnerId, asks, { urgency, dueAt }));
  }

  private member(role: PartnerRole, partnerId: string, joinedAt: Date): MemberPosition {
    return { memberId: role, role, partnerId, engagedFor: [], acknowledgedVersion: 0, joinedAt, calendar };
  }
}

const fingerprints = (asks: readonly { fingerprint: string }[]): string =>
  asks
    .map(({ fingerprint }) => fingerprint)
    .sort()
    .join();

const row = (
  to: Row['to'],
  partner: string | null,
  asks: readonly { ruleId: string }[],
  { urgency, dueAt }: { urgency: Row['urgency']; dueAt: string },
): Row => ({
  to,
  partner,
  rules: [...new Set(asks.map(({ ruleId }) => ruleId))].sort(),
  urgency,
  due: Date.parse(dueAt),
});
