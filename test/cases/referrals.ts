/** What cases do with a referral, through the public API. */
import type { Referral, ReferralDetail, WorkItem } from '#contracts';
import type { Observed, Story } from './story.ts';
import { workRows } from '../support/observe.ts';

/** The newest referral to a partner for this case's plan. */
export async function referralTo(story: Story, partnerId: string, as = 'coordinator'): Promise<Referral> {
  const found = await story.until(
    `a referral to ${partnerId}`,
    () => story.api.all<Referral>(`/api/referrals?plan=${story.planId}&partner=${partnerId}`, as),
    (referrals) => referrals.length > 0,
  );
  return found[0] as Referral;
}

export const moveReferral = (
  story: Story,
  id: string,
  event: string,
  as: string,
  body: object = {},
): Promise<ReferralDetail> => story.api.post<ReferralDetail>(`/api/referrals/${id}/${event}`, as, body);

/** Open work of these rules, as rows of a table. */
export async function openWork(story: Story, ...ruleIds: string[]): Promise<Observed[]> {
  const items: WorkItem[] = await story.workItems('&status=open');
  return workRows(items.filter(({ ask }) => ruleIds.includes(ask.ruleId)));
}

/** What the team page says of a partner's referral, once the news has reached it. */
export const untilTeamSays = (story: Story, partnerId: string, state: string) =>
  story.until(
    `the team to know that ${partnerId} is ${state}`,
    () => story.team(),
    ({ members }) => members.some((one) => one.partnerId === partnerId && one.referralState === state),
  );
