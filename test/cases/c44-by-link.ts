/** A two-person practice without an account: from a mail to an acknowledged version, by the page that works without scripts. */
import type { TeamStatus } from '#contracts';
import { then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import { GuestBrowser } from '../support/guest-browser.ts';
import { moveReferral, referralTo } from './referrals.ts';
import type { Story } from './story.ts';

interface CapturedMail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

const endpoints = '/api/partners/pt-north/endpoints';
const address = 'desk@pt-north.invalid';
let endpointId = '';
let link = '';

const mailsWithLinks = async (story: Story): Promise<CapturedMail[]> => {
  const { items } = await story.api.get<{ items: CapturedMail[] }>('/api/dev/mail', 'administrator');
  return items.filter(({ text }) => text.includes('/r/'));
};

const linkIn = ({ text }: CapturedMail): string => /https?:\/\/\S+\/r\/\S+/.exec(text)?.[0] ?? '';

export const c44ByLink = lumbarCase('C44', 'Answered by a link in a mail', [
  then(0, '09:00', 'PT-North wants its requests by mail', async (story) => {
    const body = { kind: 'email', address };
    endpointId = (await story.api.post<{ id: string }>(endpoints, 'administrator', body)).id;
  }),
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 4,
    reason: 'No impact',
    document: (at) =>
      withItem(lumbarPlan(at), 'rehab', 'r1', {
        restrictions: [{ id: 'x1', kind: 'no-impact', from: at.date(0), until: at.date(30) }],
      }),
    told: [tells('physical-therapy', 'pt-north', 'TH-03', 'urgent', 1), tellsDesk('patient', 'PX-09', 'urgent', 1)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(0, '10:01', 'a mail arrives that names neither the patient nor anything clinical', async (story) => {
    const mails = await story.until(
      'the mail',
      () => mailsWithLinks(story),
      (found) => found.length > 0,
    );
    const [mail] = mails;
    if (!mail) throw new Error('no mail');
    link = linkIn(mail);
    story.expectEqual('addressee', mail.to, address);
    story.expectEqual('what it gives away', /Park|impact|lumbar/i.test(`${mail.subject} ${mail.text}`), false);
  }),
  then(0, '10:05', 'a mail program looks at the link, and nothing happens', async (story) => {
    for (let look = 0; look < 2; look += 1) {
      const page = await new GuestBrowser().get(link);
      story.expectEqual('the first page', [page.status, page.text.includes('Open')], [200, true]);
      story.expectEqual('what it gives away', /Park|impact|lumbar/i.test(page.text), false);
    }
  }),
  then(0, '10:10', 'Pat opens it, reads what is asked, and acknowledges with three presses', async (story) => {
    const pat = new GuestBrowser();
    await pat.get(link);
    const asked = await pat.press('/open');
    story.expectEqual('the page', [asked.status, /no impact|impact/i.test(asked.text)], [200, true]);
    const done = await pat.press('/handoff/acknowledge', { name: 'Pat Doe', function: 'front desk' });
    story.expectEqual('the answer', [done.status, done.text.includes('Done.')], [200, true]);
    await story.until<TeamStatus>(
      'PT-North to stand at version 4',
      () => story.team(),
      ({ members }) =>
        members.some(({ partnerId, acknowledgedVersion }) => partnerId === 'pt-north' && acknowledgedVersion === 4),
    );
    const acknowledged = await story.handoffs('&role=physical-therapy&status=acknowledged');
    const own = acknowledged.find(({ contentVersion }) => contentVersion === 4);
    const detail = await story.api.get<{ acknowledgement: { by: string } }>(`/api/handoffs/${own?.id}`, 'coordinator');
    story.expectEqual('who', detail.acknowledgement.by, 'Pat Doe, front desk');
  }),
  then(0, '10:20', 'the link worked once', async (story) => {
    const second = new GuestBrowser();
    await second.get(link);
    const refused = await second.press('/open', {}, link);
    story.expectEqual('a second visitor', refused.text.includes('opened before'), true);
  }),
  then(
    0,
    '11:00',
    'the clinic asks to cancel: a fresh mail brings the question, its page the answer',
    async (story) => {
      const { id } = await referralTo(story, 'pt-north');
      await moveReferral(story, id, 'cancel', 'coordinator', { reason: 'treated at home now' });
      const [mail] = await story.until(
        'the question',
        () => mailsWithLinks(story).then((mails) => mails.filter(({ subject }) => subject.endsWith('cancelled?'))),
        (found) => found.length > 0,
      );
      const pat = new GuestBrowser();
      await pat.get(mail ? linkIn(mail) : '');
      await pat.press('/open');
      const done = await pat.press('/handoff/confirm-cancellation', { name: 'Pat Doe', function: 'front desk' });
      story.expectEqual('the answer', [done.status, done.text.includes('it is cancelled')], [200, true]);
      story.expectEqual('over', (await referralTo(story, 'pt-north')).state, 'cancelled');
      await story.api.expect('DELETE', `${endpoints}/${endpointId}`, { as: 'administrator' });
    },
  ),
]);
