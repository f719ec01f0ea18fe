import { jest } from '@jest/globals';
import { currentRuleset } from '#clinical';
import type { OutgoingEvent } from '#contracts';
import { LOGGER, type User } from '#platform';
import { basePlan, member, physician, ReferralContext, withDose } from './referral.context.js';

const operator: User = { sub: 'operator', name: 'Olaf Operator', role: 'operator', partnerId: null };

/** The event as a pain-plan with these rules would send it. */
const publishedWith = (rulesetVersion: string, event: OutgoingEvent): OutgoingEvent => ({
  ...event,
  data: { ...(event.data as object), rulesetVersion },
});

describe('The rules of a preview and those of its handoffs', () => {
  let context: ReferralContext;
  beforeAll(async () => {
    context = await ReferralContext.create();
  });
  afterAll(() => context?.close());

  const rules = async (): Promise<unknown> => (await context.request('GET', '/api/ops/rules', { as: operator })).body;
  const warnings = () => jest.spyOn(context.app.get<{ warn: () => void }>(LOGGER), 'warn').mockImplementation(() => {});

  it('are compared with every version; a difference is logged, shown, and gone with the next version', async () => {
    expect(await rules()).toEqual({ running: currentRuleset.version, newest: null, agree: true });

    const warned = warnings();
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-north')], document: basePlan() });
    context.clock.advance('PT1H');
    await context.deliver(publishedWith('other', plan.next(withDose(3))));
    expect(warned).toHaveBeenCalledWith(
      { planId: plan.planId, version: 2, publishedWith: 'other', appliedWith: currentRuleset.version },
      expect.stringContaining('other rules'),
    );
    expect(await rules()).toMatchObject({
      agree: false,
      newest: { publishedWith: 'other', appliedWith: currentRuleset.version },
    });
    // Care does not wait for it.
    expect(await plan.only('open')).toMatchObject({ throughVersion: 2 });

    warned.mockClear();
    context.clock.advance('PT1H');
    await context.deliver(publishedWith(currentRuleset.version, plan.next(withDose(4))));
    expect(warned).not.toHaveBeenCalled();
    expect(await rules()).toMatchObject({ agree: true, newest: { publishedWith: currentRuleset.version } });
  });

  it('are for operators', async () => {
    expect((await context.request('GET', '/api/ops/rules', { as: physician })).status).toBe(403);
  });
});
