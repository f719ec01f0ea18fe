/** Therapy reports a flare; the physician answers with a lower dose, not with a stop. */
import type { Page, TherapyEpisode } from '#contracts';
import { then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import { workRows } from '../support/observe.ts';

export const c13OtherDose = lumbarCase('C13', 'Therapy asks for another dose', [
  then(0, '09:00', 'PT-North reports a flare of 24 hours after nerve glides', async (story) => {
    const { items } = await story.api.get<Page<TherapyEpisode>>(
      `/api/therapy/episodes?plan=${story.planId}`,
      'partner:pt-north',
    );
    await story.api.post(`/api/therapy/episodes/${items[0]?.id}/progress`, 'partner:pt-north', {
      flare: { pattern: 'neuropathic', trigger: 'nerve glides', hours: 24 },
    });
    const asked = await story.until(
      'the physician to be asked',
      async () => (await story.workItems()).filter(({ ask }) => ask.ruleId === 'PH-09'),
      (found) => found.length > 0,
    );
    story.expectTold('the report', workRows(asked), [tellsDesk('physician', 'PH-09', 'routine', 1)]);
    const open = (await story.handoffs('&status=open')).length;
    story.expectEqual('partners told of it', open, 0);
  }),
  {
    kind: 'publish',
    day: 0,
    time: '15:00',
    version: 4,
    reason: 'Slower exposure of the nerve glides',
    document: (at) =>
      withItem(lumbarPlan(at), 'rehab', 'r1', {
        dose: { sessionsPerWeek: 1, weeks: 8, minutes: 45 },
        progression: { measure: 'walk-min', op: 'gte', value: 20, sessions: 2, stepBackFlareHours: 12 },
        cause: 'nerve glides flared for a day',
      }),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
]);
