/** A practice that prints what it gets and faxes it back: the code on the page acknowledges what was printed, and nothing newer. */
import type { ClinicHandoff, TeamStatus } from '#contracts';
import { GuestBrowser } from '../support/guest-browser.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import { then, withItem } from './case.ts';
import type { Story } from './story.ts';

const endpoints = '/api/partners/pt-north/endpoints';
let endpointId = '';
const codes: string[] = [];

/** Opens the link of the newest mail and prints the page. */
async function print(story: Story, subject: string, mails: number): Promise<string> {
  const { items } = await story.until(
    `${mails} mails`,
    () => story.api.get<{ items: { subject: string; text: string }[] }>('/api/dev/mail?to=fax%40pt-north.invalid', 'administrator'), // prettier-ignore
    (found) => found.items.length >= mails,
  );
  const [newest] = items;
  story.expectEqual('subject', newest?.subject.endsWith(subject), true);
  const desk = new GuestBrowser();
  await desk.get(/https?:\/\/\S+\/r\/\S+/.exec(newest?.text ?? '')?.[0] ?? '');
  const page = await desk.press('/open');
  const code = /Code ([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})/.exec(page.text)?.[1];
  if (!code) throw new Error(`the page has no code: ${page.text}`);
  return code;
}

const publish = (story: Story, perWeek: number): Promise<unknown> =>
  story.publish(withItem(lumbarPlan(story.at), 'rehab', 'r1', sessions(perWeek)), 'Another dose of therapy');

const type = (story: Story, code = '') =>
  story.api.post<ClinicHandoff>('/api/handoffs/replies', 'coordinator', { code, signedBy: 'Pat Doe' });

export const c45OnPaper = lumbarCase('C45', 'Answered on paper', [
  then(0, '09:00', 'PT-North gets mails', async (story) => {
    codes.length = 0;
    const body = { kind: 'email', address: 'fax@pt-north.invalid' };
    endpointId = (await story.api.post<{ id: string }>(endpoints, 'administrator', body)).id;
  }),
  then(0, '10:00', 'version 4 is printed', async (story) => {
    await publish(story, 3);
    codes.push(await print(story, 'an update', 1));
  }),
  then(0, '11:00', 'version 5 comes before the fax does, and is printed too', async (story) => {
    await publish(story, 4);
    codes.push(await print(story, 'an update', 2));
    story.expectEqual('another code', codes[0] === codes[1], false);
  }),
  then(0, '12:00', 'the sheet of version 4 comes back: it is out of date, and acknowledges nothing', async (story) => {
    const refused = await story.api.call('POST', '/api/handoffs/replies', {
      as: 'coordinator',
      body: { code: codes[0] },
    });
    const [open] = await story.handoffs('&role=physical-therapy&status=open');
    story.expectEqual('refused', [refused.status, (refused.body as { replacedBy?: string }).replacedBy], [409, open?.id]); // prettier-ignore
  }),
  then(0, '13:00', 'the sheet of version 5 comes back, and PT-North works from it', async (story) => {
    const { acknowledgement } = await type(story, codes[1]);
    story.expectEqual('acknowledged', [acknowledgement?.version, acknowledgement?.onBehalf], [5, true]);
    await story.until<TeamStatus>(
      'PT-North to stand at version 5',
      () => story.team(),
      ({ members }) =>
        members.some(({ partnerId, acknowledgedVersion }) => partnerId === 'pt-north' && acknowledgedVersion === 5),
    );
    await story.api.expect('DELETE', `${endpoints}/${endpointId}?force=true`, { as: 'administrator' });
  }),
]);
