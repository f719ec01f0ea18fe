import { randomUUID } from 'node:crypto';
import { behavioralReleaseWithheld, type WorkItem } from '#contracts';
import { coordinator, ReferralContext } from './referral.context.js';

describe('a release that was withheld', () => {
  let context: ReferralContext;
  beforeEach(async () => {
    context = await ReferralContext.create();
  });
  afterEach(() => context.close());

  it('is looked at by the coordinator, once for a consent, who learns neither what it was nor for whom', async () => {
    const ids = { patientId: randomUUID(), planId: randomUUID() };
    const withheld = (consentId: string): Promise<void> =>
      context.deliver(
        behavioralReleaseWithheld.of({
          subject: ids.patientId,
          time: context.clock.now(),
          data: { ...ids, consentId, withheldAt: context.clock.now().toISOString() },
        }),
      );
    const consentId = randomUUID();
    await withheld(consentId);
    await withheld(consentId);
    await withheld(randomUUID());
    const { body } = await context.request('GET', `/api/work-items?plan=${ids.planId}`, { as: coordinator });
    const { items } = body as { items: WorkItem[] };
    expect(items.map(({ desk, ask }) => [desk, ask.ruleId, ask.urgency])).toEqual([
      ['coordinator', 'CO-40', 'urgent'],
      ['coordinator', 'CO-40', 'urgent'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/part ?2|score|behavioral|consent to/i);
  });
});
