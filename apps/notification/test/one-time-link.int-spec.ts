import type { HandoffLink, LinkPass, LinkView, LinkVisit } from '#contracts';
import {
  createNotificationTest,
  issued,
  newHandoff,
  type NotificationTest,
  superseded,
  withdrawn,
} from './notification.context.js';

let test: NotificationTest;

beforeAll(async () => {
  test = await createNotificationTest();
  await test.register();
  const body = { kind: 'email', address: 'desk@pt-north.invalid' };
  const { status } = await test.request('POST', '/api/partners/pt-north/endpoints', { as: 'administrator', body });
  expect(status).toBe(201);
});
afterAll(() => test?.close());

const seen = new Set<string>();
/** Mails that nobody has looked at yet. */
async function freshMails(): Promise<{ subject: string; text: string }[]> {
  const all =
    await test.dataSource.query<{ id: string; subject: string; text: string }[]>('select * from captured_mail');
  const fresh = all.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return fresh;
}

/** A handoff that went out by mail, and the token in that mail. */
async function mailed(handoff = newHandoff()) {
  await test.deliver(issued(handoff, test.clock.now()));
  await test.sendDue();
  // An earlier one that was taken back may be told of at the same time, without a link.
  const [mail, ...more] = (await freshMails()).filter(({ text }) => tokenIn(text) !== '');
  expect(more).toEqual([]);
  return { handoff, mail, token: tokenIn(mail?.text ?? '') };
}

const tokenIn = (text: string): string => /\/r\/([A-Za-z0-9_-]{43})\b/.exec(text)?.[1] ?? '';
const view = (token: string) => test.request<LinkView>('POST', '/api/links/view', { body: { token } });
const open = (token: string) => test.request<LinkPass>('POST', '/api/links/open', { body: { token } });
const withPass = (pass: string) => ({ headers: { authorization: `Bearer ${pass}` } });

describe('A one-time link', () => {
  it('comes by mail, says who asks whom until when, and is looked at without an effect', async () => {
    const { token, mail } = await mailed();
    for (let look = 0; look < 3; look += 1) {
      const { status, body } = await view(token);
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'ready', recipient: 'PT-North', timeZone: 'America/New_York' });
    }
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/loading|Thursday/);
  });

  it('is kept as a hash only', async () => {
    const { token } = await mailed();
    const [{ found } = { found: -1 }] = await test.dataSource.query<{ found: number }[]>(
      'select count(*)::int as found from handoff_link where token_hash = $1 or id::text = $1',
      [token],
    );
    expect(found).toBe(0);
  });

  it('opens once: a pass for this handoff, for half an hour', async () => {
    const { token, handoff } = await mailed();
    const first = await open(token);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ handoffId: handoff.handoffId, seconds: 1800 });
    const second = await open(token);
    expect(second.status).toBe(410);
    expect(second.body).toMatchObject({ state: 'used' });
    const visit = await test.request<LinkVisit>('GET', '/api/links/visit', withPass(first.body.pass));
    expect(visit.body).toMatchObject({ handoffId: handoff.handoffId, recipient: 'PT-North' });
  });

  it('opens for one of two who press at once', async () => {
    const { token } = await mailed();
    const answers = await Promise.all([open(token), open(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('gives a pass that signs with a name, and opens nothing else', async () => {
    const { token } = await mailed();
    const { pass } = (await open(token)).body;
    const signed = await test.request<LinkPass>('POST', '/api/links/pass', {
      ...withPass(pass),
      body: { name: 'Pat Doe', function: 'front desk' },
    });
    expect(signed.status).toBe(200);
    for (const path of ['/api/partners', '/api/deliveries', '/api/links?handoff=' + newHandoff().handoffId]) {
      expect((await test.request('GET', path, withPass(pass))).status).toBe(403);
    }
  });

  it('refuses a tampered pass', async () => {
    const { token } = await mailed();
    const { pass } = (await open(token)).body;
    const [header, , signature] = pass.split('.');
    const claims = Buffer.from(
      JSON.stringify({
        iss: 'urn:throughline:guest',
        sub: 'guest:x',
        aud: 'throughline',
        partner: 'pt-south',
        handoff: 'x',
        name: 'x',
        exp: 9_999_999_999,
      }),
    ).toString('base64url');
    expect((await test.request('GET', '/api/links/visit', withPass(`${header}.${claims}.${signature}`))).status).toBe(
      401,
    );
  });

  it('ends with the visit, with the clock', async () => {
    const { token } = await mailed();
    const { pass } = (await open(token)).body;
    test.clock.advance('PT31M');
    expect((await test.request('GET', '/api/links/visit', withPass(pass))).status).toBe(410);
  });

  it('expires after a week', async () => {
    const { token } = await mailed();
    test.clock.advance('P8D');
    expect((await view(token)).body.state).toBe('expired');
    expect((await open(token)).status).toBe(410);
  });

  it('ends with what it leads to, an open visit too', async () => {
    const replaced = await mailed();
    const { pass } = (await open(replaced.token)).body;
    await test.deliver(superseded(replaced.handoff, test.clock.now()));
    expect((await view(replaced.token)).body.state).toBe('superseded');
    expect((await test.request('GET', '/api/links/visit', withPass(pass))).status).toBe(410);

    const takenBack = await mailed();
    await test.deliver(withdrawn(takenBack.handoff, test.clock.now()));
    expect((await open(takenBack.token)).status).toBe(410);
  });

  it('is withdrawn by the clinic', async () => {
    const { token, handoff } = await mailed();
    const listed = await test.request<{ items: HandoffLink[] }>('GET', `/api/links?handoff=${handoff.handoffId}`, {
      as: 'coordinator',
    });
    expect(listed.body.items).toMatchObject([{ state: 'ready' }]);
    const revoked = await test.request('POST', `/api/links/${listed.body.items[0]?.id}/revoke`, { as: 'coordinator' });
    expect(revoked.status).toBe(200);
    expect((await open(token)).status).toBe(410);
  });

  it('is renewed by mail to the address in the directory, and the old one stays closed', async () => {
    const { token } = await mailed();
    await open(token);
    const asked = await test.request('POST', '/api/links/renew', { body: { token } });
    expect(asked).toMatchObject({ status: 202, body: {} });
    await test.sendDue();
    const [mail] = await freshMails();
    const fresh = tokenIn(mail?.text ?? '');
    expect(fresh).toHaveLength(43);
    expect(fresh).not.toBe(token);
    expect((await view(fresh)).body.state).toBe('ready');
    expect((await open(token)).status).toBe(410);
  });

  it('is renewed five times a day and no more, with the same answer', async () => {
    const { token } = await mailed();
    let sent = 0;
    for (let time = 0; time < 8; time += 1) {
      expect((await test.request('POST', '/api/links/renew', { body: { token } })).status).toBe(202);
      await test.sendDue();
      sent += (await freshMails()).length;
    }
    expect(sent).toBe(5);
  });

  it('that never was is unknown', async () => {
    const token = 'A'.repeat(43);
    expect((await view(token)).status).toBe(404);
    expect((await open(token)).status).toBe(404);
    expect((await view('short')).status).toBe(400);
  });
});
