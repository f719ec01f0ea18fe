/** "We work from version 4, but": the partner is current and the physician has something to answer. */
import { then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import { workRows } from '../support/observe.ts';

export const c23Concern = lumbarCase('C23', 'Acknowledged with a concern', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'More therapy',
    document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(3)),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(0, '11:00', 'PT-North acknowledges with a concern', async (story) => {
    const [open] = await story.handoffs('&role=physical-therapy&status=open');
    await story.api.post(`/api/handoffs/${open?.id}/acknowledgement`, 'partner:pt-north', {
      version: 4,
      kind: 'acknowledged-with-concern',
      note: 'We cannot offer three times a week.',
    });
    const asked = await story.until(
      'the physician to be asked',
      async () => (await story.workItems()).filter(({ ask }) => ask.ruleId === 'PH-09'),
      (found) => found.length > 0,
    );
    story.expectTold('the concern', workRows(asked), [tellsDesk('physician', 'PH-09', 'routine', 1)]);
    const status = await story.until(
      'PT-North to stand at version 4',
      () => story.team(),
      ({ members }) =>
        members.some(({ role, acknowledgedVersion }) => role === 'physical-therapy' && acknowledgedVersion === 4),
    );
    const therapist = status.members.find(({ role }) => role === 'physical-therapy');
    story.expectEqual(
      'PT-North',
      [therapist?.state, therapist?.concern],
      ['current', 'We cannot offer three times a week.'],
    );
    story.expectEqual('other partners told', (await story.handoffs('&status=open')).length, 0);
  }),
  {
    kind: 'publish',
    day: 1,
    time: '09:00',
    version: 5,
    reason: 'Two times a week it is',
    document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(2)),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 3)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
]);
