/** The ends of a referral: a cancellation that is asked, a long waiting list, an outcome that nobody reads, a patient who moves. */
import { type CareCase, then, tells, tellsDesk } from './case.ts';
import { lumbarCase } from './c-base.ts';
import { moveReferral, openWork, referralTo, untilTeamSays } from './referrals.ts';
import { handoffRow } from '../support/observe.ts';

const north = 'partner:pt-north';

export const c35CancellationAsked: CareCase = lumbarCase('C35', 'Cancellation asked and confirmed', [
  then(0, '10:00', 'the clinic asks PT-North to stop', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    const asked = await moveReferral(story, id, 'cancel', 'physician', { reason: 'treated at home now' });
    story.expectEqual('asked', [asked.state, asked.waitingOn], ['cancel-requested', 'partner']);
    const team = await untilTeamSays(story, 'pt-north', 'cancel-requested');
    const holder = team.members.find(({ partnerId }) => partnerId === 'pt-north');
    story.expectEqual('PT-North is still on the team', holder?.status, 'active');
  }),
  then(0, '15:00', 'PT-North agrees, and leaves', async (story) => {
    const { id } = await referralTo(story, 'pt-north', north);
    const ended = await moveReferral(story, id, 'confirm-cancellation', north);
    story.expectEqual('over', [ended.state, ended.waitingOn], ['cancelled', 'nobody']);
    await story.until(
      'PT-North to leave the team',
      () => story.team(),
      ({ members }) => members.every(({ partnerId, status }) => partnerId !== 'pt-north' || status === 'ended'),
    );
  }),
]);

export const c35CancellationByTime: CareCase = lumbarCase('C35b', 'Cancellation confirmed by time', [
  then(0, '10:00', 'the clinic asks PT-North to stop, and hears nothing', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    await moveReferral(story, id, 'cancel', 'coordinator', { reason: 'treated at home now' });
  }),
  then(2, '16:59', 'it is still asked', async (story) => {
    story.expectEqual('asked', (await referralTo(story, 'pt-north')).state, 'cancel-requested');
  }),
  then(2, '17:01', 'two business days of silence are consent, and the record says so', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    const { state, history } = await story.api.get<{ state: string; history: { by: string | null; note: string }[] }>(
      `/api/referrals/${id}`,
      'coordinator',
    );
    story.expectEqual('over', state, 'cancelled');
    const last = history.at(-1);
    story.expectEqual('by time', [last?.by, last?.note.startsWith('Confirmed by time')], [null, true]);
  }),
]);

export const c35CancelledTooLate: CareCase = lumbarCase('C35c', 'Cancelled after the visit', [
  then(0, '10:00', 'the clinic asks PT-North to stop', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    await moveReferral(story, id, 'cancel', 'coordinator', { reason: 'treated at home now' });
  }),
  then(1, '09:00', 'the visit has taken place: its outcome counts', async (story) => {
    const { id } = await referralTo(story, 'pt-north', north);
    const done = await moveReferral(story, id, 'complete', north, { outcome: 'Seen on Monday; goals met.' });
    story.expectEqual('completed', [done.state, done.waitingOn], ['completed', 'us']);
    await untilTeamSays(story, 'pt-north', 'completed');
  }),
]);

export const c36WaitingList: CareCase = lumbarCase('C36', 'A waiting list over ten business days', [
  then(0, '10:00', 'PT-North has no place for a month: the coordinator offers another clinic', async (story) => {
    const { id } = await referralTo(story, 'pt-north', north);
    await moveReferral(story, id, 'wait-list', north, { reviewOn: story.at.date(30) });
    story.expectTold('the coordinator', await openWork(story, 'CO-10', 'CO-11'), [
      tellsDesk('coordinator', 'CO-11', 'routine', 1),
    ]);
  }),
  then(1, '10:00', 'the patient goes to PT-East instead', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    const before = new Set((await story.handoffs()).map((handoff) => handoff.id));
    const body = { partnerId: 'pt-east', reason: 'no place for a month' };
    const next = await moveReferral(story, id, 'transfer', 'coordinator', body);
    story.expectEqual('asked', [next.partnerId, next.state], ['pt-east', 'sent']);
    story.expectTold('the coordinator has done it', await openWork(story, 'CO-10', 'CO-11'), []);
    const fresh = await story.until(
      'both clinics to be told',
      async () => (await story.handoffs('&status=open')).filter((handoff) => !before.has(handoff.id)),
      (found) => found.length >= 2,
    );
    story.expectTold('the transfer', fresh.map(handoffRow), [
      tells('physical-therapy', 'pt-north', 'AL-11', 'routine', 3),
      tells('physical-therapy', 'pt-east', 'TH-01 PT-07 TH-10', 'routine', 3),
    ]);
    await untilTeamSays(story, 'pt-east', 'sent');
  }),
]);

export const c37UnreadOutcome: CareCase = lumbarCase('C37', 'An outcome that nobody reads', [
  then(0, '10:00', 'PT-North reports the outcome', async (story) => {
    const { id } = await referralTo(story, 'pt-north', north);
    await moveReferral(story, id, 'report', north, { text: 'Sixteen visits; walks 40 minutes.' });
    const done = await moveReferral(story, id, 'complete', north, { outcome: 'Walks 40 minutes.', visits: 16 });
    story.expectEqual('our move', [done.waitingOn, done.clock?.name], ['us', 'read']);
    story.expectTold('nobody is bothered yet', await openWork(story, 'CO-10', 'PH-21'), []);
  }),
  then(7, '17:01', 'five business days later the physician hears', async (story) => {
    story.expectTold('the physician', await openWork(story, 'CO-10', 'PH-21'), [
      tellsDesk('physician', 'PH-21', 'urgent', 9),
    ]);
  }),
  then(8, '10:00', 'and confirms having read it: the loop is closed', async (story) => {
    const { id } = await referralTo(story, 'pt-north');
    const closed = await moveReferral(story, id, 'confirm', 'physician');
    story.expectEqual(
      'closed',
      [closed.state, closed.waitingOn, closed.note],
      ['closed-confirmed', 'nobody', 'Walks 40 minutes.'],
    );
    story.expectTold('nothing is left', await openWork(story, 'CO-10', 'PH-21'), []);
    await untilTeamSays(story, 'pt-north', 'closed-confirmed');
  }),
]);
