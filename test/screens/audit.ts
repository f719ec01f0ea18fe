import { answering, failing, tabTo, tag } from './admin-data.js';
import { readableForAll, type Screens } from './screens.js';

const broken = {
  id: '0b0e8f6e-6b8e-4c1e-9d57-0f3f3a6f0001',
  patientId: '0b0e8f6e-6b8e-4c1e-9d57-0f3f3a6f0002',
  by: { sub: 'physician', name: 'Dr. Paul Lindqvist', role: 'physician' },
  reason: 'Unconscious in the emergency room',
  emergency: true,
  openedAt: '2026-11-20T12:00:00.000Z',
  closesAt: '2026-11-20T13:00:00.000Z',
  reads: 2,
  review: { state: 'open', dueAt: '2026-11-27T12:00:00.000Z', verdict: null, note: null, by: null, at: null },
};

export function auditScreens(screens: () => Screens): void {
  it('tells who did what, what was refused, and that the chain holds, by keyboard alone', async () => {
    const { api } = screens();
    await api.call('GET', '/api/patients', { as: 'partner:pt-north' });
    const { page, complaints } = await screens().as('administrator', '/audit');
    await page.getByText(/The chain holds at all 6 services/).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByLabel('How it ended').focus();
    await page.keyboard.type('Ref');
    await page.waitForURL(/outcome=refused/);
    await page
      .getByRole('row', { name: /pt-north GET \/api\/patients .*Refused 403/ })
      .first()
      .waitFor();
    await tabTo(page, /^\w{3} \d+ \w{3} \d{4}/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'One request' }).getByText('Trace').waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('leads from a request to all of the same person, page by page', async () => {
    const { page } = await screens().as('administrator', '/audit');
    await page
      .getByRole('button', { name: /^\w{3} \d+ \w{3} \d{4}/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'only this person' }).click();
    await page.waitForURL(/actor=/);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('row').nth(1).waitFor();
  });

  it('exports the log of a service under a name that names nobody', async () => {
    const { page } = await screens().as('administrator', '/audit');
    await page.getByText(/The chain holds at all 6 services/).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export the log of pain-plan' }).click();
    expect((await saving).suggestedFilename()).toMatch(/^audit-pain-plan-to-\d+\.jsonl$/);
    await page.getByRole('button', { name: 'It stands in a safe place' }).click();
    await page.getByText(/Noted: the log of pain-plan stands elsewhere/).waitFor();
  });

  it('lists broken glass and asks for a verdict with a reason', async () => {
    const none = await screens().as('administrator', '/audit?view=glass');
    await none.page.getByText('Nobody broke the glass.').waitFor();
    expect(await readableForAll(none.page)).toEqual([]);

    const { page } = await screens().as('administrator', '/audit');
    await answering(page, /break-the-glass\?/, { items: [broken], next: null });
    await page.getByRole('link', { name: 'Broken glass' }).click();
    await page.getByRole('row', { name: /Lindqvist Unconscious.*To review/ }).waitFor();
    expect(await readableForAll(page)).toEqual([]);
    await page.getByRole('button', { name: /20 Nov 2026/ }).click();
    await page.getByLabel('Why').fill(`It could not wait (${tag})`);
    expect(await readableForAll(page)).toEqual([]);
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith(`${broken.id}/review`)),
      page.getByRole('button', { name: 'Record this review of Dr. Paul Lindqvist' }).click(),
    ]);
    expect(sent.postDataJSON()).toEqual({ verdict: 'justified', note: `It could not wait (${tag})` });
  });

  it('says when nothing fits and when it cannot say', async () => {
    const none = await screens().as('administrator', '/audit?actor=nobody-at-all');
    await none.page.getByText('No request fits these filters.').waitFor();
    expect(await readableForAll(none.page)).toEqual([]);
    const failed = await screens().as('administrator', '/partners');
    await failing(failed.page, /\/api\/(audit|ops)/);
    await failed.page.getByRole('link', { name: 'Audit' }).click();
    await failed.page.getByRole('alert').waitFor();
    await failed.page.getByText(/Not all services could be asked/).waitFor();
    expect(await readableForAll(failed.page)).toEqual([]);
  });
}
