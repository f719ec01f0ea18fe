import type { Partner, PartnerImport } from '#contracts';
import { createNotificationTest, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
  await ctx.register({ partnerId: 'pt-north', name: '=PT-North', phone: '+1 212 555 0100' });
});
afterAll(() => ctx?.close());

const exported = async (): Promise<string> =>
  (await ctx.request<string>('GET', '/api/partners.csv', { as: 'coordinator' })).body;
const imported = (text: string, query = '', as = 'coordinator') =>
  ctx.request<PartnerImport & { errors?: { path: string }[] }>('POST', `/api/partners.csv${query}`, {
    as,
    body: text,
    headers: { 'content-type': 'text/csv' },
  });
const revisions = async (): Promise<string[]> =>
  (await ctx.events()).map(({ subject, data }) => `${subject} ${(data as { partner: Partner }).partner.revision}`);

describe('the directory as a table', () => {
  it('goes out and comes back, and nothing changed', async () => {
    const text = await exported();
    expect(text).toContain(`'=PT-North`);
    expect(await imported(text)).toMatchObject({
      status: 200,
      body: { added: [], changed: [], unchanged: ['pt-north'] },
    });
    expect(await revisions()).toEqual(['pt-north 1']);
  });

  it('is tried out first, then taken whole, and told', async () => {
    const [heading, row = ''] = (await exported()).trim().split('\n');
    const south = row.replace('pt-north', 'pt-south').replace(`'=PT-North`, 'PT-South');
    const text = [heading, row.replace(',yes,', ',no,'), south].join('\n');
    const changes = [{ partnerId: 'pt-north', column: 'active', before: 'yes', after: 'no' }];
    const would = { added: ['pt-south'], changed: ['pt-north'], unchanged: [], changes };
    expect(await imported(text, '?dryRun=true')).toMatchObject({ status: 200, body: { dryRun: true, ...would } });
    expect(await revisions()).toEqual(['pt-north 1']);
    expect(await imported(text)).toMatchObject({ status: 200, body: { dryRun: false, ...would } });
    expect(await revisions()).toEqual(['pt-north 1', 'pt-north 2', 'pt-south 1']);
  });

  it('changes nothing with one fault, and names row and column', async () => {
    const before = await revisions();
    const [heading, first = '', second = ''] = (await exported()).trim().split('\n');
    const text = [heading, first.replace(',no,', ',yes,'), second.replace('America/New_York', 'Mars')].join('\n');
    const refused = await imported(text);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'row 3, timeZone' }] } });
    expect(await revisions()).toEqual(before);
  });

  it('is for administrators and coordinators', async () => {
    expect(await imported('x', '', 'partner:pt-north')).toMatchObject({ status: 403 });
    expect(await ctx.request('GET', '/api/partners.csv', { as: 'physician' })).toMatchObject({ status: 403 });
  });
});

describe('what an organization says about itself', () => {
  const patch = (body: object, as: string) => ctx.request('PATCH', '/api/partners/pt-north', { as, body });

  it('is told with its snapshot, people and endpoints never', async () => {
    const told = {
      capacity: { state: 'waitlist', waitWeeks: 3 },
      absences: [{ from: '2027-07-01', until: '2027-07-14', note: 'closed for holidays' }],
      phone: '+1 212 555 0199',
    };
    const people = [{ name: 'Pat Desk', function: 'front desk', email: 'pat@clinic.example.org', phone: null }];
    const answer = await patch({ ...told, people, preferences: { digestAt: '08:00' } }, 'partner:pt-north');
    expect(answer).toMatchObject({ status: 200, body: { ...told, people, preferences: { digestAt: '08:00' } } });
    const last = (await ctx.events()).at(-1);
    expect(last?.data).toMatchObject({ partner: told });
    expect(JSON.stringify(last)).not.toMatch(/Pat|digest|people/);
    const { length } = await ctx.events();
    await patch({ people: [] }, 'partner:pt-north');
    expect(await ctx.events()).toHaveLength(length);
  });

  it('is not its name or its role, and not another’s entry', async () => {
    expect(await patch({ name: 'Best PT' }, 'partner:pt-north')).toMatchObject({ status: 403 });
    expect(await patch({ phone: '+1 1' }, 'partner:pt-south')).toMatchObject({ status: 404 });
    const absences = [{ from: '2027-07-14', until: '2027-07-01', note: null }];
    expect(await patch({ absences }, 'partner:pt-north')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'absences[0].until' }] },
    });
  });
});
