import { a1Nurse } from '../../../test/cases/a1-nurse.js';
import { a2Retiree } from '../../../test/cases/a2-retiree.js';
import { a3Crps } from '../../../test/cases/a3-crps.js';
import { b1BoneMetastasis } from '../../../test/cases/b1-bone-metastasis.js';
import { b2PelvicPain } from '../../../test/cases/b2-pelvic-pain.js';
import {
  type CareCase,
  caseDates,
  type CaseStep,
  scenarioDay0,
  scenarioZone,
  type Told,
} from '../../../test/cases/case.js';
import {
  type CloudEvent,
  type EventData,
  type HandoffSummary,
  handoffIssued,
  handoffUnassigned,
  type PartnerRole,
  urgencies,
  workItemOpened,
} from '#contracts';
import { coordinator, member, partnerUser, type PlanDriver, ReferralContext } from './referral.context.js';

const at = caseDates(scenarioDay0, scenarioZone);

interface Row {
  to: string;
  partner: string | null;
  rules: string[];
  urgency: string;
  due: string;
}

const inOrder = (rows: Row[]): Row[] =>
  rows.sort((a, b) => `${a.to} ${a.partner}`.localeCompare(`${b.to} ${b.partner}`));
const rulesOf = (asks: readonly { ruleId: string }[]): string[] =>
  [...new Set(asks.map(({ ruleId }) => ruleId))].sort();
const utc = (instant: string): string => new Date(instant).toISOString();

const expected = (told: readonly Told[]): Row[] =>
  inOrder(
    told.map(({ to, partner, rules, urgency, due }) => ({
      to,
      partner,
      rules: [...rules],
      urgency,
      due: utc(at.instant(due.day, due.time)),
    })),
  );

/** Events as rows of a scenario's table: one per handoff, one per desk. */
const toRows = (events: readonly CloudEvent[]): Row[] => {
  const of = <Data>(type: string) => events.filter((event) => event.type === type).map((event) => event.data as Data);
  const issued = of<EventData<typeof handoffIssued>>(handoffIssued.type).map((data) => ({
    ...data,
    partner: data.partnerId,
  }));
  const unassigned = of<EventData<typeof handoffUnassigned>>(handoffUnassigned.type).map((data) => ({
    ...data,
    partner: null,
  }));
  const handoffs = [...issued, ...unassigned].map(({ role, partner, asks, urgency, dueAt }) => ({
    to: role as string,
    partner,
    rules: rulesOf(asks),
    urgency: urgency as string,
    due: utc(dueAt),
  }));
  const byDesk = Map.groupBy(of<EventData<typeof workItemOpened>>(workItemOpened.type), ({ desk }) => desk);
  const desks = [...byDesk].map(([desk, items]) => ({
    to: desk as string,
    partner: null,
    rules: rulesOf(items.map(({ ask }) => ask)),
    urgency: urgencies[Math.max(...items.map(({ ask }) => urgencies.indexOf(ask.urgency)))] as string,
    due: items.map(({ ask }) => utc(ask.dueAt)).sort()[0] as string,
  }));
  return inOrder([...handoffs, ...desks]);
};

describe('the case sketches, step by step', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  const partnerOf = (role: PartnerRole, partnerId: string, plan: PlanDriver) =>
    plan.team.find((known) => known.role === role && known.partnerId === partnerId);

  const openOf = async (plan: PlanDriver, role: PartnerRole, status: string): Promise<HandoffSummary> => {
    const found = (await plan.handoffs(status)).find((handoff) => handoff.role === role);
    if (!found) throw new Error(`no ${status} handoff of ${role}`);
    return found;
  };

  /** Plays one step and returns what was told by it, or null when the case says nothing about it. */
  const play = async (plan: PlanDriver, step: CaseStep): Promise<readonly Told[] | null> => {
    context.clock.set(at.instant(step.day, step.time));
    switch (step.kind) {
      case 'publish':
        await plan.publish(step.document(at));
        return step.told;
      case 'acknowledge': {
        const open = await openOf(plan, step.role, 'open');
        const answer = await context.acknowledge(open, partnerUser(step.partner), { version: step.version });
        expect(answer).toMatchObject({ status: 200 });
        return [];
      }
      case 'assign': {
        const { id } = await openOf(plan, step.role, 'unassigned');
        const body = { partnerId: step.partner };
        const answer = await context.request('POST', `/api/handoffs/${id}/assignment`, { as: coordinator, body });
        const { memberId } = answer.body as { memberId: string };
        await plan.join({ memberId, role: step.role, partnerId: step.partner, status: 'active', engagedFor: [] });
        return [step.told];
      }
      case 'complete': {
        const leaving = partnerOf(step.role, step.partner, plan);
        if (leaving) await plan.end(leaving, 'completed');
        return [];
      }
      case 'refuse':
        return [];
      case 'then': // needs the whole system
        return null;
    }
  };

  const cases: CareCase[] = [a1Nurse, a2Retiree, a3Crps, b1BoneMetastasis, b2PelvicPain];
  it.each(cases.map((one) => [`${one.id} ${one.title}`, one] as const))('%s', async (_title, sketch) => {
    for (const partnerId of new Set(partnersOf(sketch).map(({ partner }) => partner))) {
      const roles = partnersOf(sketch)
        .filter(({ partner }) => partner === partnerId)
        .map(({ role }) => role);
      await context.newPartner(partnerId, [...new Set(roles)]);
    }
    const team = sketch.team.map(({ role, partner, status }) => member(role, partner, status));
    const plan = context.newDriver(team);
    await context.deliver(plan.registered());
    for (const step of sketch.steps) {
      const before = (await context.told(plan.patientId)).length;
      const told = await play(plan, step);
      const rows = toRows((await context.told(plan.patientId)).slice(before));
      const where = `${step.kind} at day ${step.day}`;
      if (told !== null) expect({ where, rows }).toEqual({ where, rows: expected(told) });
    }
  });
});

const partnersOf = (sketch: CareCase) => [
  ...sketch.team,
  ...sketch.steps.filter((step) => step.kind === 'assign').map(({ role, partner }) => ({ role, partner })),
];
