import type { Referral, ReferralDetail, WorkItem } from '#contracts';
import type { User } from '#platform';
import { fireDue } from '#timers/testing';
import { coordinator, partnerUser, type PlanDriver, type ReferralContext } from './referral.context.js';

/** What the tests of the loop do again and again: move a referral, move the clock, look at the desks. */
export class Moves {
  constructor(private readonly context: ReferralContext) {}

  /** As the partner unless said. */
  send(id: string, event: string, body: unknown = {}, as: User = partnerUser('pt-north')) {
    return this.context.request('POST', `/api/referrals/${id}/${event}`, { as, body });
  }

  /** As `send`, and it must be done. */
  async done(
    id: string,
    event: string,
    body: unknown = {},
    as: User = partnerUser('pt-north'),
  ): Promise<ReferralDetail> {
    const answer = await this.send(id, event, body, as);
    expect([event, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([event, 200, '']);
    return answer.body as ReferralDetail;
  }

  async read(id: string, as: User = coordinator): Promise<ReferralDetail> {
    return (await this.context.request('GET', `/api/referrals/${id}`, { as })).body as ReferralDetail;
  }

  async only(plan: PlanDriver): Promise<Referral> {
    const referrals = await plan.referrals();
    expect(referrals).toHaveLength(1);
    return referrals[0]!;
  }

  /** Moves the clock to a wall time in New York and fires what is due. */
  async at(date: string, time = '17:00'): Promise<void> {
    this.context.clock.set(`${date}T${time}:00-04:00`);
    await fireDue(this.context.app);
  }

  /** Open items of these rules. */
  async items(plan: PlanDriver, ...rules: string[]): Promise<WorkItem[]> {
    return (await plan.workItems('&status=open')).filter(({ ask }) => rules.includes(ask.ruleId));
  }

  async ruleIds(plan: PlanDriver, ...rules: string[]): Promise<string[]> {
    return (await this.items(plan, ...rules)).map(({ ask }) => ask.ruleId).sort();
  }
}

/** Wall time in New York. */
export const newYork = (date: string, time = '17:00'): string => new Date(`${date}T${time}:00-04:00`).toISOString();
