import { randomUUID } from 'node:crypto';
import { type EventData, redFlagReported, type WorkItem } from '#contracts';
import { coordinator, ReferralContext } from './referral.context.js';

describe('a red flag report that no version carries', () => {
  let context: ReferralContext;
  const patientId = randomUUID();

  beforeEach(async () => {
    context = await ReferralContext.create();
  });
  afterEach(() => context.close());

  const reported = (more: Partial<EventData<typeof redFlagReported>>): Promise<void> =>
    context.deliver(
      redFlagReported.of({
        subject: patientId,
        time: context.clock.now(),
        data: {
          patientId,
          planId: null,
          kinds: ['urgent-symptom'],
          urgency: 'within-7-days',
          version: null,
          alreadyKnown: false,
          by: { sub: 'coordinator', name: 'Cora Coordinator', role: 'coordinator' },
          reportedAt: context.clock.now().toISOString(),
          ...more,
        },
      }),
    );
  const items = async (): Promise<string[]> => {
    const { body } = await context.request('GET', '/api/work-items', { as: coordinator });
    return (body as { items: WorkItem[] }).items.map(({ desk, ask }) => `${desk} ${ask.ruleId} ${ask.urgency}`).sort();
  };

  it('opens an appointment for an urgent symptom, once', async () => {
    await reported({});
    await reported({});
    expect(await items()).toEqual(['scheduling SD-06 routine']);
  });

  it('alarms the desks about an emergency of a patient without a plan', async () => {
    await reported({ kinds: ['cauda-equina'], urgency: 'emergency' });
    expect(await items()).toEqual([
      'coordinator CO-02 emergency',
      'patient PX-08 emergency',
      'physician PH-01 emergency',
    ]);
  });

  it('finds the emergencies that nobody has taken', async () => {
    await reported({ kinds: ['cauda-equina'], urgency: 'emergency' });
    await reported({});
    const path = '/api/work-items?urgency=emergency&taken=false&desk=coordinator';
    const waiting = async () =>
      ((await context.request('GET', path, { as: coordinator })).body as { items: WorkItem[] }).items;
    const [item, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ ask: { ruleId: 'CO-02' }, patient: null });
    await context.request('POST', `/api/work-items/${item!.id}/take`, { as: coordinator });
    expect(await waiting()).toEqual([]);
  });

  it('leaves to the version what a version carries, and opens nothing for what is known', async () => {
    await reported({ kinds: ['cauda-equina'], urgency: 'emergency', version: 2, planId: randomUUID() });
    await reported({ alreadyKnown: true });
    expect(await items()).toEqual([]);
  });
});
