/** A partner declines, the next one asks back: the packet stays, the coordinator's clock goes on, the partner's stands still. */
import { a3Crps } from './a3-crps.ts';
import { type CareCase, then, tells, tellsDesk } from './case.ts';
import { moveReferral, openWork, referralTo, untilTeamSays } from './referrals.ts';
import { handoffRow } from '../support/observe.ts';

const families = ['CO-01', 'CO-04', 'CO-08', 'CO-09', 'CO-10', 'PH-07', 'PH-20', 'PH-21', 'PH-22'];

export const c05Declined: CareCase = {
  ...a3Crps,
  id: 'C5',
  title: 'Declined, more information',
  patient: {
    recordNumber: 'TL-C5',
    name: { given: 'Nora', family: 'Vance' },
    birthDate: '1990-03-04',
    contactLanguage: 'en',
  },
  steps: [
    ...a3Crps.steps.slice(0, 1),
    then(1, '11:00', 'PT-North does not treat CRPS', async (story) => {
      const referral = await referralTo(story, 'pt-north', 'partner:pt-north');
      const [open] = await story.handoffs('&status=open&role=physical-therapy');
      const reason = 'does not treat CRPS';
      const details = { family: 'scope', code: 'outside-scope', reason };
      const declined = await moveReferral(story, referral.id, 'decline', 'partner:pt-north', details);
      story.expectEqual('declined', [declined.state, declined.allowed], ['declined', []]);
      story.expectTold('the coordinator at once, the physician not', await openWork(story, ...families), [
        tellsDesk('coordinator', 'CO-04', 'urgent', 2),
      ]);
      const own = await story.api.get<{ status: string; asks: unknown[]; slice: object }>(
        `/api/handoffs/${open?.id}`,
        'partner:pt-north',
      );
      story.expectEqual('its slice is closed', [own.status, own.asks, own.slice], ['closed', [], {}]);
      const team = await untilTeamSays(story, 'pt-north', 'declined');
      const holders = team.members.filter(({ role, status }) => role === 'physical-therapy' && status !== 'ended');
      story.expectEqual('physical therapy: nobody', holders, []);
      story.expectEqual(
        'and somebody is needed',
        team.unassigned.map(({ role }) => role),
        ['physical-therapy'],
      );
    }),
    then(1, '14:00', 'the coordinator hands over to PT-East, which gets the same packet', async (story) => {
      const before = await referralTo(story, 'pt-north');
      const path = `/api/referrals/${before.id}/alternatives`;
      const { items } = await story.api.get<{ items: { partnerId: string }[] }>(path, 'coordinator');
      story.expectEqual('offered', items.map(({ partnerId }) => partnerId).sort(), ['pt-east', 'pt-south']);
      const reason = 'treats CRPS';
      const next = await moveReferral(story, before.id, 'transfer', 'coordinator', { partnerId: 'pt-east', reason });
      story.expectEqual('asked', [next.partnerId, next.state, next.followsId], ['pt-east', 'sent', before.id]);
      const [handoff] = await story.handoffs('&status=open', 'partner:pt-east');
      story.expectEqual('from version', handoff?.fromVersion, 0);
      story.expectTold('the transfer', handoff ? [handoffRow(handoff)] : [], [
        tells('physical-therapy', 'pt-east', 'TH-01 PT-10 TH-10', 'urgent', 3),
      ]);
      story.expectTold('the coordinator has done it', await openWork(story, ...families), []);
      await untilTeamSays(story, 'pt-east', 'sent');
    }),
    then(2, '10:00', 'PT-East asks which footwear', async (story) => {
      const { id } = await referralTo(story, 'pt-east', 'partner:pt-east');
      const missing = [{ part: 'other', why: 'which footwear?' }];
      const asked = await moveReferral(story, id, 'request-information', 'partner:pt-east', { missing });
      story.expectEqual('our move', [asked.state, asked.waitingOn], ['info-requested', 'us']);
      story.expectTold('the coordinator', await openWork(story, ...families), [
        tellsDesk('coordinator', 'CO-08', 'urgent', 6),
      ]);
    }),
    then(3, '10:00', 'the answer lets its time go on with what was left', async (story) => {
      const { id } = await referralTo(story, 'pt-east');
      const answers = [{ part: 'other', answer: 'A wide shoe with a soft sole.' }];
      const answered = await moveReferral(story, id, 'answer', 'coordinator', { answers });
      const due = new Date(story.at.instant(6, '17:00')).toISOString();
      story.expectEqual('its move', [answered.state, answered.waitingOn], ['received', 'partner']);
      story.expectEqual('new due', answered.clock?.dueAt, due);
      const [handoff] = await story.handoffs('&status=open', 'partner:pt-east');
      story.expectEqual('due of the handoff', handoff?.dueAt, due);
      story.expectTold('nothing is left to do', await openWork(story, ...families), []);
    }),
    then(
      6,
      '12:00',
      'PT-East takes the patient, nobody was reminded, and nobody else heard of all this',
      async (story) => {
        const { id, handoffId } = await referralTo(story, 'pt-east', 'partner:pt-east');
        await moveReferral(story, id, 'accept', 'partner:pt-east');
        const { history } = await story.api.get<{ history: { text: string }[] }>(
          `/api/handoffs/${handoffId}`,
          'coordinator',
        );
        story.expectEqual('reminders', history.filter(({ text }) => text.startsWith('Reminder')).length, 0);
        for (const partner of ['mindful-pain', 'family-care']) {
          const told = await story.handoffs('', `partner:${partner}`);
          const later = told.filter(({ issuedAt }) => issuedAt > story.at.instant(1, '00:00'));
          story.expectEqual(`${partner} hears nothing`, later, []);
        }
        const closed = await story.handoffs('&status=open', 'partner:pt-north');
        story.expectEqual('PT-North hears nothing more', closed, []);
      },
    ),
  ],
};
