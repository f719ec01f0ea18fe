import { emptyPlan, planDocument, type PartnerRole, type PlanDocument, type PlanImpact } from '#contracts';
import { a1Nurse } from '../../../../test/cases/a1-nurse.js';
import { a2Retiree } from '../../../../test/cases/a2-retiree.js';
import { a3Crps } from '../../../../test/cases/a3-crps.js';
import { b1BoneMetastasis } from '../../../../test/cases/b1-bone-metastasis.js';
import { b2PelvicPain } from '../../../../test/cases/b2-pelvic-pain.js';
import { b3NoAlarm, b3RedFlag, b3SameDay } from '../../../../test/cases/b3-red-flag.js';
import { b4OpioidTaper, b4WithGabapentinoid } from '../../../../test/cases/b4-opioid-taper.js';
import { b7BloodThinner } from '../../../../test/cases/b7-blood-thinner.js';
import { b5Concordant, b5NotConcordant } from '../../../../test/cases/b5-facet.js';
import { b8Trigeminal } from '../../../../test/cases/b8-trigeminal.js';
import {
  type CareCase,
  caseDates,
  type CaseStep,
  scenarioClosedDates,
  scenarioDay0,
  scenarioZone,
  type Told,
} from '../../../../test/cases/case.js';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { checkPlan } from '../check/check-plan.js';
import { assessImpact, type MemberPosition } from './assess-impact.js';
import type { PublishedPlan } from './published-plan.js';
import { currentRuleset } from './current-ruleset.js';

const calendar = { ...defaultCalendar(scenarioZone), closedDates: [...scenarioClosedDates] };
const at = caseDates(scenarioDay0, scenarioZone);
const moment = (step: { day: number; time: string }): Date => new Date(at.instant(step.day, step.time));

type Row = Pick<Told, 'to' | 'partner' | 'rules' | 'urgency'> & { due: number };

const rowOf = (told: Told): Row => ({
  to: told.to,
  partner: told.partner,
  rules: [...told.rules].sort(),
  urgency: told.urgency,
  due: moment(told.due).getTime(),
});
const byName = (a: Row, b: Row): number => `${a.to} ${a.partner}`.localeCompare(`${b.to} ${b.partner}`);

/** Plays a case in one thread, without messaging: history, acknowledgements and the function alone. */
class Play {
  readonly history: PublishedPlan[] = [];
  private members: MemberPosition[];
  /** What each member or vacant role has in hand, so that only news counts as told. */
  private inHand = new Map<string, string>();

  constructor(careCase: CareCase) {
    const start = moment({ day: 0, time: '00:00' });
    this.members = careCase.team
      .filter(({ status }) => status === 'active')
      .map(({ role, partner }) => this.member(role, partner, new Date(start.getTime() - 1e10)));
  }

  publish(step: Extract<CaseStep, { kind: 'publish' }>): Row[] {
    const document = planDocument.parse(step.document(at));
    expect(checkPlan(document, { previous: this.history.at(-1)?.document ?? null, now: moment(step) })).toEqual([]);
    this.history.push({ version: step.version, document, publishedAt: moment(step) });
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
    this.members.push(this.member(step.role, step.partner, moment(step)));
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
    return assessImpact({
      history: this.history,
      members: this.members,
      clinicCalendar: calendar,
      ruleset: currentRuleset,
    });
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

describe.each([
  a1Nurse,
  a2Retiree,
  a3Crps,
  b1BoneMetastasis,
  b2PelvicPain,
  b3RedFlag,
  b3SameDay,
  b3NoAlarm,
  b4OpioidTaper,
  b4WithGabapentinoid,
  b7BloodThinner,
  b5NotConcordant,
  b5Concordant,
  b8Trigeminal,
])('$id $title', (careCase) => {
  const play = new Play(careCase);

  it.each(careCase.steps.map((step, index) => ({ step, title: `${index + 1}. ${describeStep(step)}` })))(
    '$title',
    ({ step }) => {
      if (step.kind === 'publish') {
        const told = play.publish(step);
        if (step.told !== null) expect(told).toEqual(step.told.map(rowOf).sort(byName));
      } else if (step.kind === 'acknowledge') play.acknowledge(step.role, step.version);
      else if (step.kind === 'assign') expect(play.assign(step)).toEqual(rowOf(step.told));
      else if (step.kind === 'complete') play.leave(step.role);
      else if (step.kind === 'refuse') {
        const errors = checkPlan(planDocument.parse(step.document(at)), { previous: play.current, now: moment(step) });
        expect(errors).toHaveLength(step.errors.length);
        step.errors.forEach(({ path, says }, index) => {
          expect(errors[index]?.path).toBe(path);
          for (const word of says) expect(errors[index]?.message).toContain(word);
        });
      }
    },
  );
});

function describeStep(step: CaseStep): string {
  const when = `day ${step.day} ${step.time}`;
  if (step.kind === 'publish') return `version ${step.version}, ${when}: ${step.reason}`;
  if (step.kind === 'refuse') return `refused, ${when}: ${step.reason}`;
  if (step.kind === 'then') return `${when}: ${step.title} (told by the whole system only)`;
  return `${step.partner} ${step.kind}s, ${when}`;
}
