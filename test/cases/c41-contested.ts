/** A partner answers back: the author owes a version, or a reply. */
import type { ClinicHandoff, HandoffSummary, PlanDocumentInput, TeamStatus } from '#contracts';
import { type CareCase, type CaseDates, type Publish, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import type { Story } from './story.ts';
import { workRows } from '../support/observe.ts';

const therapy = 'partner:pt-north';

const withSessions = (at: CaseDates, perWeek: number): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'rehab', 'r1', sessions(perWeek));

const publishes = (version: number, day: number, perWeek: number): Publish => ({
  kind: 'publish',
  day,
  time: '09:00',
  version,
  reason: `Therapy ${perWeek} times a week`,
  document: (at) => withSessions(at, perWeek),
  told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', day + 2)],
  notTold: ['primary-care', 'imaging', 'pharmacy'],
});

const openOf = async (story: Story): Promise<HandoffSummary | undefined> =>
  (await story.handoffs('&role=physical-therapy&status=open'))[0];

const stateOf = ({ members }: TeamStatus): string | undefined =>
  members.find(({ role }) => role === 'physical-therapy')?.state;

const untilState = (story: Story, state: string): Promise<TeamStatus> =>
  story.until(
    `PT-North to be ${state}`,
    () => story.team(),
    (team) => stateOf(team) === state,
  );

const contests = (day: number) =>
  then(day, '11:00', 'PT-North cannot by then', async (story) => {
    const open = await openOf(story);
    await story.api.post(`/api/handoffs/${open?.id}/contest`, therapy, {
      kind: 'cannot-by-then',
      reason: 'We have no place three times a week before the end of the month.',
      possibleFrom: story.at.date(24),
    });
    await untilState(story, 'contested');
    const asked = (await story.workItems('&status=open')).filter(({ ask }) => ask.ruleId === 'PH-14');
    story.expectTold('the author', workRows(asked), [tellsDesk('physician', 'PH-14', 'routine', day + 1)]);
    story.expectEqual('whose move it is', (await openOf(story))?.waitingOn, 'us');
  });

const answerOf = async (story: Story, id: string | undefined): Promise<unknown> => {
  const { contest } = await story.api.get<ClinicHandoff>(`/api/handoffs/${id}`, 'coordinator');
  return contest && [contest.answer?.byVersion ?? null, contest.answer?.reply ?? null];
};

const untilAsked = async (story: Story, ruleId: string, status: string): Promise<number> =>
  (await story.workItems(`&status=${status}`)).filter(({ ask }) => ask.ruleId === ruleId).length;

export const c41ByVersion: CareCase = lumbarCase('C41', 'Contested, and answered by a version', [
  publishes(4, 0, 3),
  contests(0),
  publishes(5, 1, 1),
  then(1, '10:00', 'the new version is the answer', async (story) => {
    const [contested] = await story.handoffs('&role=physical-therapy&status=superseded');
    story.expectEqual('the answer', await answerOf(story, contested?.id), [5, null]);
    story.expectEqual('still asked of the author', await untilAsked(story, 'PH-14', 'open'), 0);
    await untilState(story, 'stale');
    await story.acknowledge('physical-therapy', 'pt-north', 5);
  }),
]);

export const c41ByReply: CareCase = lumbarCase('C41b', 'Contested, brought up, and answered by a reply', [
  publishes(4, 0, 3),
  contests(0),
  then(1, '17:01', 'nobody has answered: the coordinator brings it up', async (story) => {
    const late = (await story.workItems('&status=open')).filter(({ ask }) => ask.ruleId === 'CO-20');
    story.expectTold('the coordinator', workRows(late), [tellsDesk('coordinator', 'CO-20', 'urgent', 3)]);
  }),
  then(2, '09:00', 'the physician replies', async (story) => {
    const open = await openOf(story);
    const reply = 'Start with two a week; three from the end of the month.';
    await story.api.post(`/api/handoffs/${open?.id}/contest/reply`, 'physician', { reply });
    story.expectEqual('the answer', await answerOf(story, open?.id), [null, reply]);
    story.expectEqual('whose move it is', (await openOf(story))?.waitingOn, 'partner');
    story.expectEqual('still asked', await untilAsked(story, 'CO-20', 'open'), 0);
    await untilState(story, 'stale');
    await story.acknowledge('physical-therapy', 'pt-north', 4);
  }),
]);
